"""What is learnt of one series."""

import numpy as np
import pytest

from storystream.early_warning.baseline import (
    DAY_EXCESS,
    DAY_SQUARES,
    EXCESS,
    FIT_COLUMNS,
    FREE,
    RATE,
    RATE_DOUBT,
    SQUARES,
    learn,
    learn_rows,
    of_days,
    pull,
    pull_if_met,
    spread_within,
)


def fit_of(
    counts: np.ndarray, exposures: np.ndarray | None = None, *, hourly: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Fit and weekday factors of a series that begins on a Monday at midnight."""
    ticks = np.arange(len(counts))
    slots = np.stack([ticks % 24, ticks // 24 % 7]) if hourly else np.stack([np.zeros_like(ticks), ticks % 7])
    fit, by_hour, by_day = np.zeros(FIT_COLUMNS), np.ones(24 if hourly else 1), np.ones(7)
    covered = np.ones(len(counts)) if exposures is None else exposures
    learn(counts.astype(float), covered, slots, by_hour, by_day, 0.0, fit)
    return fit, by_day


def test_the_rate_is_items_over_exposure() -> None:
    fit, _ = fit_of(np.full(28, 4.0))
    assert fit[RATE] == pytest.approx((112 + 0.5) / 28)
    assert fit[RATE_DOUBT] == pytest.approx(1 / 112.5)


def test_a_gap_is_not_a_zero() -> None:
    counts, exposures = np.full(28, 4.0), np.ones(28)
    counts[5:9] = exposures[5:9] = 0.0
    assert fit_of(counts, exposures)[0][RATE] == pytest.approx((96 + 0.5) / 24)


def test_quiet_weekends_are_learnt() -> None:
    working, weekend = 20, 4
    counts = np.tile([working] * 5 + [weekend] * 2, 4)
    _, by_day = fit_of(counts)
    assert by_day[0] / by_day[6] == pytest.approx(5.0, rel=0.25)


def test_chance_is_not_taken_for_a_rhythm() -> None:
    believed = 0
    for seed in range(50):
        _, by_day = fit_of(np.random.default_rng(seed).poisson(5.0, 28))
        believed += bool((by_day != 1.0).any())
    assert believed <= 8


def test_two_weeks_are_too_short_for_a_rhythm() -> None:
    _, by_day = fit_of(np.tile([20] * 5 + [4] * 2, 2))
    assert (by_day == 1.0).all()


def test_unevenness_of_negative_binomial_counts_is_found() -> None:
    chance = np.random.default_rng(3)
    fits = [fit_of(chance.poisson(10 * chance.gamma(2, 0.5, 28)))[0] for _ in range(200)]
    assert sum(fit[EXCESS] for fit in fits) / sum(fit[SQUARES] for fit in fits) == pytest.approx(
        0.5, abs=0.07
    )


def test_poisson_counts_are_even() -> None:
    chance = np.random.default_rng(3)
    fits = [fit_of(chance.poisson(10, 28))[0] for _ in range(200)]
    assert sum(fit[EXCESS] for fit in fits) / sum(fit[SQUARES] for fit in fits) == pytest.approx(
        0.0, abs=0.01
    )


def test_what_the_hours_of_a_day_share_is_told_from_what_each_has_alone() -> None:
    chance = np.random.default_rng(5)
    together = [
        fit_of(chance.poisson(2 * np.repeat(chance.gamma(2, 0.5, 28), 24)), hourly=True)[0] for _ in range(60)
    ]
    alone = [fit_of(chance.poisson(2 * chance.gamma(2, 0.5, 28 * 24)), hourly=True)[0] for _ in range(60)]

    def shared(fits: list[np.ndarray]) -> float:
        return sum(fit[DAY_EXCESS] for fit in fits) / sum(fit[DAY_SQUARES] for fit in fits)

    assert shared(together) == pytest.approx(0.5, abs=0.1)
    assert shared(alone) == pytest.approx(0.0, abs=0.03)


def test_a_single_interval_says_nothing_about_unevenness() -> None:
    fit, _ = fit_of(np.array([9.0]))
    assert (fit[EXCESS], fit[SQUARES], fit[FREE]) == (0.0, 0.0, 0.0)


def test_nothing_known_gives_no_rate() -> None:
    assert fit_of(np.zeros(7), np.zeros(7))[0][RATE] == 0.0


def test_half_an_item_of_the_pooled_rate_guides_a_series_without_history() -> None:
    factors, fits = np.ones((1, 8)), np.zeros((1, FIT_COLUMNS))
    slots = np.zeros((2, 0), dtype=np.int64)
    learn_rows(np.zeros((1, 0), np.float32), np.zeros((1, 0), np.float32), slots, factors, 1, 3.0, fits)
    assert fits[0, RATE] == pytest.approx(3.0)


def test_counts_in_a_gap_are_not_learnt() -> None:
    counts, exposures = np.full((1, 7), 2.0, np.float32), np.ones((1, 7), np.float32)
    counts[0, 3], exposures[0, 3] = 90.0, 0.0
    fits = np.zeros((1, FIT_COLUMNS))
    slots = np.stack([np.zeros(7, dtype=np.int64), np.arange(7)])
    learn_rows(counts, exposures, slots, np.ones((1, 8)), 1, 0.0, fits)
    assert fits[0, RATE] == pytest.approx(12.5 / 6)


def test_days_are_sums_of_hours() -> None:
    assert of_days(np.arange(48.0), 24).tolist() == [276.0, 852.0]


def test_spread_within_a_rhythm_does_not_see_the_rhythm() -> None:
    counts = np.tile([50.0] * 5 + [5.0] * 2, 4)
    assert spread_within(counts, np.ones(28), np.arange(28) % 7, 7) == 1.0


def test_pulled_factors_lie_between_the_pooled_and_the_own_rhythm() -> None:
    counts = np.tile([30.0, 10.0], 20)
    slots = np.arange(40) % 2
    factors = np.ones(2)
    doubt, spent = pull(counts, np.full(40, 20.0), slots, factors, 1.0)
    assert 1.0 < factors[0] < 1.5
    assert 0.5 < factors[1] < 1.0
    assert doubt > 0.0
    assert 0.0 < spent < 2.0


def test_a_single_slot_is_no_rhythm() -> None:
    assert pull_if_met(np.ones(9), np.ones(9), np.ones(9), np.zeros(9, dtype=np.int64), np.ones(1)) == (
        0.0,
        0.0,
    )
