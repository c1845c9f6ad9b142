"""From scores to rates."""

import numpy as np
import pytest

from storystream.early_warning.baseline import EXPECTED, FIT_COLUMNS, RATE
from storystream.early_warning.odds import bars, looks_per_day
from storystream.early_warning.settings import Settings


def fits(rate: float, days: float) -> np.ndarray:
    made = np.zeros((1, FIT_COLUMNS))
    made[0, RATE], made[0, EXPECTED] = rate, rate * days
    return made


def test_half_the_false_alarms_need_a_bar_half_as_high() -> None:
    looks = np.array([1.7])
    tight = bars(looks, Settings(per_100_series_days=0.25))
    assert bars(looks, Settings()) == pytest.approx(2 * tight)


def test_a_first_week_gives_chance_less_room() -> None:
    even = np.zeros((1, 2))
    assert looks_per_day(fits(5.0, 3), even, Settings()) > 4 * looks_per_day(fits(5.0, 28), even, Settings())


def test_after_a_week_the_length_of_history_changes_nothing() -> None:
    even = np.zeros((1, 2))
    assert looks_per_day(fits(5.0, 7), even, Settings()) == pytest.approx(
        looks_per_day(fits(5.0, 28), even, Settings())
    )


def test_an_uneven_series_has_a_lower_bar() -> None:
    even = looks_per_day(fits(5.0, 28), np.zeros((1, 2)), Settings())
    assert looks_per_day(fits(5.0, 28), np.ones((1, 2)), Settings()) > even


def test_a_series_without_a_rate_has_a_finite_bar() -> None:
    assert np.isfinite(looks_per_day(fits(0.0, 0), np.zeros((1, 2)), Settings())).all()
