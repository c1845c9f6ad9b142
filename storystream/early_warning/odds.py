"""From a score to a rate of alarms, and back: the bar that keeps a bearable number of false alarms.

A score is the smallest mid-p over overlapping windows at one moment; an episode begins where it falls to the
bar. The looks overlap in time and between windows, so that episodes are rarer than looks times bar says for
single windows and more frequent than one window's; how much was measured once on simulated series (see
evaluate.bursts.calibration) and is kept here.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.settings import Settings

Reals = NDArray[np.float64]

#: Episodes per look and unit of score, at small and at large expected counts.
EPISODES_PER_LOOK: Final[dict[str, tuple[float, float]]] = {"day": (1.6, 2.5), "hour": (1.6, 2.5)}
#: Items a day from which on a series counts as large (measured: see above).
LARGE: Final = 10.0


def looks_per_day(items_a_day: Reals, settings: Settings) -> Reals:
    """The effective number of independent looks in a day: episodes a day = looks x score."""
    low, high = EPISODES_PER_LOOK[settings.every]
    share = np.clip(np.log1p(items_a_day) / np.log1p(LARGE), 0.0, 1.0)
    return np.asarray((low + (high - low) * share) * settings.in_a_day)


def bars(items_a_day: Reals, settings: Settings) -> Reals:
    """The score at which each series raises a signal, so that false alarms keep to the switch."""
    return np.asarray(settings.per_100_series_days / 100.0 / looks_per_day(items_a_day, settings))
