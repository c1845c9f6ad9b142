"""Counts for the tests of early warning."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from storystream.items import Count

#: A Monday.
FIRST = datetime(2026, 1, 5, tzinfo=UTC)


def daily(seen: Sequence[int], *, series: str = "water", first: datetime = FIRST) -> list[Count]:
    """One Count a day."""
    return [Count(series, first + timedelta(days=day), int(count)) for day, count in enumerate(seen)]


def hourly(seen: Sequence[int], *, series: str = "water", first: datetime = FIRST) -> list[Count]:
    """One Count an hour."""
    return [Count(series, first + timedelta(hours=hour), int(count)) for hour, count in enumerate(seen)]


def poisson(rate: float, length: int, seed: int = 1) -> list[int]:
    """Counts of chance."""
    return [int(count) for count in np.random.default_rng(seed).poisson(rate, length)]
