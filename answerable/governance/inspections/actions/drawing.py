"""A draw step by step: the list is fixed, seeds are sealed, seeds are told, the lot falls; each step once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from answerable.governance.inspections.actions.notes import locked_draw, locked_round, need_words
from answerable.governance.inspections.actions.sending import drop_visits, send_out
from answerable.governance.inspections.methods import METHODS, Chooses
from answerable.governance.inspections.models import Draw, Recusal, Round, Seed
from answerable.governance.inspections.queries.door import KEEP, InspectorHere, inspectors_here
from answerable.governance.inspections.queries.drawing import last_pairs, recusals_of
from answerable.governance.inspections.queries.populations import POPULATIONS, Target
from answerable.governance.inspections.rules import bundle, draw, seeds, terms
from answerable.governance.inspections.rules.bundle import Fixing, Named, NamedList
from answerable.governance.inspections.rules.draw import INSPECTORS, NotDrawable
from answerable.governance.inspections.rules.states import LOTS, STAGES, LotMove, Lots, Stage, Step
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.trail.actions import record


@dataclass(frozen=True, slots=True)
class Telling:
    """A part of a seed as somebody tells it."""

    source: str
    value: str


def commit_draw(round_id: int, *, by: Actor, at: datetime) -> int:
    """Fix the lists of a draw and publish their hash; only from then on can there be a seed. Gives the draw's id."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        if Stage(row.state) is not Stage.PLANNED or METHODS[row.method].about.chooses is Chooses.EVERY:
            raise Moved(_("Nothing is drawn in this round now."), _("Look at where it stands."))
        number = Draw.objects.filter(round=row).count() + 1
        agreed = terms.from_record(row.settings)
        sources = seeds.announced_at(agreed.sources, at)
        pool = inspectors_here(at=at)
        fixing = _fixing(row, number, sources, pool)
        kept = bundle.as_record(fixing)
        text = _text_of(kept)
        try:
            with transaction.atomic():
                lot = Draw.objects.create(
                    round=row,
                    number=number,
                    kind="pairing" if fixing.times else "sample",
                    announced=kept,
                    text=text,
                    sha256=draw.sha256(text),
                    committed_at=at,
                    committed_by=by.name,
                )
        except IntegrityError:
            raise Moved(
                _("There is a draw already: the list stays as it was fixed."),
                _("A second one needs the first to be cancelled, with a public reason."),
            ) from None
        Seed.objects.bulk_create(
            Seed(draw=lot, order=order, source=source) for order, source in enumerate(sources, 1)
        )
        if fixing.inspectors:
            _step_aside(lot, pool, fixing, by=by, at=at)
        record("inspections.commit_draw", f"draw:{lot.pk}", by=by, at=at, sha256=lot.sha256, round=row.pk)
    return lot.pk


def _fixing(row: Round, number: int, sources: tuple[str, ...], pool: tuple[InspectorHere, ...]) -> Fixing:
    """Gather what is fixed: the targets by their lists and the inspectors, or the units to be paired."""
    agreed = terms.from_record(row.settings)
    targets = POPULATIONS[row.population].members(row.begins_on, row.ends_on)
    name = f"round:{row.pk}/{number}".replace("/", ".")
    if METHODS[row.method].about.chooses is Chooses.PAIRING:
        members = tuple(_named(target) for target in targets)
        units = NamedList("units", len(members), members)
        ids = {member.id for member in members}
        before = tuple(pair for pair in last_pairs(row) if set(pair) <= ids)
        return Fixing(name, sources, (units,), times=agreed.times, last=before)
    by_list: dict[str, list[Named]] = defaultdict(list)
    for target in targets:
        by_list[target.stratum].append(_named(target))
    lists = tuple(
        NamedList(stratum, draw.take_of(len(members), agreed.ratio), tuple(members))
        for stratum, members in sorted(by_list.items())
    )
    people = tuple(Named(f"person:{one.person}", f"u{one.unit}", one.post) for one in pool)
    return Fixing(name, sources, lists, NamedList(INSPECTORS, agreed.inspectors, people))


def _named(target: Target) -> Named:
    return Named(target.id, f"u{target.unit}" if target.unit else "-", target.name)


def _text_of(kept: dict[str, object]) -> str:
    """Write the text whose hash is published, or say why there is nothing to draw."""
    try:
        fixed = bundle.announcement(kept)
        if not any(one.members for one in fixed.lists):
            raise NotDrawable("empty")
        if fixed.times and len(fixed.lists[0].members) <= fixed.times:
            raise NotDrawable("too_few_units")
        return draw.announcement_text(fixed)
    except NotDrawable as refusal:
        raise refused(refusal) from None


