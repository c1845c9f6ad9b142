"""Counts as a table, series by interval: what a look back over months works on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.settings import Every, Silence
from storystream.items import Count

Floats = NDArray[np.float32]

HOUR_SECONDS: Final = 3600


def interval_of(at: datetime, every: Every) -> int:
    """The number of the interval that holds `at`: the local day, or the hour of UTC.

    >>> from datetime import UTC
    >>> interval_of(datetime(1970, 1, 1, 5, 59, tzinfo=UTC), "hour")
    5
    """
    if every == "day":
        return at.date().toordinal()
    return int(at.timestamp() // HOUR_SECONDS)


def hours_ahead(at: datetime) -> int:
    """How far the clock of `at` is ahead of UTC, in whole hours."""
    return round((at.utcoffset() or timedelta()).total_seconds() / HOUR_SECONDS)


@dataclass(frozen=True, slots=True)
class History:
    """Counts and exposures of all series from the interval `first` on; exposure 0 where nothing is known."""

    names: tuple[str, ...]
    first: int
    ahead: int
    counts: Floats
    exposures: Floats

    @classmethod
    def of(cls, counts: Iterable[Count], every: Every, silence: Silence) -> Self:
        """A table of these counts; intervals without one are silent or unknown, see Settings."""
        rows = list(counts)
        names = tuple(sorted({count.series for count in rows}))
        if not rows:
            return cls((), 0, 0, np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32))
        number = {name: row for row, name in enumerate(names)}
        ticks = [interval_of(count.at, every) for count in rows]
        first = min(ticks)
        shape = (len(names), max(ticks) - first + 1)
        seen = np.zeros(shape, np.float32)
        covered = np.full(shape, 1.0 if silence == "zero" else 0.0, np.float32)
        for count, tick in zip(rows, ticks, strict=True):
            at = (number[count.series], tick - first)
            seen[at], covered[at] = (count.count, count.exposure) if count.exposure > 0.0 else (0.0, 0.0)
        return cls(names, first, hours_ahead(rows[0].at), seen, covered)

    def shuffled(self, chance: np.random.Generator, period: int) -> Self:
        """The same intervals in an order of chance, series by series; only like goes to like.

        Alike are intervals that lie whole periods apart (a week of days, a week of hours), so that totals,
        rhythm, gaps and heavy tails stay what they are while every outbreak is taken apart.
        """
        counts, exposures = self.counts.copy(), self.exposures.copy()
        for slot in range(min(period, counts.shape[1])):
            alike = slice(slot, None, period)
            order = chance.permuted(
                np.tile(np.arange(counts[:, alike].shape[1]), (len(self.names), 1)), axis=1
            )
            counts[:, alike] = np.take_along_axis(counts[:, alike], order, axis=1)
            exposures[:, alike] = np.take_along_axis(exposures[:, alike], order, axis=1)
        return type(self)(self.names, self.first, self.ahead, counts, exposures)
