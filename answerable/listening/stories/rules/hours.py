"""The time at which an item counts."""

from datetime import UTC, datetime, timedelta

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def floor_hour(moment: datetime) -> datetime:
    """Give the beginning of the hour.

    >>> floor_hour(datetime(2026, 3, 2, 4, 59)).minute
    0
    """
    return moment.replace(minute=0, second=0, microsecond=0)


def item_time(published_at: datetime | None, first_seen_at: datetime) -> datetime:
    """Say when an item was published: never later than it reached us, whatever its source says."""
    return min(published_at, first_seen_at) if published_at else first_seen_at


def counting_hour(time: datetime, first_seen_at: datetime, *, catch_up: bool) -> datetime:
    """Say in which hour an item counts: when it reached us, or when it was published if it had piled up.

    A warning looks at what becomes known now; a backlog read in one go is no rise.
    """
    return floor_hour(time if catch_up else first_seen_at)


def in_utc(moment: datetime) -> datetime:
    """Turn a time that a program sent into UTC; one without a zone is taken as UTC. ValueError beyond the calendar.

    PostgreSQL refuses zones sixteen hours and more away from UTC, which ISO 8601 allows.

    >>> in_utc(datetime(2026, 3, 2, 12)).isoformat()
    '2026-03-02T12:00:00+00:00'
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError("this time lies beyond the calendar") from beyond