def refused(refusal: NotDrawable) -> Anticipated:
    """Put the reason why a draw cannot be held into words."""
    sentences = {
        "empty": _("There is nothing to draw from: the list is empty."),
        "too_few_units": _("There are too few units to look at each other that often."),
        "too_few_inspectors": _("There are not enough inspectors of other units for every target."),
        "nobody_left": _("For one unit there is nobody left to look at."),
        "take": _("More is to be drawn than there is: name more inspectors, or draw fewer."),
    }
    sentence = sentences.get(refusal.key, _("The list cannot be drawn from."))
    return Anticipated(
        f"{sentence} {refusal.what}".strip(),
        _("Put the list or the inspectors' posts right, then try again."),
    )


def _step_aside(
    lot: Draw, pool: tuple[InspectorHere, ...], fixing: Fixing, *, by: Actor, at: datetime
) -> None:
    """Note who steps aside for a second unit of theirs: fixed with the list, not chosen after the draw."""
    others = {f"person:{one.person}": {f"u{unit}" for unit in one.others} for one in pool}
    members = [member for one in fixing.lists for member in one.members]
    Recusal.objects.bulk_create(
        Recusal(draw=lot, inspector=inspector, target=member.id, reason="second_unit", at=at, by_name=by.name)
        for inspector, units in others.items()
        for member in members
        if member.unit in units
    )


def seal_seed(draw_id: int, committed: str, *, by: Actor, at: datetime) -> str:
    """Fix an officer's seed by its hash; one officer fixes one. Gives the source it became."""
    by.need("inspections.read")
    with transaction.atomic():
        lot = _open_draw(draw_id)
        digest = committed.strip().lower()
        if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
            raise Anticipated(_("This is no SHA-256."), _("It has 64 signs from 0 to 9 and a to f."))
        slots = Seed.objects.filter(draw=lot, source__startswith=seeds.OFFICER)
        if by.person is None or slots.filter(person=by.person).exists():
            raise Anticipated(
                _("Each officer fixes one part of the seed, so that nobody knows all of it."),
                _("Ask another officer to fix theirs."),
            )
        if slots.filter(committed=digest).exists():
            raise Anticipated(
                _("This hash has been fixed by another officer."), _("Make a seed of your own.")
            )
        slot = slots.filter(committed="").order_by("order").first()
        if slot is None:
            raise Moved(_("Every officer's part is fixed already."), _("Load the page again."))
        Seed.objects.filter(pk=slot.pk).update(
            committed=digest, committed_at=at, person=by.person, by_name=by.name
        )
        record("inspections.seal_seed", f"draw:{lot.pk}", by=by, at=at, source=slot.source, sha256=digest)
    return slot.source


def tell_seed(draw_id: int, telling: Telling, *, by: Actor, at: datetime) -> None:
    """Tell a part of the seed. Nothing is told before every officer's part is fixed, and nothing is told twice."""
    by.need("inspections.read")
    with transaction.atomic():
        lot = _open_draw(draw_id)
        parts = {part.source: part for part in Seed.objects.filter(draw=lot)}
        part = parts.get(telling.source)
        if part is None or part.value:
            raise Moved(_("This part of the seed was told already, or is none."), _("Load the page again."))
        if any(seeds.kind_of(one.source) == seeds.OFFICER and not one.committed for one in parts.values()):
            raise Anticipated(
                _("An officer's part is not fixed yet; whoever fixes theirs now would know yours."),
                _("Wait until both hashes stand here."),
            )
        value = _value_of(part, telling.value, by=by, at=at)
        Seed.objects.filter(pk=part.pk).update(value=value, told_at=at, told_by=by.name)
        record("inspections.tell_seed", f"draw:{lot.pk}", by=by, at=at, source=part.source, value=value)


def _value_of(part: Seed, told: str, *, by: Actor, at: datetime) -> str:
    """Check a told part against what was fixed, and give it as it goes into the seed."""
    kind = seeds.kind_of(part.source)
    if kind == seeds.OFFICER:
        value = told.strip()
        if not seeds.is_sealed_by(value, part.committed) or len(value) < seeds.SHORTEST_SEED:
            raise Anticipated(
                _("This is not the seed whose hash was fixed."),
                _("It counts sign by sign; look for blanks and capitals."),
            )
        if value != seeds.plain(value):
            raise Anticipated(_("A seed is written without bars and double blanks."), _("Cancel the draw."))
        return value
    by.need(KEEP)
    if kind == seeds.BEACON:
        if at < seeds.beacon_time(seeds.beacon_round(part.source)):
            raise Anticipated(_("This round of the beacon is not out yet."), _("Wait for its moment."))
        try:
            return seeds.beacon_value(told)
        except ValueError:
            raise Anticipated(
                _("This is no signature of the beacon."), _("It has 96 hexadecimal signs.")
            ) from None
    value = seeds.plain(told)
    if not value:
        raise Anticipated(_("Nothing was told."), _("Write the numbers as they fell, with blanks between."))
    return value[:400]


