"""Counts of hours as the early warning reads them, with what our own gaps take away."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from storystream.items import Count

HOUR = timedelta(hours=1)
#: What the early warning learns from: its own memory (storystream.early_warning, four weeks) and the day before it.
MEMORY = timedelta(days=30)


class Seen(Protocol):
    """Distinct publications of one hour: all of them, and those whose item reached us in that very hour."""

    @property
    def all(self) -> int:
        """Every publication that counts in the hour."""
        ...

    @property
    def live(self) -> int:
        """Those that were read in time."""
        ...


def counts(
    series: str, hours: Mapping[datetime, Seen], shares: Mapping[datetime, float], *, since: datetime
) -> Iterator[Count]:
    """Give the counts of one series from `since` on; an hour that is missing was silent.

    `shares` names the hours in which not everything was listened to (0..1). What was read later out of such an hour
    does not count in it: it would be held against a smaller expectation.
    """
    for hour in sorted({since} | set(hours) | set(shares)):
        share, seen = shares.get(hour, 1.0), hours.get(hour)
        count = 0 if seen is None else seen.all if share >= 1.0 else seen.live
        yield Count(series, hour, count, share)
