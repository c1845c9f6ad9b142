"""Making a paper from what the system knows, and gathering it anew while a person's words stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.queries.matrix import moments
from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.reports.actions.editions import keep_edition
from answerable.reports.kinds import KINDS, Kind
from answerable.reports.kinds.composing import Passage as Composed
from answerable.reports.kinds.composing import compose
from answerable.reports.kinds.records import record_of, source_record
from answerable.reports.kinds.wording import unit_swaps
from answerable.reports.models import Paper, Passage
from answerable.reports.queries.content import kept_of
from answerable.reports.queries.door import WRITE, need_subject, paper_to_write
from answerable.reports.queries.offers import NOTHING_OFFERED, Offer, offered
from answerable.reports.rules.names import with_names_in
from answerable.reports.rules.passages import left_out, renewed
from answerable.reports.rules.periods import Period
from answerable.reports.rules.states import State


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper that is asked for; `key` lets one that makes itself be made once."""

    kind: str
    language: str
    begin: date
    end: date
    unit: int
    subject: str = ""
    run: int | None = None
    key: str | None = None
    head: Offer = NOTHING_OFFERED


def make(asked: Asked, *, by: Actor, at: datetime) -> int:
    """Make a draft; gives its id. One with a key that is there already is given again, untouched."""
    kind = KINDS.get(asked.kind)
    if kind is None:
        raise NotFound(_("There is no such kind of paper."), _("Choose one from the list."))
    _refuse(kind, asked, by)
    there = Paper.objects.filter(key=asked.key).values_list("pk", flat=True).first() if asked.key else None
    if there is not None:
        return there
    period = period_of(asked.begin, asked.end, asked.unit, asked.subject, eyes=eyes_for(kind, by))
    gathered = kind.gather(period, at=at)
    names = unit_swaps(asked.language)
    head = asked.head.over(offered(kind, asked.unit, asked.language, asked.subject, at=at))
    try:
        with transaction.atomic():
            row = Paper.objects.create(
                kind=asked.kind,
                language=asked.language,
                unit_id=asked.unit,
                subject=asked.subject,
                period_begin=asked.begin,
                period_end=asked.end,
                title=with_names_in(gathered.title.said(asked.language), names)[:300],
                key=asked.key,
                run=asked.run,
                official=bool(kind.about.document) and asked.language.startswith("zh"),
                document_kind=kind.about.document,
                addressee=head.addressee[:200],
                copies=head.copies[:400],
                signer=head.signer[:100],
                urgency=head.urgency,
                authors=[by.person] if by.person else [],
                made_at=at,
                made_by=by.name,
                gathered_at=at,
                changed_at=at,
            )
            _lay_down(row, compose(gathered, period, asked.language, names))
            keep_edition(row, "made", by=by, at=at)
            record("reports.make", f"paper:{row.pk}", by=by, at=at, kind=asked.kind, run=asked.run)
    except IntegrityError:
        return Paper.objects.get(key=asked.key).pk
    return row.pk


def renew(paper: int, *, by: Actor, at: datetime) -> int:
    """Gather a draft anew; a person's words stay. Gives how many passages say something else now."""
    row = paper_to_write(by, paper)
    kind = KINDS[row.kind]
    period = period_of(row.period_begin, row.period_end, row.unit_id, row.subject, eyes=eyes_for(kind, by))
    fresh = compose(kind.gather(period, at=at), period, row.language, unit_swaps(row.language))
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=row.pk)
        need_draft(locked)
        changed = _lay_over(locked, fresh)
        Paper.objects.filter(pk=locked.pk).update(gathered_at=at, changed_at=at)
        keep_edition(locked, "renewed", by=by, at=at)
        record("reports.renew", f"paper:{row.pk}", by=by, at=at, changed=changed)
    return changed


def _refuse(kind: Kind, asked: Asked, by: Actor) -> None:
    if by.kind != "machine" and people.home_unit(by) != asked.unit:
        by.need(WRITE, unit=asked.unit)
    by.need(WRITE)
    if kind.about.subject and not asked.subject:
        raise Anticipated(
            _("This kind of paper is about one thing."), _("Open it from the page of the thing it is about.")
        )
    if asked.end < asked.begin:
        raise Anticipated(_("The period ends before it begins."), _("Turn the two days round."))
    need_subject(by, asked.subject)


def eyes_for(kind: Kind, by: Actor) -> Actor:
    """Say with whose eyes a kind is gathered."""
    return by if kind.about.guarded else MACHINE


def period_of(begin: date, end: date, unit: int, subject: str, *, eyes: Actor = MACHINE) -> Period:
    """Give a period with its moments; papers of the body as a whole are about all units."""
    body = people.body()
    since, until = moments(begin, end)
    whole = body is None or body.id == unit
    names = people.unit_names([unit])
    return Period(begin, end, since, until, None if whole else unit, names.get(unit, ""), subject, eyes)


def need_draft(row: Paper) -> None:
    """Refuse to change what is being read or has gone out."""
    if State(row.state) is not State.DRAFT:
        raise Anticipated(_("This paper is no draft any more."), _("Take it back to change it."))


def _lay_down(row: Paper, fresh: Iterable[Composed]) -> None:
    Passage.objects.bulk_create(
        Passage(paper=row, key=one.key, place=place, before=one.words, **_fields(one))
        for place, one in enumerate(fresh)
    )


def _lay_over(row: Paper, fresh: Iterable[Composed]) -> int:
    """Lay fresh passages over the kept ones; what a person wrote stays, with a passage the machine gave up."""
    kept = {one.key: one for one in row.passages.select_for_update()}
    changed = 0
    for place, one in enumerate(fresh):
        there = kept.pop(one.key, None)
        if there is None:
            Passage.objects.create(paper=row, key=one.key, place=place, before="", **_fields(one))
            changed += 1
            continue
        now = renewed(kept_of(there), one.words)
        changed += now.was_renewed or there.blocks != [record_of(block) for block in one.blocks]
        fields = {**_fields(one), "place": place, "before": now.before, "gone": False}
        Passage.objects.filter(pk=there.pk).update(**fields)
    return changed + sum(_lay_aside(one) for one in kept.values())


def _lay_aside(there: Passage) -> int:
    stays = left_out(kept_of(there))
    if stays is None:
        there.delete()
        return 1
    Passage.objects.filter(pk=there.pk).update(
        machine="", before=stays.before, gone=True, blocks=[], sources=[]
    )
    return 1


def _fields(one: Composed) -> dict[str, object]:
    return {
        "heading": one.heading[:300],
        "machine": one.words,
        "sources": [source_record(source) for source in one.sources],
        "blocks": [record_of(block) for block in one.blocks],
    }
