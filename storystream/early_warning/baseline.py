"""What is ordinary for a series: its rate, its week and day, and how unevenly it comes.

The rate is a gamma posterior over counts and exposure (Gelman et al., "Bayesian Data Analysis", 2.6). Weekday
and hour factors are pulled towards the profile of all series as far as the series' own counts do not speak
against it, and unevenness (variance beyond Poisson) likewise; both by the method of moments, as in Noufaily
et al., "An improved algorithm for outbreak detection in multiple surveillance systems" (2013).
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled

Reals = NDArray[np.float64]
Floats = NDArray[np.float32]
Slots = NDArray[np.int64]

#: Jeffreys' prior of a Poisson rate: half an item.
HALF_AN_ITEM: Final = 0.5
#: A rhythm of its own is believed beyond two standard errors of chance.
ERRORS_TO_BELIEVE: Final = 2.0
#: A rhythm of its own needs each of its hours or days to have been met so often on average.
TIMES_MET: Final = 3.0
#: Columns of a fit. Items in a full interval; relative variance of that rate and of its rhythm; the sum of squared
#: residuals beyond Poisson and of squared means, whose ratio is the unevenness; items expected; the share of the
#: intervals that the fit left free; the sums again for what the intervals of one day share.
RATE, RATE_DOUBT, RHYTHM_DOUBT, EXCESS, SQUARES, EXPECTED, FREE, DAY_EXCESS, DAY_SQUARES = range(9)
FIT_COLUMNS: Final = 9


@compiled
def spread_within(counts: Reals, exposures: Reals, slots: Slots, number_of_slots: int) -> float:
    """Variance over mean between intervals of the same slot (1 for Poisson, whatever the rhythm), at least 1."""
    seen = np.zeros(number_of_slots)
    covered = np.zeros(number_of_slots)
    met = np.zeros(number_of_slots)
    for i in range(counts.size):
        if float(exposures[i]) > 0.0:
            seen[slots[i]] += counts[i]
            covered[slots[i]] += exposures[i]
            met[slots[i]] += 1.0
    above = 0.0
    below = 0.0
    for i in range(counts.size):
        slot = slots[i]
        if float(exposures[i]) > 0.0 and float(seen[slot]) > 0.0 and float(met[slot]) > 1.0:
            rate = float(seen[slot]) / float(covered[slot])
            exposure = float(exposures[i])
            above += (float(counts[i]) - rate * exposure) ** 2 / exposure
            below += rate * (1.0 - 1.0 / float(met[slot]))
    return max(1.0, above / below) if below > 0.0 else 1.0


@compiled
def pull(counts: Reals, ordinary: Reals, slots: Slots, factors: Reals, spread: float) -> tuple[float, float]:
    """Pulls `factors` of the slots towards the series; returns the doubt left and the parameters spent.

    `ordinary` is what is expected in each interval under the factors as they come in. The factors of a slot
    are a gamma posterior around them, whose strength is estimated from how far the slots lie apart beyond
    chance. Doubt is the mean relative variance of a factor.
    """
    seen = np.zeros(factors.size)
    mean = np.zeros(factors.size)
    for i in range(counts.size):
        if float(ordinary[i]) > 0.0:
            seen[slots[i]] += counts[i]
            mean[slots[i]] += ordinary[i]
    beyond = 0.0
    squares = 0.0
    chance = 0.0
    for slot in range(factors.size):
        expected = float(mean[slot])
        beyond += (float(seen[slot]) - expected) ** 2 - spread * expected
        squares += expected * expected
        chance += 2.0 * (spread * expected) ** 2 + spread**3 * expected
    if squares <= 0.0 or beyond <= ERRORS_TO_BELIEVE * math.sqrt(chance):
        return 0.0, 0.0
    strength = squares / beyond
    doubt = 0.0
    spent = 0.0
    for slot in range(factors.size):
        known = strength + float(mean[slot]) / spread
        factors[slot] *= (strength + float(seen[slot]) / spread) / known
        doubt += 1.0 / (strength + float(seen[slot]) / spread)
        spent += float(mean[slot]) / spread / known
    return doubt / factors.size, spent * (factors.size - 1.0) / factors.size


@compiled
def of_days(hourly: Reals, in_a_day: int) -> Reals:
    """Sums of whole days."""
    days: Reals = hourly.reshape(hourly.size // in_a_day, in_a_day).sum(axis=1)
    return days


@compiled
def pull_if_met(
    counts: Reals, exposures: Reals, ordinary: Reals, slots: Slots, factors: Reals
) -> tuple[float, float]:
    """`pull`, once every slot was met often enough to tell a rhythm from chance."""
    known = 0.0
    for i in range(exposures.size):
        if float(exposures[i]) > 0.0:
            known += 1.0
    if known < TIMES_MET * factors.size or factors.size < 2:
        return 0.0, 0.0
    return pull(counts, ordinary, slots, factors, spread_within(counts, exposures, slots, factors.size))


@compiled
def uneven_in(counts: Reals, means: Reals, in_a_day: int, fit: Reals) -> None:
    """Writes the sums that unevenness is estimated from into `fit`; `fit[FREE]` is set already.

    Within a day the parts of the variance are told apart: what each interval has by itself, and what all
    intervals of a day share, which is the product of residuals of different intervals of a day.
    """
    free = float(fit[FREE])
    if free <= 0.0:  # one interval says nothing about unevenness
        return
    squares = (counts - means) ** 2
    fit[EXCESS] = squares.sum() - free * means.sum()
    fit[SQUARES] = free * (means**2).sum()
    if in_a_day > 1:
        together = of_days(counts - means, in_a_day) ** 2 - of_days(squares, in_a_day)
        fit[DAY_EXCESS] = together.sum() + means.sum() * in_a_day / means.size
        fit[DAY_SQUARES] = (of_days(means, in_a_day) ** 2).sum() - (means**2).sum()


@compiled
def learn(
    counts: Reals, exposures: Reals, slots: Slots, by_hour: Reals, by_day: Reals, prior: float, fit: Reals
) -> None:
    """Writes one series' fit (see FIT_COLUMNS) from its baseline, whole days; turns the pooled factors into its own.

    `slots` holds hour and weekday of each interval. `prior` is the mean rate of all series: half an item of
    it is mixed in, so that a series without history is taken for an ordinary one. Exposure 0 says nothing,
    and the counts of such intervals must be 0.
    """
    in_a_day = by_hour.size
    fit[:] = 0.0
    total = float(counts.sum())
    number = float((exposures > 0.0).sum())
    mixed_in = HALF_AN_ITEM / prior if prior > 0.0 else 0.0
    fit[RATE_DOUBT] = 1.0 / (total + HALF_AN_ITEM)
    if number == 0.0 and mixed_in == 0.0:
        return
    shape = exposures * by_hour[slots[0]] * by_day[slots[1]]
    rate = (total + HALF_AN_ITEM) / (float(shape.sum()) + mixed_in)
    doubt, spent = pull_if_met(counts, exposures, rate * shape, slots[0], by_hour)
    shape = exposures * by_hour[slots[0]] * by_day[slots[1]]
    rate = (total + HALF_AN_ITEM) / (float(shape.sum()) + mixed_in)
    daily = of_days(rate * shape, in_a_day)
    weekdays = slots[1][::in_a_day].copy()
    more = pull_if_met(of_days(counts, in_a_day), of_days(exposures, in_a_day), daily, weekdays, by_day)
    shape = exposures * by_hour[slots[0]] * by_day[slots[1]]
    fit[RATE] = (total + HALF_AN_ITEM) / (float(shape.sum()) + mixed_in)
    means = float(fit[RATE]) * shape
    fit[RHYTHM_DOUBT] = doubt + more[0]
    fit[EXPECTED] = means.sum()
    fit[FREE] = max(0.0, number - spent - more[1] - 1.0) / number if number > 0.0 else 0.0
    uneven_in(counts, means, in_a_day, fit)


@compiled
def learn_rows(
    counts: Floats, exposures: Floats, slots: Slots, factors: Reals, hours: int, prior: float, fits: Reals
) -> None:
    """Fits every row; `factors` comes in as the pooled rhythm (hours, then days) and goes out as the row's."""
    for row in range(counts.shape[0]):
        covered = exposures[row].astype(np.float64)
        seen = np.where(covered > 0.0, counts[row].astype(np.float64), 0.0)
        learn(seen, covered, slots, factors[row, :hours], factors[row, hours:], prior, fits[row])
