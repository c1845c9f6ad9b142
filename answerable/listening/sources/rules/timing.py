"""Hours, intervals, silence: when a source is due and when it has been quiet for too long."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

HOUR = timedelta(hours=1)


def hour_of(moment: datetime) -> datetime:
    """Give the start of the hour (UTC) in which a moment lies."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def hours_between(since: datetime, until: datetime) -> Iterator[datetime]:
    """Walk the hours (UTC) that [since, until) touches; nothing when it is empty."""
    hour = hour_of(since)
    while hour < until and since < until:
        yield hour
        hour += HOUR
