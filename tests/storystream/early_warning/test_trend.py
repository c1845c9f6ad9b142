"""Trends."""

import math
from datetime import timedelta

import pytest

from storystream.early_warning.trend import rate_interval, trend
from storystream.items import Count
from tests.storystream.early_warning.makers import FIRST, daily, hourly


def test_the_interval_of_no_items_begins_at_nothing() -> None:
    low, high = rate_interval(0, 2.0)
    assert low == 0.0
    assert high == pytest.approx(-math.log(0.05) / 2.0)


@pytest.mark.parametrize("count", [1, 7, 300, 20000])
def test_the_interval_is_that_of_the_gamma_distribution(count: int) -> None:
    gamma = pytest.importorskip("scipy.stats").gamma
    low, high = rate_interval(count, 3.0)
    assert low == pytest.approx(gamma.ppf(0.05, count) / 3.0, rel=1e-6)
    assert high == pytest.approx(gamma.ppf(0.95, count + 1) / 3.0, rel=1e-6)


def test_without_exposure_everything_is_possible() -> None:
    assert rate_interval(0, 0.0) == (0.0, math.inf)


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        ([5] * 10, "steady"),
        ([5] * 7 + [15] * 3, "growing"),
        ([15] * 7 + [2] * 3, "fading"),
        ([0] * 7 + [4] * 3, "emerging"),
        ([0] * 10, "steady"),
    ],
)
def test_the_last_three_days_are_held_against_the_week_before(seen: list[int], state: str) -> None:
    found = trend(daily(seen), FIRST + timedelta(days=10), every="day")
    assert found.state == state
    assert found.low <= found.rate <= found.high


def test_a_gap_is_left_out_of_the_rate() -> None:
    counts = [Count("a", FIRST + timedelta(days=day), 6, float(day != 9)) for day in range(10)]
    found = trend(counts, FIRST + timedelta(days=10), every="day")
    assert found.rate == pytest.approx(6.0)
    assert found.state == "steady"


def test_an_hourly_series_is_judged_by_its_last_day() -> None:
    found = trend(hourly([1] * 7 * 24 + [3] * 24), FIRST + timedelta(days=8))
    assert found.state == "growing"
    assert found.rate == pytest.approx(72.0)


def test_what_comes_later_is_not_looked_at() -> None:
    assert trend(daily([5] * 10 + [90] * 5), FIRST + timedelta(days=10), every="day").state == "steady"
