"""The tails and the windows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storystream.early_warning.scan import (
    CALM,
    CHANCE,
    LENGTH,
    LOOK_COLUMNS,
    MEAN,
    POISSON_SIZE,
    SCORE,
    SEEN,
    chances,
    least_alarming,
    look,
    size_of,
    usable,
)

DAILY = np.array([[1.0, 2.0, 3.0], [0.25, 0.1, 1.0]])
SURE = np.array([0.02, 0.0, 0.1])
means = st.floats(0.01, 500.0)
sizes = st.floats(0.05, 1e6)


def looked(counts: list[float], means: list[float], *, reach: float = 3.0) -> np.ndarray:
    out = np.zeros(LOOK_COLUMNS)
    look(np.array(counts), np.array(means), DAILY, SURE, np.array([3.0, 1.0, reach]), out)
    return out


@pytest.mark.parametrize("mean", [0.01, 0.7, 5.0, 60.0, 3000.0])
@pytest.mark.parametrize("size", [0.1, 2.0, 50.0, 1e5, POISSON_SIZE])
def test_tails_are_those_of_scipy(mean: float, size: float) -> None:
    stats = pytest.importorskip("scipy.stats")
    for count in {0, 1, 3, int(mean), int(2 * mean) + 2, int(5 * mean) + 9}:
        if size >= POISSON_SIZE:
            expected, exactly = stats.poisson.sf(count - 1, mean), stats.poisson.pmf(count, mean)
        else:
            share = size / (size + mean)
            expected = stats.nbinom.sf(count - 1, size, share)
            exactly = stats.nbinom.pmf(count, size, share)
        ours = chances(float(count), mean, size)
        assert ours[0] == pytest.approx(expected, rel=1e-6, abs=1e-290)
        assert ours[1] == pytest.approx(exactly, rel=1e-6, abs=1e-290)


@settings(deadline=None)
@given(means, sizes, st.integers(0, 400))
def test_one_more_seen_never_raises_the_chance(mean: float, size: float, count: int) -> None:
    assert chances(count + 1.0, mean, size)[0] <= chances(float(count), mean, size)[0] * (1.0 + 1e-9)


@settings(deadline=None)
@given(means, sizes, st.integers(1, 400))
def test_the_tail_drops_by_the_chance_of_the_count_itself(mean: float, size: float, count: int) -> None:
    tail, exactly = chances(float(count), mean, size)
    assert tail - exactly == pytest.approx(chances(count + 1.0, mean, size)[0], abs=1e-9)


def test_with_nothing_expected_only_nothing_is_possible() -> None:
    assert chances(0.0, 0.0, 1.0) == (1.0, 1.0)
    assert chances(1.0, 0.0, 1.0) == (0.0, 0.0)


def test_without_doubt_the_count_is_poisson() -> None:
    assert size_of(4.0, 16.0, 0.0, 0.0, 0.0) == POISSON_SIZE


def test_more_doubt_makes_a_wider_count() -> None:
    assert size_of(4.0, 16.0, 0.5, 0.0, 0.0) < size_of(4.0, 16.0, 0.1, 0.0, 0.0)


def test_a_look_names_the_window_that_stands_out_most() -> None:
    found = looked([1, 1, 1, 20], [1, 1, 1, 1])
    assert (found[LENGTH], found[SEEN], found[MEAN]) == (1, 20, 1)
    found = looked([1, 6, 6, 6], [1, 1, 1, 1])
    assert (found[LENGTH], found[SEEN], found[MEAN]) == (3, 18, 3)


def test_a_look_does_not_reach_further_than_it_may() -> None:
    assert looked([1, 9, 9, 9], [1, 1, 1, 1], reach=1.0)[SEEN] == 9


def test_an_interval_without_exposure_neither_adds_nor_signals() -> None:
    assert looked([0, 50], [1, 0])[SCORE] == 1.0
    found = looked([1, 50, 20], [1, 0, 1])
    assert (found[SEEN], found[MEAN]) == (20, 1)


def test_fewer_items_than_asked_for_are_no_signal() -> None:
    assert looked([0, 0, 0, 2], [1e-9, 1e-9, 1e-9, 1e-9])[LENGTH] == 0


def test_the_calm_window_tells_how_ordinary_the_newest_interval_is() -> None:
    assert looked([1, 9, 9, 1], [1, 1, 1, 1])[CALM] == 1.0
    assert looked([1, 9, 9, 9], [1, 1, 1, 1])[CALM] < 1e-3


def test_the_chance_given_is_that_of_as_many_or_more() -> None:
    found = looked([1, 1, 1, 8], [1, 1, 1, 1])
    size = size_of(1.0, 1.0, *SURE)
    assert found[CHANCE] == pytest.approx(chances(8.0, 1.0, size)[0])


@settings(deadline=None)
@given(st.floats(0.01, 200.0), st.floats(0.3, 1e4), st.floats(1e-7, 0.05), st.integers(1, 5))
def test_the_least_alarming_count_is_the_first_at_the_bar(
    mean: float, size: float, bar: float, least: int
) -> None:
    count = least_alarming(mean, size, bar, float(least))

    def mid_p(seen: float) -> float:
        as_many, exactly = chances(seen, mean, size)
        return as_many - exactly / 2

    assert mid_p(count) <= bar
    assert count == max(np.floor(mean) + 1, least) or mid_p(count - 1) > bar


def test_a_quiet_series_cannot_use_its_allowance() -> None:
    assert usable(np.full(3, 0.01), DAILY, SURE, 0.005, 3.0) < 0.01


def test_a_busy_series_uses_about_its_whole_allowance() -> None:
    assert 0.6 < usable(np.full(3, 200.0), DAILY, SURE, 0.005, 3.0) < 1.2
