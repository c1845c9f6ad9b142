"""What the series of one watcher have in common: the rhythm of day and week, and unevenness.

A series with little history leans on it (empirical Bayes; Efron and Morris 1975), which is what makes a first
week bearable and a fifth week better than a single series could be.
"""

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.baseline import of_days, pull_if_met

Reals = NDArray[np.float64]
Floats = NDArray[np.float32]
Slots = NDArray[np.int64]

#: Half a standard error is added to an unevenness that a series was given by itself: thin histories
#: underestimate it as often as not, and only that error costs false alarms (evaluate.bursts).
ERRORS_ADDED = 0.5
#: Before anything is known, a count's spread is taken for this much wider than Poisson; it weighs as much as two
#: days of five items, so that it guards the first days and is gone after the first weeks.
UNEVEN_BEFORE = 0.3
SQUARES_BEFORE = 50.0


def pooled_rhythm(counts: Floats, exposures: Floats, slots: Slots, in_a_day: int) -> Reals:
    """How much more than its mean each hour of the day, then each weekday, brings over all series.

    `counts` and `exposures` are series x interval, whole days. The sum of all series is read like one series: a
    rhythm is believed as far as it stands out of what days differ among themselves.
    """
    covered = exposures.sum(axis=1, keepdims=True, dtype=np.float64)
    known = np.where(exposures > 0.0, counts, 0.0).astype(np.float64)
    rates = np.divide(
        known.sum(axis=1, keepdims=True), covered, out=np.zeros_like(covered), where=covered > 0
    )
    expected = (rates * exposures).sum(axis=0)
    seen = known.sum(axis=0)
    by_hour, by_day = np.ones(in_a_day), np.ones(7)
    pull_if_met(seen, expected, expected, slots[0], by_hour)
    expected = expected * by_hour[slots[0]]
    days = of_days(expected, in_a_day)
    pull_if_met(of_days(seen, in_a_day), days, days, slots[1][::in_a_day].copy(), by_day)
    return np.concatenate([by_hour, by_day])


def pooled_rate(counts: Floats, exposures: Floats) -> float:
    """Mean items in a full interval over all series; 0.0 when nothing was covered yet."""
    covered = float(exposures.sum(dtype=np.float64))
    return (
        float(np.where(exposures > 0.0, counts, 0.0).sum(dtype=np.float64)) / covered
        if covered > 0.0
        else 0.0
    )


def unevenness(excess: Reals, squares: Reals, expected: Reals) -> Reals:
    """Variance beyond Poisson over squared mean, for each series, pulled towards that of all.

    Given are, for each series, the sums of squared residuals beyond Poisson, of squared means and of means.
    The pull follows how far the series differ beyond their own errors.
    """
    shared = (float(excess.sum()) + SQUARES_BEFORE * UNEVEN_BEFORE) / (float(squares.sum()) + SQUARES_BEFORE)
    shared = max(0.0, shared)
    result = np.full(len(excess), shared)
    known = (squares > 0.0) & (expected > 0.0)
    if not known.any():
        return result
    own = excess[known] / squares[known]
    mean = squares[known] / expected[known]
    error = (2.0 * (1.0 + shared * mean) ** 2 + 1.0 / mean) / squares[known]
    apart = max(0.0, float((((own - shared) ** 2 - error) / error).sum() / (1.0 / error).sum()))
    weight = apart / (apart + error)
    result[known] = np.maximum(0.0, weight * own + (1.0 - weight) * shared)
    result[known] += ERRORS_ADDED * np.sqrt(weight * error)
    return result
