"""What others use."""

import numpy as np

from storystream.evaluate.bursts import table
from storystream.evaluate.bursts_peers import ears, fixed_multiple

WEEK = [4, 5, 6, 5, 4, 6, 5]


def test_ears_c1_alarms_three_deviations_over_last_week() -> None:
    assert ears(table(np.array([[*WEEK, 8]])), back=1) == [(7, 0)]
    assert ears(table(np.array([[*WEEK, 7]])), back=1) == []


def test_ears_c2_leaves_out_the_two_days_before() -> None:
    rising = table(np.array([[*WEEK, 7, 7, 8]]))
    assert ears(rising, back=1) == []
    assert ears(rising, back=3) == [(9, 0)]


def test_fewer_than_three_items_are_no_alarm() -> None:
    assert ears(table(np.array([[0] * 7 + [2]])), back=1) == []
    assert fixed_multiple(table(np.array([[0] * 7 + [2]]))) == []


def test_consecutive_alarms_are_one() -> None:
    assert fixed_multiple(table(np.array([[*WEEK, 20, 40, 5, 60]]))) == [(7, 0), (10, 0)]


def test_a_day_that_was_not_looked_at_is_no_alarm() -> None:
    exposures = np.ones((1, 8))
    exposures[0, 7] = 0.0
    assert fixed_multiple(table(np.array([[*WEEK, 90]]), exposures)) == []


def test_before_a_week_has_passed_nobody_alarms() -> None:
    early = table(np.array([[1, 1, 90, 1, 1, 1, 1]]))
    assert ears(early, back=1) == []
    assert fixed_multiple(early) == []
