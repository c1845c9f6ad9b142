"""From a score to a rate of alarms, and back: the bar that keeps a bearable number of false alarms.

A score is the smallest mid-p over overlapping windows at one moment; an episode begins where it falls to the
bar. The looks overlap in time and between windows, so that episodes are rarer than looks times bar says for
single windows and more frequent than one window's; how much was measured once on simulated series (see
evaluate.bursts.calibration) and is kept here.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.baseline import EXPECTED, RATE
from storystream.early_warning.settings import Settings

Reals = NDArray[np.float64]

#: Episodes per look and unit of score, at few and at many items a day.
EPISODES_PER_LOOK: Final[dict[str, tuple[float, float]]] = {"day": (0.92, 1.1), "hour": (1.2, 2.9)}
#: Items a day from which on a series has many (measured: see above).
MANY: Final[dict[str, float]] = {"day": 10.0, "hour": 100.0}
#: Uneven series break a bar more often than their variance alone says; measured, at unevenness 1 and by its root.
UNEVEN_MORE: Final = 0.3
#: Until a baseline has met every weekday, chance is given less room: the square of the share of a week.
WEEK: Final = 7.0
SHORTEST: Final = 1.0 / 24.0 / 7.0


def looks_per_day(fits: Reals, uneven: Reals, settings: Settings) -> Reals:
    """The effective number of independent looks in a day for each series: episodes a day = looks x score."""
    low, high = EPISODES_PER_LOOK[settings.every]
    share = np.clip(np.log1p(fits[:, RATE] * settings.in_a_day) / np.log1p(MANY[settings.every]), 0.0, 1.0)
    covered = np.divide(fits[:, EXPECTED], fits[:, RATE], out=np.zeros(len(fits)), where=fits[:, RATE] > 0.0)
    week = np.clip(covered / settings.in_a_day / WEEK, SHORTEST, 1.0)
    looks = (low + (high - low) * share) * (1.0 + UNEVEN_MORE * np.sqrt(uneven.sum(axis=1))) / week**2
    return np.asarray(looks * settings.in_a_day)


def bars(looks: Reals, settings: Settings) -> Reals:
    """The score at which each series raises a signal, so that false alarms keep to the switch."""
    return np.asarray(settings.per_100_series_days / 100.0 / looks)
