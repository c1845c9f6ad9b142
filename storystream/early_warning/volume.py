"""Total volume as exposure: what all series do together is no news about one of them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

import numpy as np

from storystream.early_warning.history import HOUR_SECONDS, History
from storystream.early_warning.settings import Every, Silence
from storystream.items import Count

#: Items of ordinary volume mixed into each interval, so that a night with three items in all decides nothing.
ORDINARY_ITEMS: Final = 20.0


def by_volume(counts: Iterable[Count], *, every: Every = "day", silence: Silence = "zero") -> list[Count]:
    """The same counts, one for each series and interval, exposed in proportion to what all other series brought.

    A day on which everything doubles (a wider crawl, a holiday over) then raises nothing, while a series that
    rises alone stands out as before: it never counts into its own volume.

    >>> first = datetime(2026, 3, 1, tzinfo=UTC)
    >>> seen = {"a": (30, 60), "b": (30, 60), "c": (40, 80)}
    >>> rows = [Count(s, first + timedelta(days=d), n) for s, pair in seen.items() for d, n in enumerate(pair)]
    >>> [round(count.exposure, 2) for count in by_volume(rows) if count.series == "c"]
    [0.73, 1.27]
    """
    known = list(counts)
    if not known:
        return []
    table = History.of(known, every, silence)
    seen = np.where(table.exposures > 0.0, table.counts, 0.0).astype(np.float64)
    others = seen.sum(axis=0) - seen
    looked = (table.exposures > 0.0).any(axis=0)
    ordinary = others[:, looked].mean(axis=1, keepdims=True) if looked.any() else others
    exposures = table.exposures * (others + ORDINARY_ITEMS) / (ordinary + ORDINARY_ITEMS)
    moments = [_begin(table.first + step, every, table.ahead) for step in range(seen.shape[1])]
    return [
        Count(name, moment, int(seen[row, step]), float(exposures[row, step]))
        for row, name in enumerate(table.names)
        for step, moment in enumerate(moments)
    ]


def _begin(tick: int, every: Every, ahead: int) -> datetime:
    """When an interval begins, on the series' own clock."""
    clock = timezone(timedelta(hours=ahead))
    if every == "day":
        return datetime.combine(date.fromordinal(tick), time(), tzinfo=clock)
    return datetime.fromtimestamp(tick * HOUR_SECONDS, tz=UTC).astimezone(clock)
