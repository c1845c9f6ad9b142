"""What series have in common."""

import numpy as np
import pytest

from storystream.early_warning.pool import UNEVEN_BEFORE, pooled_rate, pooled_rhythm, unevenness

DAYS = np.stack([np.zeros(28, dtype=np.int64), np.arange(28) % 7])


def known(
    chance: np.random.Generator, beyond: float, series: int, mean: float = 5.0
) -> tuple[np.ndarray, ...]:
    spread = chance.gamma(1 / beyond, beyond, (series, 28)) if beyond else 1.0
    counts = chance.poisson(mean * spread, (series, 28))
    excess = ((counts - mean) ** 2 - mean).sum(axis=1)
    return excess, np.full(series, 28 * mean**2), np.full(series, 28 * mean)


def test_the_rhythm_of_all_is_found_where_no_single_series_shows_it() -> None:
    quiet = np.where(np.arange(28) % 7 >= 5, 0.3, 1.28)
    counts = np.random.default_rng(1).poisson(0.5 * quiet, (200, 28)).astype(np.float32)
    rhythm = pooled_rhythm(counts, np.ones((200, 28), np.float32), DAYS, 1)
    assert rhythm[0] == 1.0
    assert rhythm[1:6].mean() / rhythm[6:].mean() == pytest.approx(4.3, rel=0.25)


def test_without_a_rhythm_every_day_is_like_every_other() -> None:
    counts = np.random.default_rng(2).poisson(3.0, (100, 28)).astype(np.float32)
    assert (pooled_rhythm(counts, np.ones((100, 28), np.float32), DAYS, 1) == 1.0).all()


def test_the_pooled_rate_leaves_gaps_out() -> None:
    counts, exposures = np.full((2, 4), 3.0, np.float32), np.ones((2, 4), np.float32)
    exposures[0, :2] = 0.0
    assert pooled_rate(counts, exposures) == pytest.approx(3.0)
    assert pooled_rate(counts, exposures * 0) == 0.0


def test_series_of_one_kind_lend_each_other_their_unevenness() -> None:
    excess, squares, expected = known(np.random.default_rng(3), 0.5, 300)
    found = unevenness(excess, squares, expected)
    assert found.mean() == pytest.approx(0.5, abs=0.08)
    assert found.std() < 0.7 * (excess / squares).std()


def test_series_of_two_kinds_keep_apart() -> None:
    chance = np.random.default_rng(4)
    even, wild = known(chance, 0.0, 100), known(chance, 1.0, 100)
    found = unevenness(*(np.concatenate(pair) for pair in zip(even, wild, strict=True)))
    assert found[:100].mean() < 0.3 < 0.7 < found[100:].mean()


def test_before_anything_is_known_counts_are_taken_for_uneven() -> None:
    assert unevenness(np.zeros(3), np.zeros(3), np.zeros(3)).tolist() == [UNEVEN_BEFORE] * 3
