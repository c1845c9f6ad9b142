"""What was owed is done, or is not owed any more."""

from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions import counting
from answerable.office.clocks.events import ClockBreached
from answerable.office.clocks.models import Clock, Pause
from answerable.office.clocks.rules.states import MOVES, OPEN, Move, State, is_over


def meet(subject: str, stage: str, *, by: Actor, at: datetime) -> int:
    """Note that a stage is done; a stage without an open clock is left alone. Gives how many were met.

    A stage that comes back again and again starts its next round now.
    """
    with transaction.atomic():
        clock = Clock.objects.select_for_update().filter(subject=subject, stage=stage, state__in=OPEN).first()
        if clock is None:
            return 0
        _end(clock, Move.MEET, {"met_at": at, "met_by_name": by.name}, at=at)
        record(
            "clocks.meet",
            f"clock:{clock.pk}",
            by=by,
            at=at,
            subject=subject,
            stage=stage,
            due=clock.due,
            in_time=not is_over(clock.due, at=at),
        )
        if clock.every:
            _next_round(clock, by=by, at=at)
    return 1


def close(subject: str, *, by: Actor, at: datetime) -> int:
    """Freeze every clock of a subject: none is counted anew after this. Gives how many were still open."""
    with transaction.atomic():
        rows = list(Clock.objects.select_for_update().filter(subject=subject, closed_at=None).order_by("pk"))
        owed = [row for row in rows if row.state in OPEN]
        for clock in owed:
            _end(clock, Move.CLOSE, {}, at=at)
        if rows:
            Clock.objects.filter(pk__in=[row.pk for row in rows]).update(closed_at=at)
            record("clocks.close", subject, by=by, at=at, clocks=len(rows), open=len(owed))
    return len(owed)


def _end(clock: Clock, made: Move, changes: dict[str, object], *, at: datetime) -> None:
    state = State(clock.state)
    if state is State.RUNNING:
        mark_breach(clock, at=at)
    MOVES.make(Clock.objects.filter(pk=clock.pk), state, made, **changes)
    Pause.objects.filter(clock=clock, ends=None).update(ends=at)
    counting.disarm(clock)


def mark_breach(clock: Clock, *, at: datetime) -> bool:
    """Mark once that a limit has run out, and say whether this was the time."""
    if not is_over(clock.due, at=at):
        return False
    rows = Clock.objects.filter(pk=clock.pk, breached_at=None, state=State.RUNNING, due__lt=at)
    if not rows.update(breached_at=at):
        return False
    publish(ClockBreached(clock.pk, clock.subject, clock.stage, clock.unit_id, at))
    return True


def _next_round(clock: Clock, *, by: Actor, at: datetime) -> None:
    """Start the next round of a stage that comes back until its matter is closed."""
    fresh = Clock(
        **{
            name: getattr(clock, name)
            for name in (
                "subject",
                "title",
                "link",
                "stage",
                "rule",
                "unit_id",
                "post_id",
                "person_id",
                "every",
                "ladder",
                "rungs_born",
                "pause_reasons",
                "to",
                "min_people",
                "calendar",
            )
        },
        since=at,
        due=at,
        limit=clock.every,
        round=clock.round + 1,
        started_at=at,
    )
    calendar = counting.calendar_for(fresh)
    counting.count(fresh, calendar)
    fresh.original_due = fresh.due
    fresh.save()
    counting.arm(fresh, calendar, at=at)
    record("clocks.next_round", f"clock:{fresh.pk}", by=by, at=at, subject=fresh.subject, due=fresh.due)
