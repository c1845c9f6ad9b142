"""Null and burst series, and the floors of early warning on them."""

import json
from importlib.resources import files

import numpy as np
import pytest

from storystream.early_warning.history import History
from storystream.early_warning.settings import Settings, one_false_alarm_in
from storystream.evaluate.bursts import (
    NULLS,
    WEEKEND,
    caught,
    false_alarms,
    gaps,
    poisson,
    ramp_delay,
    rates,
    reordered,
    scan,
    spread_out,
    table,
    uneven,
    weekly,
)

FLOORS = json.loads(files("storystream.evaluate").joinpath("floors.json").read_text(encoding="utf-8"))[
    "early_warning"
]
SERIES, DAYS = 200, 200


def chance() -> np.random.Generator:
    return np.random.default_rng(20260301)


def trials() -> dict[str, History]:
    """All families of chance, and one of uneven series whose days were put in another order."""
    families = {name: make(chance(), SERIES, DAYS) for name, make in NULLS.items()}
    return {
        **families,
        "days in an order of chance": reordered(uneven(chance(), SERIES, DAYS, 3.0), chance()),
    }


@pytest.mark.parametrize("name", [*NULLS, "days in an order of chance"])
def test_false_alarms_keep_to_what_is_stated(name: str) -> None:
    realised = false_alarms(trials()[name], scan(Settings()))
    assert realised <= FLOORS["false_alarms_per_100_series_days_at_most"]
    ratio = realised / Settings().per_100_series_days
    assert FLOORS["realised_over_stated_at_least"] <= ratio <= FLOORS["realised_over_stated_at_most"]


@pytest.mark.parametrize(
    "burst", FLOORS["caught"], ids=lambda burst: f"x{burst['times']}-on-{burst['a_day']}"
)
def test_bursts_are_caught(burst: dict[str, float]) -> None:
    part = caught(chance(), scan(Settings()), burst["a_day"], burst["times"], int(burst["within_days"]), 1000)
    assert part >= burst["part"]


def test_a_ramp_on_a_quiet_series_is_found_within_hours() -> None:
    settings = one_false_alarm_in(29, over_series=3317, every="hour")
    median, in_half_a_day = ramp_delay(chance(), settings, np.full(200, 0.1))
    assert median <= FLOORS["ramp_median_hours_at_most"]
    assert in_half_a_day > 0.95


def test_hourly_false_alarms_keep_to_what_is_stated() -> None:
    settings = Settings(every="hour", per_100_series_days=2.0)
    null = table(chance().poisson(2.0, (60, 24 * 50)), hourly=True)
    ratio = false_alarms(null, scan(settings), in_a_day=24) / settings.per_100_series_days
    assert FLOORS["realised_over_stated_at_least"] <= ratio <= FLOORS["realised_over_stated_at_most"]


def test_poisson_series_have_the_rate_asked_for() -> None:
    assert poisson(chance(), 50, 400, 3.0).counts.mean() == pytest.approx(3.0, rel=0.02)
    assert 0.2 <= rates(chance(), 500).min() < 0.3
    assert 15 < rates(chance(), 500).max() <= 20


def test_uneven_series_vary_more_than_poisson() -> None:
    counts = uneven(chance(), 100, 400).counts
    assert (counts.var(axis=1) / counts.mean(axis=1)).mean() > 2.0


def test_weekly_series_rest_at_weekends_or_on_days_of_their_own() -> None:
    counts = weekly(chance(), 200, 280).counts
    weekend = np.arange(280) % 7 >= 5
    assert counts[:, weekend].mean() / counts[:, ~weekend].mean() == pytest.approx(
        WEEKEND / ((7 - 2 * WEEKEND) / 5), rel=0.1
    )
    shifted = weekly(chance(), 200, 280, own_phase=True).counts
    assert shifted[:, weekend].mean() / shifted[:, ~weekend].mean() > 0.8


def test_gaps_have_no_exposure_and_no_items_which_may_come_afterwards() -> None:
    plain, later = gaps(chance(), 200, 300), gaps(chance(), 200, 300, catch_up=True)
    lost = plain.exposures == 0.0
    assert 0.05 < lost.mean() < 0.12
    assert plain.counts[lost].sum() == later.counts[lost].sum() == 0.0
    after = np.zeros_like(lost)
    after[:, 1:] = lost[:, :-1] & ~lost[:, 1:]
    assert later.counts[after].mean() > 1.7 * plain.counts[after].mean()


def test_reordering_keeps_every_count_and_spreading_only_totals() -> None:
    history = uneven(chance(), 5, 100)
    mixed, spread = reordered(history, chance()), spread_out(history, chance())
    assert np.sort(mixed.counts, axis=1).tolist() == np.sort(history.counts, axis=1).tolist()
    assert spread.counts.sum(axis=1).tolist() == history.counts.sum(axis=1).tolist()
    assert spread.counts.var(axis=1).mean() < mixed.counts.var(axis=1).mean()


def test_false_alarms_are_counted_over_days_that_were_looked_at() -> None:
    history = table(np.ones((2, 100), dtype=np.int64), np.tile([1.0, 0.0], (2, 50)))
    assert false_alarms(history, lambda _: [(3, 0), (9, 1)]) == 2.0


def test_an_alarm_before_the_burst_does_not_count_as_caught() -> None:
    assert caught(chance(), lambda history: [(44, row) for row in range(9)], 1.0, 5.0, 3, 9) == 0.0
    assert caught(chance(), lambda history: [(45, row) for row in range(9)], 1.0, 5.0, 3, 9) == 1.0
