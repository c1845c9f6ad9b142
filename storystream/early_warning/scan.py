"""The look at one moment: every window of every series against its baseline.

A Poisson-gamma scan: the count of a window is negative binomial around what the baseline expects, with the
baseline's own doubt inside. Lengths of windows as in Kulldorff's scan; one series has one score, the smallest
mid-p of its windows over the window's share (Lancaster, "Significance tests in discrete distributions", 1961).
Tails follow Johnson, Kemp and Kotz, "Univariate Discrete Distributions" (2005), chapters 4 and 5: sums run
term by term from the count outward, so that a chance of 1e-300 is as exact as one of 0.5.
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled

Reals = NDArray[np.float64]
Floats = NDArray[np.float32]
Slots = NDArray[np.int64]

#: Columns of a look: score, and of the window that has it its length (0 for none), seen, expected and chance of as
#: many or more; then the mid-p of the window that shows whether an outbreak is over.
SCORE, LENGTH, SEEN, MEAN, CHANCE, CALM = range(6)
LOOK_COLUMNS: Final = 6
#: From this size on a negative binomial cannot be told from a Poisson in double precision.
POISSON_SIZE: Final = 1e9
#: A further term below this part of the sum changes no digit of a double.
NEGLIGIBLE: Final = 1e-17


@compiled
def log_chance(count: float, mean: float, size: float) -> float:
    """Natural logarithm of P(X = count) for mean > 0; size >= POISSON_SIZE stands for Poisson."""
    if size >= 1e9:
        return count * math.log(mean) - mean - math.lgamma(count + 1.0)
    ways = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1.0)
    return ways - size * math.log1p(mean / size) - count * math.log1p(size / mean)


@compiled
def chances(count: float, mean: float, size: float) -> tuple[float, float]:
    """P(X >= count) and P(X = count), where X has this mean and the variance mean + mean**2 / size.

    >>> at_least, exactly = chances(3.0, 2.0, 1e9)   # Poisson with mean 2
    >>> round(float(at_least), 6), round(float(exactly), 6)
    (0.323324, 0.180447)
    """
    if mean <= 0.0:
        return (1.0, 1.0) if count <= 0.0 else (0.0, 0.0)
    if count <= 0.0:
        return 1.0, math.exp(log_chance(0.0, mean, size))
    exactly = math.exp(log_chance(count, mean, size))
    poisson = size >= 1e9
    share = 1.0 if poisson else mean / (mean + size)
    total = 0.0
    term = exactly
    at = count
    if count > mean:
        while term > total * 1e-17:
            total += term
            term *= mean / (at + 1.0) if poisson else share * (at + size) / (at + 1.0)
            at += 1.0
        return min(total, 1.0), exactly
    while at > 0.0 and term >= total * 1e-17:
        term *= at / mean if poisson else at / (share * (at - 1.0 + size))
        at -= 1.0
        total += term
    return max(1.0 - total, 0.0), exactly


@compiled
def size_of(mean: float, squares: float, rate_doubt: float, rhythm_doubt: float, unevenness: float) -> float:
    """The size of the negative binomial with all doubts inside."""
    beyond = squares * (unevenness + rhythm_doubt) + mean * mean * rate_doubt
    return min(POISSON_SIZE, mean * mean / beyond) if beyond > 0.0 else POISSON_SIZE


@compiled
def mid_p(seen: float, mean: float, squares: float, doubts: Reals) -> tuple[float, float]:
    """P(X > seen) + P(X = seen) / 2, and P(X >= seen)."""
    size = size_of(mean, squares, float(doubts[0]), float(doubts[1]), float(doubts[2]))
    as_many, exactly = chances(seen, mean, size)
    return as_many - 0.5 * exactly, as_many


@compiled
def look(counts: Reals, means: Reals, windows: Reals, doubts: Reals, limits: Reals, out: Reals) -> None:
    """Writes one series' look (see LOOK_COLUMNS) to `out`.

    `counts` and `means` end with the newest interval; an interval that nothing was fetched in has mean 0, and
    neither adds nor signals. `windows` holds their lengths and their shares of the bar, `doubts` those of
    rate, rhythm and unevenness, `limits` the least count worth a signal, the window that shows calm, and how
    many intervals may be looked back.
    """
    out[:] = 1.0
    out[LENGTH] = 0.0
    newest = counts.size - 1
    if float(means[newest]) <= 0.0:
        return
    seen = 0.0
    mean = 0.0
    squares = 0.0
    reached = 0
    for number in range(windows.shape[1]):
        until = min(float(windows[0, number]), float(limits[2]))
        while reached < until:
            expected = float(means[newest - reached])
            if expected > 0.0:
                seen += float(counts[newest - reached])
                mean += expected
                squares += expected * expected
            reached += 1
        if seen <= mean:
            continue
        score, as_many = mid_p(seen, mean, squares, doubts)
        if float(windows[0, number]) == float(limits[1]):
            out[CALM] = score
        score /= float(windows[1, number])
        if seen >= float(limits[0]) and score < float(out[SCORE]):
            out[SCORE] = score
            out[LENGTH] = float(reached)
            out[SEEN] = seen
            out[MEAN] = mean
            out[CHANCE] = as_many


@compiled
def look_rows(
    counts: Floats, means: Reals, windows: Reals, doubts: Reals, limits: Reals, looks: Reals
) -> None:
    """Every row's look; `limits` is series x 3."""
    for row in range(counts.shape[0]):
        look(counts[row].astype(np.float64), means[row], windows, doubts[row], limits[row], looks[row])


@compiled
def least_alarming(mean: float, size: float, bar: float, at_least: float) -> float:
    """The smallest count whose mid-p lies at or under `bar`, found from the mean upward by doubling steps."""
    low = max(math.floor(mean), at_least - 1.0)
    step = 1.0
    while True:
        as_many, exactly = chances(low + step, mean, size)
        if as_many - 0.5 * exactly <= bar:
            break
        step *= 2.0
    low_step = step / 2.0 if step > 1.0 else 0.0
    while step - low_step > 1.0:
        middle = math.floor((step + low_step) / 2.0)
        as_many, exactly = chances(low + middle, mean, size)
        if as_many - 0.5 * exactly <= bar:
            step = middle
        else:
            low_step = middle
    return low + step


@compiled
def usable(means: Reals, windows: Reals, doubts: Reals, bar: float, at_least: float) -> float:
    """What part of its allowance a series can use, 1 on average: counts are whole, and few items never signal.

    It is the chance of the least alarming counts of all windows over the chance that the bar grants them.
    """
    reached = 0
    mean = 0.0
    squares = 0.0
    chance = 0.0
    granted = 0.0
    for number in range(windows.shape[1]):
        while reached < windows[0, number]:
            expected = float(means[means.size - 1 - reached])
            mean += expected
            squares += expected * expected
            reached += 1
        share = bar * float(windows[1, number])
        granted += share
        if mean > 0.0:
            size = size_of(mean, squares, float(doubts[0]), float(doubts[1]), float(doubts[2]))
            chance += chances(least_alarming(mean, size, share, at_least), mean, size)[0]
    return chance / granted
