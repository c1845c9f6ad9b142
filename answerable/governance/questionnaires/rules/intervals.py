"""How sure a figure of a questionnaire is, said with its n."""

from collections.abc import Mapping
from math import sqrt

import numpy as np

#: Two-sided 95 %: the normal quantile of 0.975.
Z = 1.959964
#: Resamples of the bootstrap: the ends of the interval move by less than 0.02 points of a scale between runs.
RESAMPLES = 4000
#: Any fixed number: the same answers give the same interval, on every machine.
SEED = 20_250_101


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927): honest at small n and near 0 and 1."""
    if whole == 0:
        return 0.0, 1.0
    share, spread = part / whole, Z * Z / whole
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(share * (1 - share) / whole + spread / (4 * whole))
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_of(counts: Mapping[int, int]) -> float:
    """Give the mean of points from how often each was chosen."""
    whole = sum(counts.values())
    return sum(point * count for point, count in counts.items()) / whole


def bootstrap_mean(counts: Mapping[int, int]) -> tuple[float, float]:
    """Give the 95 % percentile interval of a mean (Efron 1979), drawn from the counts alone."""
    whole = sum(counts.values())
    points = np.array(sorted(counts), dtype=float)
    shares = np.array([counts[point] for point in sorted(counts)], dtype=float) / whole
    drawn = np.random.Generator(np.random.PCG64(SEED)).multinomial(whole, shares, size=RESAMPLES)
    low, high = np.percentile(drawn @ points / whole, [2.5, 97.5])
    return float(low), float(high)
