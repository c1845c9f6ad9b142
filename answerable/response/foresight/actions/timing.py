"""The clocks of a release: its assessment before it goes out, or after an urgent one."""

from datetime import datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as clock_queries
from answerable.office.clocks.actions import Start
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.names import link_to, subject_of

#: Working days before the release by which the assessment is agreed; the plan's risk_before_wd comes first.
BEFORE_DAYS = 5
#: The assessment that an urgent release owes; the plan's urgent_assess comes first. Decision 0020: one day.
AFTER_LIMIT = "24h"
LADDER = "std"
BEFORE, AFTER = "agree_before_release", "assess_after_release"


def agreed_by(planned: datetime, calendar: WorkCalendar, days: int) -> datetime:
    """Give the moment by which an assessment is agreed: so many working days before the release, at its hour."""
    local = planned.astimezone(calendar.place)
    day, left = local.date(), days
    while left:
        day -= timedelta(days=1)
        left -= calendar.look_up(day).is_working
    return datetime.combine(day, local.timetz())


def start_before(row: Release, *, by: Actor, at: datetime) -> None:
    """Start the clock by whose end the assessment is agreed; one that is over already runs out at once, and says so."""
    days = int(clock_queries.parameter("risk_before_wd", BEFORE_DAYS))
    due = agreed_by(row.planned_at, clock_queries.calendar_of(row.unit_id, at=at), days)
    clocks.start(_start(row, BEFORE, since=at, due=max(due, at)), by=by, at=at)


def start_after(row: Release, *, by: Actor, at: datetime) -> None:
    """Start the clock of the assessment that an urgent release owes."""
    limit = str(clock_queries.parameter("urgent_assess", AFTER_LIMIT))
    clocks.start(_start(row, AFTER, since=at, limit=limit), by=by, at=at)


def _start(
    row: Release, stage: str, *, since: datetime, due: datetime | None = None, limit: str = ""
) -> Start:
    return Start(
        subject=subject_of(row.pk),
        title=row.title,
        link=link_to(row.pk),
        stage=stage,
        since=since,
        due=due,
        limit=limit,
        ladder=LADDER,
        unit=row.unit_id,
    )


def meet(row: Release, *, by: Actor, at: datetime) -> None:
    """Note that the assessment is agreed."""
    for stage in (BEFORE, AFTER):
        clocks.meet(subject_of(row.pk), stage, by=by, at=at)


def begin_anew(row: Release, *, by: Actor, at: datetime) -> None:
    """Let the clock before the release run anew: another date, or a text that was opened again."""
    clocks.close(subject_of(row.pk), by=by, at=at)
    start_before(row, by=by, at=at)


def end(row: Release, *, by: Actor, at: datetime) -> None:
    """Freeze every clock of a release."""
    clocks.close(subject_of(row.pk), by=by, at=at)
