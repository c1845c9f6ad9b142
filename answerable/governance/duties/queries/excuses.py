"""What is known of the time in which a duty was owed, looked up for its finding."""

from datetime import datetime, timedelta

from answerable.governance.duties.models import Occurrence, Outage, Returned
from answerable.governance.duties.queries.posts import away_between, held_between
from answerable.governance.duties.rules.excuses import Excuse, Facts, look_up
from answerable.office.people.queries import day_of


def excuses_for(row: Occurrence, *, at: datetime) -> tuple[Excuse, ...]:
    """Look up everything that would excuse a run that was missed."""
    begin, end = row.opened_at or row.opens_at, min(row.due, at)
    first, last = day_of(min(begin, end)), day_of(end)
    held = held_between(row.post_id, first, last)
    away = away_between({person for person, _span in held}, first, last)
    outages = Outage.objects.filter(begins_at__lt=at, ends_at__gt=row.opens_at).values_list(
        "begins_at", "ends_at"
    )
    return look_up(
        Facts(
            first,
            last,
            held,
            away,
            moved_from=row.recounted_from,
            moved_to=row.due if row.recounted_from else None,
            outages=tuple(outages),
            held_by_reviewer=_held(row),
        )
    )


def _held(row: Occurrence) -> timedelta:
    """Add up how long filings of this run lay with their reviewer before they came back."""
    rows = Returned.objects.filter(occurrence=row)
    return sum((one.at - one.filed_at for one in rows), timedelta(0))
