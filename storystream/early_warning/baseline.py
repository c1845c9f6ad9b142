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
#: Columns of a fit: items in a full interval; relative variance of that rate and of its rhythm; sum of squared
#: residuals beyond Poisson and of squared means, whose ratio is the unevenness; items expected.
RATE, RATE_DOUBT, RHYTHM_DOUBT, EXCESS, SQUARES, EXPECTED = range(6)
FIT_COLUMNS: Final = 6


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
def learn(
    counts: Reals, exposures: Reals, hours: Slots, days: Slots, by_hour: Reals, by_day: Reals, prior: float
) -> tuple[float, float, float, float, float, float]:
    """One series' fit (see FIT_COLUMNS) from its baseline; turns the pooled factors given into its own.

    `prior` is the mean rate of all series: half an item of it is mixed in, so that a series without history
    is taken for an ordinary one. Exposure 0 says nothing.
    """
    shape = exposures * by_hour[hours] * by_day[days]
    known = exposures > 0.0
    number = float(known.sum())
    total = float(np.where(known, counts, 0.0).sum())
    mixed_in = HALF_AN_ITEM / prior if prior > 0.0 else 0.0
    if number == 0.0 and mixed_in == 0.0:
        return 0.0, 1.0 / HALF_AN_ITEM, 0.0, 0.0, 0.0, 0.0
    rate = (total + HALF_AN_ITEM) / (float(shape.sum()) + mixed_in)
    doubt = 0.0
    spent = 1.0
    for rhythm in range(2):
        slots = days if rhythm == 0 else hours
        factors = by_day if rhythm == 0 else by_hour
        spread = spread_within(counts, exposures, slots, factors.size)
        more_doubt, more_spent = pull(counts, rate * shape, slots, factors, spread)
        if more_spent > 0.0:
            doubt += more_doubt
            spent += more_spent
            shape = exposures * by_hour[hours] * by_day[days]
            rate = (total + HALF_AN_ITEM) / (float(shape.sum()) + mixed_in)
    means = rate * shape
    excess = float((np.where(known, counts - means, 0.0) ** 2).sum())
    if number > spent + 1.0:
        excess *= number / (number - spent)
    expected = float(means.sum())
    return rate, 1.0 / (total + HALF_AN_ITEM), doubt, excess - expected, float((means**2).sum()), expected


@compiled
def learn_rows(
    counts: Floats, exposures: Floats, slots: Slots, factors: Reals, hours: int, prior: float, fits: Reals
) -> None:
    """Fits every row; `factors` comes in as the pooled rhythm (hours, then days) and goes out as the row's."""
    for row in range(counts.shape[0]):
        fit = learn(
            counts[row].astype(np.float64),
            exposures[row].astype(np.float64),
            slots[0],
            slots[1],
            factors[row, :hours],
            factors[row, hours:],
            prior,
        )
        for column in range(len(fit)):
            fits[row, column] = fit[column]
