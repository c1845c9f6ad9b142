"""What is known of the time in which a duty was owed, looked up for its finding."""

from datetime import datetime, timedelta

from answerable.governance.duties.models import Occurrence, Outage, Returned
from answerable.governance.duties.rules.excuses import Excuse, Facts, look_up
from answerable.office.notices.queries import deliveries_of
from answerable.office.notices.rules import State as NoticeState
from answerable.office.people import queries as people


def excuses_for(row: Occurrence, *, at: datetime) -> tuple[Excuse, ...]:
    """Look up everything that would excuse a run that was missed."""
    begin, end = row.opened_at or row.opens_at, min(row.due, at)
    first, last = people.day_of(min(begin, end)), people.day_of(end)
    held = tuple((one.person, one.span) for one in people.holdings_between([row.post_id], first, last))
    away = people.absences_between({person for person, _span in held}, first, last)
    outages = Outage.objects.filter(begins_at__lt=at, ends_at__gt=row.opens_at).values_list(
        "begins_at", "ends_at"
    )
    return look_up(
        Facts(
            first,
            last,
            held,
            away,
            *_reminders(row),
            row.recounted_from,
            row.due if row.recounted_from else None,
            tuple(outages),
            _held(row),
        )
    )


def _held(row: Occurrence) -> timedelta:
    """Add up how long filings of this run lay with their reviewer before they came back."""
    rows = Returned.objects.filter(occurrence=row)
    return sum((one.at - one.filed_at for one in rows), timedelta(0))


def _reminders(row: Occurrence) -> tuple[int, int]:
    """Count the reminders of a run, and those that reached somebody: brought out of the house, or taken notice of."""
    told_of = deliveries_of([f"rung:{rung}" for rung in row.rungs])
    told = [one for rung in row.rungs for one in told_of[f"rung:{rung}"]]
    reached = [one for one in told if one.state is NoticeState.DELIVERED or one.acknowledged_at is not None]
    return len(told), len(reached)
