"""What the clock does to runs: they open, fall due, count as missed, and follow the post when its holder changes."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation

from answerable.governance.duties.actions.notes import link_of, locked, subject_of, tell
from answerable.governance.duties.models import Occurrence, Outage, Passing, Round
from answerable.governance.duties.queries.posts import posts_now
from answerable.governance.duties.rules.excuses import is_outage
from answerable.governance.duties.rules.holding import PostNow, Why, next_holder
from answerable.governance.duties.rules.states import MOVES, OWED, RUNNING, Move, State
from answerable.governance.duties.telling import passed_on
from answerable.governance.duties.words import named, period_words
from answerable.governance.plan import queries as plan
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks

#: Rows turned by one round of the job: about ten seconds of work; the next round goes on.
A_ROUND = 500
#: The stage of the clock that runs until a duty is filed.
STAGE = "file"


def note_round(*, by: Actor, at: datetime) -> None:
    """Note that the rounds go on; where they stood still, the outage is kept: it will speak for the units."""
    with transaction.atomic():
        row, _is_new = Round.objects.select_for_update().get_or_create(pk=1, defaults={"at": at})
        if is_outage(row.at, at=at):
            Outage.objects.create(begins_at=row.at, ends_at=at)
            record("duties.note_outage", "duties", by=by, at=at, since=row.at)
        if at > row.at:
            Round.objects.filter(pk=1).update(at=at)


def open_due(*, by: Actor, at: datetime) -> int:
    """Open the runs whose time has come: who owes it and who stands in are written down, and the clock starts."""
    due = Occurrence.objects.filter(state=State.PLANNED, opens_at__lte=at).order_by("opens_at", "pk")
    return _each(due, lambda row: open_run(row, by=by, at=at))


def open_run(occurrence: int, *, by: Actor, at: datetime) -> None:
    """Open one run."""
    with transaction.atomic():
        row = Occurrence.objects.get(pk=occurrence)
        now = posts_now([row.post_id], at=at)[row.post_id]
        owner = now.owner()
        backup = now.backup_of(owner.person if owner else None)
        MOVES.make(
            Occurrence.objects.filter(pk=row.pk),
            State.PLANNED,
            Move.OPEN,
            state_since=at,
            opened_at=at,
            owner=owner.person if owner else None,
            owner_name=owner.name if owner else "",
            holder=owner.person if owner else None,
            holder_name=owner.name if owner else "",
            backup=backup.person if backup else None,
            backup_name=backup.name if backup else "",
        )
        record(
            "duties.open_run",
            subject_of(row.pk),
            by=by,
            at=at,
            owner=owner.name if owner else "",
            backup=backup.name if backup else "",
            due=row.due,
        )
        row.refresh_from_db()
        start_clock(row, row.opens_at, by=by, at=at)


def start_clock(row: Occurrence, since: datetime, *, by: Actor, at: datetime) -> None:
    """Start the clock that reminds and urges until a run is filed; rungs that lie before `since` say nothing."""
    standing = plan.standing_of(row.version)
    duty = standing.document.duties.get(row.duty) if standing else None
    clocks.start(
        clocks.Start(
            subject=subject_of(row.pk),
            title=_title(row, "en"),
            title_zh=_title(row, "zh-hans"),
            link=link_of(row.pk),
            stage=STAGE,
            since=since,
            due=row.due,
            ladder=duty.ladder if duty else "",
            unit=row.unit_id,
            post=row.post_id,
            person=row.holder_id,
        ),
        by=by,
        at=at,
    )


def _title(row: Occurrence, language: str) -> str:
    """Name a run in one language: what is owed, and for which period."""
    with translation.override(language):
        return f"{named(row)} {period_words(row.period_begin, row.period_end)}"


def mark_late(*, by: Actor, at: datetime) -> int:
    """Note that runs are past their due date. They stay owed, and what is filed now counts for its own period."""
    late = Occurrence.objects.filter(state__in=RUNNING, due__lt=at).order_by("due", "pk")
    return _each(late, lambda row: _turn(row, Move.FALL_DUE, by=by, at=at))


def mark_missed(*, by: Actor, at: datetime) -> int:
    """Note that runs are so late that they count as missed; whether a finding follows is up to the ladder."""
    missed = Occurrence.objects.filter(state=State.LATE, missed_at__lt=at).order_by("missed_at", "pk")
    return _each(missed, lambda row: _turn(row, Move.MISS, by=by, at=at))


def _turn(occurrence: int, move: Move, *, by: Actor, at: datetime) -> None:
    with transaction.atomic():
        row = Occurrence.objects.get(pk=occurrence)
        MOVES.make(Occurrence.objects.filter(pk=row.pk), State(row.state), move, state_since=at)
        record(f"duties.{move}", subject_of(row.pk), by=by, at=at, due=row.due)


def follow_holders(*, by: Actor, at: datetime) -> int:
    """Let open runs go to whoever answers for the post now; both names stay on record."""
    owed = list(
        Occurrence.objects.filter(state__in=OWED).values_list("pk", "post", "holder", "owner", "handed")
    )
    now = posts_now({post for _pk, post, *_rest in owed}, at=at)
    passed = 0
    for pk, post, holder, owner, handed in owed:
        step = next_holder(holder, owner, now[post], handed=handed)
        if step is not None:
            passed += pass_to(pk, step.person, step.why, now[post], by=by, at=at)
    return passed


def pass_to(occurrence: int, person: int | None, why: Why, now: PostNow, *, by: Actor, at: datetime) -> bool:
    """Give a run from whoever has it to another; says whether it went, for somebody may have been quicker."""
    with transaction.atomic():
        row = locked(occurrence)
        if row.holder_id == person or State(row.state) not in OWED:
            return False
        name = now.name_of(person)
        Occurrence.objects.filter(pk=row.pk).update(holder=person, holder_name=name, handed=why is Why.BACKUP)
        passing = Passing.objects.create(
            occurrence=row,
            from_person_id=row.holder_id,
            from_name=row.holder_name,
            to_person_id=person,
            to_name=name,
            why=why,
            at=at,
        )
        record("duties.pass_to", subject_of(row.pk), by=by, at=at, old=row.holder_name, new=name, why=why)
        if person is not None:
            key = f"passed:{passing.pk}"
            tell(passed_on(row, row.holder_name, why), [person], key=key, link=link_of(row.pk), at=at)
    return True


def _each(rows: "QuerySet[Occurrence]", turn: Callable[[int], object]) -> int:
    """Turn rows one by one, each in its own transaction; what another scheduler was quicker with is left to it."""
    turned = 0
    for pk in list(rows.values_list("pk", flat=True)[:A_ROUND]):
        try:
            turn(pk)
        except Moved:
            continue
        turned += 1
    return turned
