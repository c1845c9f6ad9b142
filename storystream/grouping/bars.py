"""The bar that a score must reach, from a null: what texts reach that cannot be about one matter.

Texts of days far apart are compared; how often the best of them reaches a score says how often a stranger would be
merged at that bar (stories.md section 4.2). One figure with one meaning in every language and length of text.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.grouping.tables import ONE, STEPS

#: Of items that belong to no story, the share that may be put into one all the same. Over eight orders of ECB+ dev and
#: five of zh-hotlist dev: .02 gives B3 F1 .870 and .869, .03 .874 and .879, .05 .866 and .887.
FALSE_MERGE_RATE: Final = 0.03
#: Numbers of strangers at which a null is noted; between them it runs straight in the logarithm.
SIZES: Final = (256, 1024, 4096)
#: Shares of probes that reach a noted score.
RATES: Final = (0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005)
#: No bar lies below: a single shared common word must never do.
LEAST: Final = 0.05


@dataclass(frozen=True, slots=True)
class Null:
    """What strangers reach: the best of `SIZES[i]` strangers scores `scores[i][j]` (0..1) for `RATES[j]` of items.

    Noted at several sizes, for it cannot be reckoned from one: some items are like many strangers, most like none.
    `probes`: how many items were compared to learn it.
    """

    scores: tuple[tuple[float, ...], ...]
    probes: int

    def bar(self, rate: float, strangers: int) -> float:
        """The score that the best of so many strangers reaches with chance `rate`.

        >>> few, many = (0.1, 0.12, 0.14, 0.16, 0.2, 0.22, 0.24), (0.2, 0.22, 0.24, 0.26, 0.3, 0.32, 0.34)
        >>> null = Null((few, few, many), 1)
        >>> null.bar(0.05, 1024), round(null.bar(0.05, 4096), 2), round(null.bar(0.05, 16384), 2)
        (0.16, 0.26, 0.36)
        """
        at_sizes = np.array([_at(rate, scores) for scores in self.scores])
        sizes = np.log(np.array(SIZES))
        beyond = max(np.log(max(strangers, 1)) - sizes[-1], 0.0)
        slope = (at_sizes[-1] - at_sizes[-2]) / (sizes[-1] - sizes[-2])
        return float(np.interp(np.log(max(strangers, 1)), sizes, at_sizes) + beyond * slope)


def _at(rate: float, scores: Sequence[float]) -> float:
    """The score at a rate: straight in the logarithm of the rate, going on beyond the rarest noted one."""
    rates = -np.log(np.array(RATES))
    beyond = max(-np.log(rate) - rates[-1], 0.0)
    slope = (scores[-1] - scores[-3]) / (rates[-1] - rates[-3])
    return float(np.interp(-np.log(rate), rates, np.array(scores)) + beyond * slope)


def noted(best: NDArray[np.float64]) -> tuple[float, ...]:
    """The scores that the `RATES` of these probes reach.

    >>> noted(np.linspace(0, 1, 101))[2:4]
    (0.9, 0.95)
    """
    quantiles = np.quantile(best, 1 - np.array(RATES)) if len(best) else np.zeros(len(RATES))
    return tuple(quantiles.round(5).tolist())


def curve(null: Null, rate: float) -> NDArray[np.int64]:
    """Bars at 2**0, 2**1, ... live representatives, in units of 2**-30; level below the smallest of `SIZES`.

    A stream that has just begun should not merge on a whim, and what it holds is often of one day and place.
    """
    bars = [null.bar(rate, 1 << step) for step in range(STEPS)]
    return np.array([round(min(max(bar, LEAST), 1.0) * ONE) for bar in bars], np.int64)


@cache
def shipped_nulls() -> dict[str, Null]:
    """The nulls that come with the library, by `language/length class` (`encoder:` in front for a mixed score)."""
    text = resources.files("storystream.grouping").joinpath("nulls.json").read_text("utf-8")
    known: dict[str, dict[str, Any]] = json.loads(text)
    return {name: Null(tuple(map(tuple, row["scores"])), row["probes"]) for name, row in known.items()}


def shipped(language: str, length_class: int, encoder: str = "") -> Null:
    """The shipped null of a language and length class; unknown languages take the English ones.

    An encoder for which none was learnt takes those of the words alone: its stated rate does not hold until the
    stream is given a null of its own (`Stream.calibrate`).

    >>> shipped("en", 2).bar(0.05, 1000) > 0
    True
    """
    nulls = shipped_nulls()
    names = [f"{prefix}{name}/{length_class}" for prefix in (f"{encoder}:", "") for name in (language, "en")]
    return next(nulls[name] for name in names if name in nulls)
