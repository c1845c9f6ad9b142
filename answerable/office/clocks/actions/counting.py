"""Counting a clock on the calendar that holds, and setting its rungs. Joins the transaction of its caller."""

from datetime import datetime

from answerable.office.clocks.models import Clock, LadderStep
from answerable.office.clocks.queries import standing
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.derivation import as_rows
from answerable.office.clocks.rules.ladders import Stretch, moment_of
from answerable.office.clocks.rules.limits import Span, deadline, read_limit
from answerable.office.clocks.rules.states import StepState


def count(clock: Clock, calendar: WorkCalendar) -> None:
    """Set a clock's date and derivation from its start, limit and pauses. Nothing is written yet."""
    clock.calendar, clock.calendar_version = split(calendar)
    if not clock.limit:
        return
    found = deadline(clock.since, read_limit(clock.limit), calendar, pauses=pauses_of(clock))
    clock.due, clock.provisional, clock.derivation = found.at, found.provisional, as_rows(found.steps)


def pauses_of(clock: Clock) -> list[tuple[datetime, datetime]]:
    """List the spans in which a clock stood still and that are over."""
    rows = clock.pauses.order_by("begins") if clock.pk else ()
    return [(row.begins, row.ends) for row in rows if row.ends is not None]


def split(calendar: WorkCalendar) -> tuple[str, int]:
    """Give code and number of a calendar's version."""
    code, _dash, number = calendar.version.rpartition("-")
    return code, int(number)


def calendar_for(clock: Clock) -> WorkCalendar:
    """Give the newest version of the calendar that a clock was started on."""
    return standing.calendar_named(clock.calendar)


def stretch_of(clock: Clock) -> Stretch:
    """Give from when to when a clock runs."""
    in_hours = bool(clock.limit) and read_limit(clock.limit).span is Span.HOUR
    return Stretch(clock.since, clock.due, in_hours)


def arm(clock: Clock, calendar: WorkCalendar, *, at: datetime) -> None:
    """Set the rungs of this turn. Those that lie before the clock's own start have nothing to say."""
    rows = []
    for index, rung in enumerate(clock.rungs_born):
        fires_at = moment_of(rung["at"], stretch_of(clock), calendar)
        begins = clock.since if clock.turn == 1 else at
        armed = fires_at >= begins
        rows.append(
            LadderStep(
                clock=clock,
                turn=clock.turn,
                index=index,
                offset=rung["at"],
                to=list(rung["to"]),
                do=rung["do"],
                fires_at=fires_at,
                state=StepState.ARMED if armed else StepState.SUPERSEDED,
            )
        )
    LadderStep.objects.bulk_create(rows)


def rearm(clock: Clock, calendar: WorkCalendar) -> None:
    """Give the rungs that have not been climbed their new times."""
    for step in clock.steps.filter(turn=clock.turn, state=StepState.ARMED):
        fires_at = moment_of(step.offset, stretch_of(clock), calendar)
        LadderStep.objects.filter(pk=step.pk, state=StepState.ARMED).update(fires_at=fires_at)


def disarm(clock: Clock) -> None:
    """Take away the rungs that are not needed any more."""
    clock.steps.filter(state=StepState.ARMED).update(state=StepState.SUPERSEDED)
