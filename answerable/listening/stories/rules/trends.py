"""How a story moves: by the publications that carry it, this day against the day before."""

from datetime import datetime
from enum import StrEnum
from math import comb

from answerable.listening.stories.rules.hours import DAY

#: A change is called one when chance would bring as much in one of ten comparisons.
DOUBT = 0.1
#: From so many publications in its first day on a story is said to emerge; below, most stories stay where they are.
EMERGES = 3


class Trend(StrEnum):
    """How a story moves; "" in the table for one that is too small to say."""

    EMERGING = "emerging"
    GROWING = "growing"
    STEADY = "steady"
    FADING = "fading"


def as_uneven(many: int, few: int) -> float:
    """Give the chance of at least `many` of `many + few` falling into one of two equal days.

    Given their sum, two Poisson counts of equal rates are binomial with one half (Przyborowski and Wilenski,
    "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940).

    >>> round(as_uneven(5, 0), 5)
    0.03125
    """
    whole = many + few
    return float(sum(comb(whole, count) for count in range(many, whole + 1)) / 2**whole)


def trend_of(recent: int, earlier: int, *, opened_at: datetime, at: datetime) -> Trend | None:
    """Compare the publications of the last 24 hours with those of the 24 hours before."""
    if recent + earlier < EMERGES:
        return None
    if at - opened_at <= DAY and not earlier:
        return Trend.EMERGING
    if recent > earlier and as_uneven(recent, earlier) <= DOUBT:
        return Trend.GROWING
    if recent < earlier and as_uneven(earlier, recent) <= DOUBT:
        return Trend.FADING
    return Trend.STEADY
