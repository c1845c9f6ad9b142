"""Series on which every alarm is false, series with a burst that must be found, and the figures of both.

A detector is anything that names the alarms (interval from the beginning, row) of a table of counts; one outbreak
is one alarm. Rates are in alarms per 100 series-days that were looked at.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.backtest import replay
from storystream.early_warning.history import History
from storystream.early_warning.settings import Settings

Reals = NDArray[np.float64]
Alarms = Iterable[tuple[int, int]]
Detector = Callable[[History], Alarms]

#: A Monday, so that a table's first day is the first of a week: 5 January 1970 as a day and as an hour of UTC.
MONDAY: Final = {"day": 719167, "hour": 4 * 24}
#: Rates of the mixed families, items a day; each series draws its own between them, even on a logarithmic scale.
SLOW, FAST = 0.2, 20.0
#: Saturday and Sunday bring this part of a working day's items.
WEEKEND: Final = 0.35
#: Chance that a day is lost to a polling gap, and that the gap goes on.
GAP, GAP_GOES_ON = 0.04, 0.5


def table(counts: NDArray[np.int64], exposures: Reals | None = None, *, hourly: bool = False) -> History:
    """Counts (series x interval) as a history that begins on a Monday; without exposures all was looked at."""
    names = tuple(f"{row:05d}" for row in range(len(counts)))
    covered = np.ones(counts.shape) if exposures is None else exposures
    first = MONDAY["hour" if hourly else "day"]
    return History(names, first, 0, counts.astype(np.float32), covered.astype(np.float32))


def rates(chance: np.random.Generator, series: int) -> Reals:
    """A column of rates, one for each series."""
    return np.exp(chance.uniform(np.log(SLOW), np.log(FAST), (series, 1)))


def poisson(chance: np.random.Generator, series: int, days: int, rate: float | None = None) -> History:
    """Poisson counts with one rate, or with rates between SLOW and FAST."""
    means = rates(chance, series) if rate is None else np.full((series, 1), rate)
    return table(chance.poisson(np.broadcast_to(means, (series, days))))


def uneven(chance: np.random.Generator, series: int, days: int, most: float = 1.0) -> History:
    """Negative binomial counts; each series has its rate and its own variance beyond Poisson, up to `most` x mean^2."""
    beyond = chance.uniform(0.05, most, (series, 1))
    means = rates(chance, series) * chance.gamma(1.0 / beyond, beyond, (series, days))
    return table(chance.poisson(means))


def weekly(chance: np.random.Generator, series: int, days: int, *, own_phase: bool = False) -> History:
    """Poisson counts with quiet weekends; with `own_phase` each series has its two quiet days elsewhere."""
    shift = chance.integers(0, 7, (series, 1)) if own_phase else np.zeros((series, 1), dtype=np.int64)
    quiet = (np.arange(days) + shift) % 7 >= 5
    rhythm = np.where(quiet, WEEKEND, (7.0 - 2.0 * WEEKEND) / 5.0)
    return table(chance.poisson(rates(chance, series) * rhythm))


def gaps(chance: np.random.Generator, series: int, days: int, *, catch_up: bool = False) -> History:
    """Poisson counts with days that were not fetched; with `catch_up` their items all come on the next day."""
    counts = chance.poisson(np.broadcast_to(rates(chance, series), (series, days)))
    lost = chance.random((series, days)) < GAP
    for day in range(1, days):
        lost[:, day] |= lost[:, day - 1] & (chance.random(series) < GAP_GOES_ON)
    if catch_up:
        for day in range(days - 1):
            counts[:, day + 1] += np.where(lost[:, day], counts[:, day], 0)
    return table(np.where(lost, 0, counts), np.where(lost, 0.0, 1.0))


def reordered(history: History, chance: np.random.Generator) -> History:
    """The same days in an order of chance: keeps heavy tails, takes outbreaks apart."""
    return history.shuffled(chance, 1)


def spread_out(history: History, chance: np.random.Generator) -> History:
    """Every item on a day of chance: keeps only the totals (the null of the design's measurements)."""
    days = history.counts.shape[1]
    totals = history.counts.sum(axis=1).astype(np.int64)
    counts = np.stack([np.bincount(chance.integers(0, days, total), minlength=days) for total in totals])
    return replace(history, counts=counts.astype(np.float32))


#: Families of series without any outbreak.
NULLS: Final[dict[str, Callable[[np.random.Generator, int, int], History]]] = {
    "Poisson .2": lambda chance, series, days: poisson(chance, series, days, 0.2),
    "Poisson 1": lambda chance, series, days: poisson(chance, series, days, 1.0),
    "Poisson 5": lambda chance, series, days: poisson(chance, series, days, 5.0),
    "Poisson 20": lambda chance, series, days: poisson(chance, series, days, 20.0),
    "Poisson .2-20": poisson,
    "over-dispersed": uneven,
    "weekly": weekly,
    "weekly, own quiet days": lambda chance, series, days: weekly(chance, series, days, own_phase=True),
    "polling gaps": gaps,
    "gaps and catch-up": lambda chance, series, days: gaps(chance, series, days, catch_up=True),
}


def scan(settings: Settings) -> Detector:
    """The detector of storystream.early_warning."""
    return lambda history: replay(history, settings).alarms


def false_alarms(history: History, detector: Detector, in_a_day: int = 1) -> float:
    """Alarms per 100 series-days that were looked at."""
    days = float((history.exposures > 0.0).sum()) / in_a_day
    return 100.0 * sum(1 for _ in detector(history)) / days


def caught(
    chance: np.random.Generator, detector: Detector, rate: float, times: float, within: int, series: int
) -> float:
    """Part of the bursts found: after 45 days of Poisson(rate) the rate is `times` as high for `within` days."""
    before = 45
    quiet = chance.poisson(rate, (series, before))
    burst = chance.poisson(rate * times, (series, within))
    alarms = detector(table(np.concatenate([quiet, burst], axis=1)))
    return len({row for step, row in alarms if step >= before}) / series


def ramp_delay(
    chance: np.random.Generator, settings: Settings, a_day: Reals, more_an_hour: float = 1.0
) -> tuple[float, float]:
    """Median hours from the ramp's beginning to the end of the hour that alarms, and the part found in 12 hours.

    `a_day` are the ordinary items a day of each series (with a day and a night); after 32 days each brings
    `more_an_hour` items more, from an hour of chance on.
    """
    series, before, after = len(a_day), 32 * 24, 48
    hours = np.arange(before + after)
    day_and_night = 1.0 + 0.8 * np.sin(2.0 * np.pi * (hours % 24 - 9) / 24.0)
    begin = before + chance.integers(0, 24, series)
    counts = chance.poisson(a_day[:, None] / 24.0 * day_and_night)
    counts += np.where(hours >= begin[:, None], chance.poisson(more_an_hour, counts.shape), 0)
    delays = np.full(series, np.inf)
    for step, row in replay(table(counts, hourly=True), settings).alarms:
        if step >= begin[row]:
            delays[row] = min(delays[row], step + 1 - begin[row])
    return float(np.median(delays)), float((delays <= 12).mean())
