"""Counts of hours drawn as bars: hours for a short story, days for a long one, and what was to be expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from answerable.listening.stories.rules.hours import HOUR

#: Bars that fit side by side on a phone.
MOST_BARS = 72
#: Lengths of a bar in hours, shortest first.
LENGTHS = (1, 3, 6, 12, 24, 24 * 7)
#: Bars before one that say what was to be expected there.
BEFORE = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: when it begins, how many publications, and the range that the bars before it let expect."""

    at: datetime
    count: int
    low: float
    high: float


def bars(hours: Mapping[datetime, int]) -> tuple[tuple[Bar, ...], int]:
    """Give bars from the first hour to the last, and their length in hours; nothing for no hours."""
    if not hours:
        return (), 1
    first, last = min(hours), max(hours)
    span = int((last - first) / HOUR) + 1
    length = next((hours_a_bar for hours_a_bar in LENGTHS if span / hours_a_bar <= MOST_BARS), LENGTHS[-1])
    counts = [0] * -(-span // length)
    for hour, count in hours.items():
        counts[int((hour - first) / HOUR) // length] += count
    step = timedelta(hours=length)
    return tuple(
        Bar(first + place * step, count, *_expected(counts[max(place - BEFORE, 0) : place]))
        for place, count in enumerate(counts)
    ), length


def _expected(before: list[int]) -> tuple[float, float]:
    """Give the range in which nine of ten counts lie that go on as the ones before: a gamma-Poisson forecast.

    The rate is gamma with shape (sum + 1/2) and rate (bars + 1/2): a weak belief of one in the first bar. The range
    is the mean and 1.645 standard deviations of its negative binomial.
    """
    shape, bars_seen = sum(before) + 0.5, len(before) + 0.5
    mean = shape / bars_seen
    width = 1.645 * sqrt(mean * (1 + 1 / bars_seen))
    return max(mean - width, 0.0), mean + width
