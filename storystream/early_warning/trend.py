"""Whether a series grows: two rates with their exact intervals, side by side."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from storystream.early_warning.scan import POISSON_SIZE, chances
from storystream.early_warning.settings import INTERVALS_IN_DAY, Every
from storystream.items import Count

TrendState = Literal["emerging", "growing", "steady", "fading"]

#: Both intervals cover 90 %; two that do not touch differ by chance less than once in fifty times.
COVERAGE: Final = 0.90
#: What is compared: the newest day or days with the week before them.
RECENT_DAYS: Final[dict[str, int]] = {"hour": 1, "day": 3}
BEFORE_DAYS: Final = 7
#: Halvings until a bisection is exact to a double.
HALVINGS: Final = 80


@dataclass(frozen=True, slots=True)
class Trend:
    """Items a day in the recent time, with the interval that the true rate lies in nine times in ten.

    `state`: "emerging" (nothing in the week before), "growing" or "fading" (the interval lies wholly above or
    below that of the week before), otherwise "steady".
    """

    state: TrendState
    rate: float
    low: float
    high: float


def rate_interval(count: int, exposure: float, coverage: float = COVERAGE) -> tuple[float, float]:
    """The exact interval of a Poisson rate (Garwood, "Fiducial limits for the Poisson distribution", 1936).

    `exposure` is in the unit that the rate is asked for; with no exposure everything is possible.

    >>> low, high = rate_interval(10, 2.0, coverage=0.95)
    >>> round(low, 3), round(high, 3)
    (2.398, 9.195)
    """
    if exposure <= 0.0:
        return 0.0, math.inf
    tail = (1.0 - coverage) / 2.0
    low = _mean_with_tail(count, tail) if count else 0.0
    high = _mean_with_tail(count + 1, 1.0 - tail)
    return low / exposure, high / exposure


def trend(counts: Iterable[Count], at: datetime, *, every: Every = "hour") -> Trend:
    """The trend of one series at the moment `at`; intervals without a Count were silent, exposure 0 is left out.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    >>> trend([Count("a", noon - timedelta(hours=hour), 2) for hour in range(1, 9)], noon).state
    'emerging'
    """
    recent_days = RECENT_DAYS[every]
    known = list(counts)
    since = at - timedelta(days=recent_days)
    seen, exposure = _between(known, since, at, every)
    seen_before, exposure_before = _between(known, since - timedelta(days=BEFORE_DAYS), since, every)
    low, high = rate_interval(seen, exposure)
    low_before, high_before = rate_interval(seen_before, exposure_before)
    state: TrendState = "steady"
    if low > high_before:
        state = "growing" if seen_before else "emerging"
    elif high < low_before:
        state = "fading"
    return Trend(state, seen / exposure if exposure > 0.0 else 0.0, low, high)


def _between(counts: list[Count], since: datetime, until: datetime, every: Every) -> tuple[int, float]:
    """Items in the intervals that begin in [since, until), and the days that were looked at."""
    inside = [count for count in counts if since <= count.at < until]
    days = (until - since) / timedelta(days=1)
    lost = sum(1.0 - count.exposure for count in inside) / INTERVALS_IN_DAY[every]
    return sum(count.count for count in inside if count.exposure > 0.0), max(0.0, days - lost)


def _mean_with_tail(count: int, tail: float) -> float:
    """The Poisson mean under which `count` or more come with the chance `tail`."""
    low, high = 0.0, 2.0 * count + 40.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if chances(float(count), middle, POISSON_SIZE)[0] < tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0
