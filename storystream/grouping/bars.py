"""The bar that a score must reach, from a null: what texts reach that cannot be about one matter.

Texts of days far apart are compared; how often the best of them reaches a score says how often a stranger would be
merged at that bar (stories.md section 4.2). One figure with one meaning in every language and length of text.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.grouping.tables import ONE, STEPS

#: Of 100 items that belong to no story, how many may be put into one all the same.
FALSE_MERGE_RATE: Final = 0.05
#: Chances per stranger at which a null is noted: two figures a decade.
CHANCES: Final = tuple(10.0 ** (-step / 2) for step in range(2, 15))
#: A day's own null counts against the shipped one as if the latter came from so many probes.
SHIPPED_PROBES: Final = 400


@dataclass(frozen=True, slots=True)
class Null:
    """What strangers reach: `scores[i]` (0..1) is reached by one stranger with chance `CHANCES[i]`.

    `probes`: how many texts were compared to learn it.
    """

    scores: tuple[float, ...]
    probes: int

    def bar(self, rate: float, strangers: int) -> float:
        """The score that the best of `strangers` independent ones reaches with chance `rate`.

        >>> null = Null(tuple(0.05 * step for step in range(1, 14)), 1000)
        >>> null.bar(0.05, 100) < null.bar(0.05, 1000) < null.bar(0.01, 1000)
        True
        """
        each = -np.expm1(np.log1p(-rate) / max(strangers, 1))
        return float(_along(-np.log10(each), -np.log10(np.array(CHANCES)), np.array(self.scores)))


def _along(at: float, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> float:
    """Straight lines through the points, going on beyond the last one."""
    if at > xs[-1]:
        return float(ys[-1] + (ys[-1] - ys[-3]) / (xs[-1] - xs[-3]) * (at - xs[-1]))
    return float(np.interp(at, xs, ys))


def learn(best: NDArray[np.float64], strangers: NDArray[np.int64]) -> Null:
    """The null from the best score of each probe among its so many strangers.

    >>> null = learn(np.linspace(0, 0.4, 1000), np.full(1000, 300))
    >>> 0.35 < null.bar(0.05, 300) < 0.4
    True
    """
    order = np.sort(best)[::-1]
    size = float(np.median(strangers))
    places = (np.arange(1, len(order) + 1) - 0.5) / len(order)
    each = -np.expm1(np.log1p(-np.minimum(places, 1 - 1e-9)) / size)
    known = -np.log10(each)[::-1]
    scores = [_along(-np.log10(chance), known, order[::-1]) for chance in CHANCES]
    return Null(tuple(np.maximum.accumulate(scores).round(5).tolist()), len(order))


def blended(shipped: Null, own: Null) -> Null:
    """Two nulls as one, each weighing as it has probes."""
    share = own.probes / (own.probes + SHIPPED_PROBES)
    scores = [
        (1 - share) * one + share * other for one, other in zip(shipped.scores, own.scores, strict=True)
    ]
    return Null(tuple(scores), shipped.probes + own.probes)


def curve(null: Null, rate: float) -> NDArray[np.int64]:
    """Bars at 2**0, 2**1, ... live representatives, in units of 2**-30.

    Below 2**8 the bar stays: a stream that has just begun should not merge on a whim.
    """
    bars = [null.bar(rate, 1 << max(step, 8)) for step in range(STEPS)]
    return np.array([round(min(max(bar, 0.02), 1.0) * ONE) for bar in bars], np.int64)


@cache
def shipped_nulls() -> dict[str, Null]:
    """The nulls that come with the library, by `language/length class` (`encoder:` in front for a mixed score)."""
    text = resources.files("storystream.grouping").joinpath("nulls.json").read_text("utf-8")
    return {name: Null(tuple(row["scores"]), row["probes"]) for name, row in json.loads(text).items()}


def shipped(language: str, length_class: int, encoder: str = "") -> Null:
    """The shipped null of a language and length class; unknown languages take the English ones.

    >>> shipped("en", 2).bar(0.05, 1000) > 0
    True
    """
    nulls = shipped_nulls()
    prefix = f"{encoder}:" if encoder else ""
    known = f"{prefix}{language}/{length_class}"
    return nulls[known] if known in nulls else nulls[f"{prefix}en/{length_class}"]
