"""How loud a story was before and after an answer: a rate ratio with its interval, and no claim of cause."""

import math
from collections.abc import Callable
from dataclasses import dataclass

#: Both ends leave out 2.5 %: the usual 95 % interval.
TAIL = 0.025
#: Halvings of an interval of width one: far below what is shown.
HALVINGS = 60


@dataclass(frozen=True, slots=True)
class RateRatio:
    """Counts per hour before and after, their ratio, and the 95 % interval of it (None: no upper end)."""

    before: int
    before_hours: float
    after: int
    after_hours: float
    ratio: float | None
    low: float
    high: float | None

    @property
    def is_clear(self) -> bool:
        """Say whether the interval leaves out one: the counts differ by more than chance between them allows."""
        return self.low > 1 or (self.high is not None and self.high < 1)


def rate_ratio(before: int, before_hours: float, after: int, after_hours: float) -> RateRatio | None:
    """Compare two counts over two spans; None when a span is empty or nothing was counted in either.

    Given both counts are Poisson, the later one is binomial in their sum; its exact (Clopper and Pearson 1934)
    interval gives that of the ratio (Przyborowski and Wilenski 1940). Publications copy each other, so the true
    interval is wider than this one: pages say so.
    """
    total = before + after
    if before_hours <= 0 or after_hours <= 0 or total == 0:
        return None
    times = before_hours / after_hours
    low = _odds(_lower(after, total)) * times
    upper = _upper(after, total)
    high = None if upper >= 1.0 else _odds(upper) * times
    ratio = None if before == 0 else after / before * times
    return RateRatio(before, before_hours, after, after_hours, ratio, low, high)


def _odds(share: float) -> float:
    return share / (1 - share)


def _lower(count: int, total: int) -> float:
    """Find the share under which `count` or more of `total` has the chance TAIL."""
    if count == 0:
        return 0.0
    return _halve(lambda share: 1 - _at_most(count - 1, total, share) >= TAIL)


def _upper(count: int, total: int) -> float:
    """Find the share under which `count` or fewer of `total` has the chance TAIL."""
    if count == total:
        return 1.0
    return _halve(lambda share: _at_most(count, total, share) <= TAIL)


def _halve(reached: Callable[[float], bool]) -> float:
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return (low + high) / 2


def _at_most(count: int, total: int, share: float) -> float:
    """Give the chance of at most `count` of `total` (binomial), summed in logarithms."""
    if share <= 0:
        return 1.0
    if share >= 1:
        return 1.0 if count >= total else 0.0
    hit, miss = math.log(share), math.log1p(-share)
    whole = math.lgamma(total + 1)
    terms = (
        whole - math.lgamma(k + 1) - math.lgamma(total - k + 1) + k * hit + (total - k) * miss
        for k in range(count + 1)
    )
    return min(math.fsum(math.exp(term) for term in terms), 1.0)