def hold_draw(round_id: int, *, by: Actor, at: datetime) -> int:
    """Let the lot fall and send the visits out; gives the draw. Refused before the list was fixed and the seed told."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        lot = Draw.objects.select_for_update().filter(round=row).exclude(state=Lots.CANCELLED).first()
        if lot is None:
            raise Anticipated(
                _("Nothing has been fixed yet: a draw before its list is published proves nothing."),
                _("Fix the list first."),
            )
        parts = list(Seed.objects.filter(draw=lot).order_by("order"))
        if any(not part.value for part in parts):
            raise Anticipated(_("The seed is not complete."), _("Each of its sources has to be told first."))
        seed = draw.seed_text((part.source, part.value) for part in parts)
        try:
            result = bundle.outcome(bundle.announcement(lot.announced), seed, recusals_of(lot))
        except NotDrawable as refusal:
            raise refused(refusal) from None
        fell = {"seed": seed, "result": result, "drawn_at": at, "drawn_by": by.name}
        LOTS.make(Draw.objects.filter(pk=lot.pk), Lots(lot.state), LotMove.DRAW, **fell)
        STAGES.make(Round.objects.filter(pk=row.pk), Stage(row.state), Step.BEGIN, state_since=at)
        record("inspections.hold_draw", f"draw:{lot.pk}", by=by, at=at, seed=seed, result=result)
        lot.refresh_from_db()
        send_out(lot, at=at)
    return lot.pk


def cancel_draw(draw_id: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Cancel a draw with a public reason. It stays listed, and only then may there be another."""
    by.need(KEEP)
    with transaction.atomic():
        row, lot = _locked_with_round(draw_id)
        why = need_words(reason, _("Say publicly why the draw does not count."))
        gone = {"cancelled_at": at, "cancelled_by": by.name, "reason": why}
        LOTS.make(Draw.objects.filter(pk=lot.pk), Lots(lot.state), LotMove.CANCEL, **gone)
        if Stage(row.state) is not Stage.PLANNED:
            drop_visits(row)
            Round.objects.filter(pk=row.pk).update(state=Stage.PLANNED, state_since=at)
        record("inspections.cancel_draw", f"draw:{lot.pk}", by=by, at=at, reason=why)


def recuse(draw_id: int, aside: draw.Recusal, reason: str, *, by: Actor, at: datetime) -> None:
    """Let an inspector step aside after the draw; the next in the order of the tickets steps in, nobody is picked."""
    by.need("inspections.read")
    with transaction.atomic():
        row, lot = _locked_with_round(draw_id)
        if not by.may(KEEP) and aside.inspector != f"person:{by.person}":
            by.need(KEEP)
        why = need_words(reason, _("Say why they step aside."))
        is_over = Stage(row.state) is not Stage.RUNNING
        if is_over or Lots(lot.state) is not Lots.DRAWN or lot.kind != "sample":
            raise Moved(_("Nobody can step aside from this draw now."), _("Load the page again."))
        Recusal.objects.get_or_create(
            draw=lot,
            inspector=aside.inspector,
            target=aside.target,
            defaults={"reason": why, "at": at, "by_name": by.name},
        )
        try:
            result = bundle.outcome(bundle.announcement(lot.announced), lot.seed, recusals_of(lot))
        except NotDrawable as refusal:
            raise refused(refusal) from None
        Draw.objects.filter(pk=lot.pk).update(result=result)
        record("inspections.recuse", f"draw:{lot.pk}", by=by, at=at, who=aside.inspector, target=aside.target)
        lot.refresh_from_db()
        send_out(lot, at=at)


def _locked_with_round(draw_id: int) -> tuple[Round, Draw]:
    """Lock the round before its draw, as whoever lets the lot fall does: in two orders each waits for the other."""
    within = Draw.objects.filter(pk=draw_id).values_list("round", flat=True).first()
    return locked_round(within or 0), locked_draw(draw_id)


def _open_draw(draw_id: int) -> Draw:
    lot = locked_draw(draw_id)
    if Lots(lot.state) is not Lots.COMMITTED:
        raise Moved(_("This draw is over."), _("Load the page again."))
    return lot
