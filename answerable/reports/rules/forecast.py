"""What is to be expected of a count in the next hours, with an interval whose coverage was measured.

The mean of an hour is what that hour of that day of the week usually brings (shrunk towards the hour of any day) times
the level of the last days. The interval is conformal: the quantile of the absolute errors, scaled by the root of the
mean, that the same method made from earlier origins of the very series (Vovk, Gammerman and Shafer 2005; rolling
origin: Tashman 2000). Coverage is then measured on origins that the quantile was not taken from.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

DAY_H, WEEK_H = 24, 168
#: The weeks in which enough must have been counted.
LEAST_H = 3 * WEEK_H
#: The first origin that an error is taken from: each hour of the week was seen twice before it.
FIRST_ORIGIN_H = 2 * WEEK_H
#: The level is that of the last week against the weeks that the profile is taken from; eight weeks are looked at.
PROFILE_H = 8 * WEEK_H
#: How much the hour of the day counts against its hour of the week: as two more weeks would.
SHRINK = 2.0
#: Origins of the quantile and of the test each, a day apart by turns.
LEAST_ORIGINS = 10
#: Below so many counted in the last three weeks a count is too rare to be expected by the hour.
LEAST_COUNTED = 30
NOMINAL = 0.8


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often an interval held what came, of how many tries that it was not made from."""

    held: int
    tries: int

    @property
    def share(self) -> float:
        """The share held, 0 to 1."""
        return self.held / self.tries if self.tries else 0.0


@dataclass(frozen=True, slots=True)
class Expected:
    """What the next `hours` will bring together: the middle, the interval, and how often such intervals held."""

    hours: int
    middle: float
    low: float
    high: float
    nominal: float
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing is forecast: "short" history or too "few" counted, with how much there is and how much it takes."""

    why: str
    have: int
    need: int


def forecast(counts: Sequence[float], hours: int, *, nominal: float = NOMINAL) -> Expected | Refused:
    """Say what the `hours` after a series of hourly counts will bring; the last count is the hour just over.

    Refuses where too little history is there to measure coverage, and below thirty counted in three weeks.
    """
    if hours < 1:
        raise ValueError("a forecast looks at least an hour ahead")
    need = FIRST_ORIGIN_H + hours + DAY_H * (2 * LEAST_ORIGINS - 1)
    if len(counts) < need:
        return Refused("short", len(counts), need)
    recent = sum(counts[-LEAST_H:])
    if recent < LEAST_COUNTED:
        return Refused("few", int(recent), LEAST_COUNTED)
    errors = past_errors(counts, hours)
    middle = expected_sum(counts, hours)
    width = quantile(errors, nominal) * math.sqrt(max(middle, 1.0))
    return Expected(
        hours, middle, max(0.0, middle - width), middle + width, nominal, measured(errors, nominal)
    )


def past_errors(counts: Sequence[float], hours: int) -> tuple[float, ...]:
    """Give the scaled absolute errors of the same forecast made from each earlier day, oldest first."""
    found = []
    origin = len(counts) - hours
    while origin >= FIRST_ORIGIN_H:
        middle = expected_sum(counts[:origin], hours)
        came = sum(counts[origin : origin + hours])
        found.append(abs(came - middle) / math.sqrt(max(middle, 1.0)))
        origin -= DAY_H
    return tuple(reversed(found))


def measured(errors: Sequence[float], nominal: float) -> Coverage:
    """Measure coverage: each error against the quantile of only those before it, from the tenth on."""
    held = sum(
        errors[place] <= quantile(errors[:place], nominal) for place in range(LEAST_ORIGINS, len(errors))
    )
    return Coverage(held, len(errors) - LEAST_ORIGINS)


def quantile(errors: Sequence[float], nominal: float) -> float:
    """Give the conformal quantile: the ceil((n + 1) * nominal)-th smallest, the largest where there is none."""
    ordered = sorted(errors)
    return ordered[min(math.ceil((len(ordered) + 1) * nominal), len(ordered)) - 1]


def expected_sum(counts: Sequence[float], hours: int) -> float:
    """Give the sum expected of the next hours."""
    known = counts[-PROFILE_H:]
    end = len(known)
    of_week, of_day = _profile(known, WEEK_H), _profile(known, DAY_H)
    weeks = max(end // WEEK_H, 1)
    shares = [
        (of_week[(end + step) % WEEK_H] * weeks + of_day[(end + step) % DAY_H] * SHRINK) / (weeks + SHRINK)
        for step in range(hours)
    ]
    return sum(shares) * _level(known)


def _profile(counts: Sequence[float], length: int) -> list[float]:
    """Give the mean of each place of a cycle."""
    sums, seen = [0.0] * length, [0] * length
    for place, count in enumerate(counts):
        sums[place % length] += count
        seen[place % length] += 1
    return [total / number if number else 0.0 for total, number in zip(sums, seen, strict=True)]


def _level(counts: Sequence[float]) -> float:
    """Give the last week's level against all that is known, damped by half: a rise seldom stays whole."""
    usual = sum(counts) / len(counts)
    last = sum(counts[-WEEK_H:]) / min(len(counts), WEEK_H)
    return math.sqrt(last / usual) if usual > 0 and last > 0 else 1.0


def growth(counts: Sequence[float], hours: int) -> float | None:
    """Give the last hours against as many before them as a ratio; None where the earlier ones are under ten."""
    last, before = sum(counts[-hours:]), sum(counts[-2 * hours : -hours])
    return last / before if before >= 10 else None
