"""What others use on daily counts: EARS C1 and C2, and a fixed multiple of last week's mean.

Hutwagner et al., "The bioterrorism preparedness and response Early Aberration Reporting System" (2003): an alarm where
the count lies three standard deviations over the mean of seven days, which end the day before (C1) or three days before
(C2). At least three items are asked for, as with our own signals. Consecutive alarms are one.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.history import History

#: What three standard deviations of a normal distribution state, per 100 series-days.
EARS_STATED: Final = 0.135
AT_LEAST: Final = 3
WEEK: Final = 7


def ears(history: History, *, back: int) -> list[tuple[int, int]]:
    """Alarms of EARS; `back` is 1 for C1 and 3 for C2."""
    mean, deviation = _last_week(history, back)
    return _episodes(history, history.counts > mean + 3.0 * np.maximum(deviation, 0.2))


def fixed_multiple(history: History, *, times: float = 3.0) -> list[tuple[int, int]]:
    """Alarms where a day brings so many times the mean of the seven days before."""
    mean, _ = _last_week(history, 1)
    return _episodes(history, history.counts >= times * mean)


def _last_week(history: History, back: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean and standard deviation of the seven days that end `back` days before each day; infinite before them."""
    counts = history.counts.astype(np.float64)
    mean = np.full(counts.shape, np.inf)
    deviation = np.zeros(counts.shape)
    first = WEEK + back - 1
    weeks = np.lib.stride_tricks.sliding_window_view(counts, WEEK, axis=1)[:, : counts.shape[1] - first]
    mean[:, first:] = weeks.mean(axis=2)
    deviation[:, first:] = weeks.std(axis=2, ddof=1)
    return mean, deviation


def _episodes(history: History, over: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First days of runs of alarms."""
    alarm = over & (history.counts >= AT_LEAST) & (history.exposures > 0.0)
    begins = alarm.copy()
    begins[:, 1:] &= ~alarm[:, :-1]
    rows, steps = np.nonzero(begins)
    return [(int(step), int(row)) for row, step in zip(rows, steps, strict=True)]
