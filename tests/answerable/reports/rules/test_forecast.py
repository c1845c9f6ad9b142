"""What is expected, and how often its intervals held what came."""

import math
import random

import pytest

from answerable.reports.rules.forecast import (
    LEAST_H,
    PROFILE_H,
    Expected,
    Refused,
    expected_sum,
    forecast,
    growth,
    past_errors,
    quantile,
)

SHAPE = [1, 1, 1, 1, 1, 2, 4, 8, 12, 12, 10, 9, 9, 10, 10, 9, 8, 8, 7, 6, 5, 4, 3, 2]


def poisson(mean, chance):
    """Knuth's method; means here are small."""
    limit, number, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        number += 1
        product *= chance.random()
    return number


def make_counts(hours, *, seed, rate=0.5):
    """Hourly counts with a day's shape and half as much at weekends."""
    chance = random.Random(seed)
    return [
        poisson(rate * SHAPE[hour % 24] * (0.5 if hour // 24 % 7 > 4 else 1), chance) for hour in range(hours)
    ]


def test_a_day_is_expected_near_what_its_kind_of_day_brings():
    monday = expected_sum(make_counts(PROFILE_H, seed=1), 24)
    usual = 0.5 * sum(SHAPE)
    assert monday == pytest.approx(usual, rel=0.1)


def test_three_days_ahead_hold_the_weekend():
    counts = make_counts(PROFILE_H + 96, seed=2)  # ends with a Thursday: Friday, Saturday and Sunday follow
    assert expected_sum(counts, 72) == pytest.approx(0.5 * sum(SHAPE) * 2, rel=0.15)


@pytest.mark.parametrize("hours", [24, 48, 72])
def test_intervals_hold_about_as_often_as_they_say_on_series_they_never_saw(hours):
    held = tries = 0
    for seed in range(16):
        counts = make_counts(PROFILE_H + hours, seed=100 + seed)
        said = forecast(counts[:-hours], hours)
        assert isinstance(said, Expected)
        tries += 1
        held += said.low <= sum(counts[-hours:]) <= said.high
    assert 0.6 <= held / tries <= 1.0


def test_the_coverage_shown_is_measured_on_days_the_interval_was_not_made_from():
    counts = make_counts(PROFILE_H, seed=3)
    said = forecast(counts, 24)
    assert isinstance(said, Expected)
    assert said.coverage.tries == len(past_errors(counts, 24)) - 10
    assert said.coverage.tries >= 20
    assert 0.6 <= said.coverage.share <= 0.97


def test_no_error_of_the_past_looks_at_what_came_after_it():
    counts = make_counts(PROFILE_H, seed=4)
    spoiled = counts[:-24] + [count + 500 for count in counts[-24:]]
    assert past_errors(counts, 24)[:-1] == past_errors(spoiled, 24)[:-1]


def test_too_short_and_too_rare_series_are_refused_with_what_they_lack():
    assert forecast([1] * 48, 24) == Refused("short", 48, 816)
    assert forecast([0] * PROFILE_H, 24) == Refused("few", 0, 30)
    with pytest.raises(ValueError, match="an hour ahead"):
        forecast([1] * PROFILE_H, 0)


@pytest.mark.parametrize("hours", [24, 72])
def test_a_refusal_asks_for_just_enough_history_to_measure_coverage(hours):
    said = forecast([1] * LEAST_H, hours)
    assert isinstance(said, Refused)
    enough = forecast([1] * said.need, hours)
    assert isinstance(enough, Expected)
    assert enough.coverage.tries == 10
    assert isinstance(forecast([1] * (said.need - 1), hours), Refused)


def test_nothing_below_nought_is_expected():
    said = forecast([1 if hour % 12 == 0 else 0 for hour in range(PROFILE_H)], 24)
    assert isinstance(said, Expected)
    assert said.low >= 0


def test_the_quantile_is_the_conformal_one():
    assert quantile([5, 1, 4, 2, 3, 9, 8, 7, 6], 0.8) == 8
    assert quantile([1, 2], 0.8) == 2


def test_growth_is_not_said_of_a_handful():
    assert growth([1] * 24 + [2] * 24, 24) == 2.0
    assert growth([0] * 15 + [1] * 9 + [9] * 24, 24) is None
