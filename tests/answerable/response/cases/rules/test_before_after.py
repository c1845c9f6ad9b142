"""The ratio of two counts with its exact interval."""

import random

import pytest

from answerable.response.cases.rules.before_after import rate_ratio


def test_equal_counts_give_a_ratio_of_one_inside_the_interval() -> None:
    found = rate_ratio(20, 24, 20, 24)
    assert found is not None
    assert found.ratio == pytest.approx(1)
    assert found.low < 1 < (found.high or 0)
    assert not found.is_clear


def test_the_interval_is_that_of_clopper_and_pearson() -> None:
    # 5 of 20: the exact 95 % interval of the share is 0.0866 to 0.4910 (Clopper and Pearson's own table).
    found = rate_ratio(15, 10, 5, 10)
    assert found is not None
    assert found.low == pytest.approx(0.0866 / 0.9134, rel=2e-3)
    assert found.high == pytest.approx(0.4910 / 0.5090, rel=2e-3)
    assert found.is_clear


def test_longer_hours_count_as_longer() -> None:
    found = rate_ratio(20, 48, 20, 24)
    assert found is not None
    assert found.ratio == pytest.approx(2)


def test_silence_after_has_no_lower_end_and_silence_before_no_upper_one() -> None:
    after, before = rate_ratio(12, 24, 0, 24), rate_ratio(0, 24, 12, 24)
    assert after is not None
    assert before is not None
    assert (after.low, after.ratio) == (0.0, 0.0)
    assert (before.high, before.ratio) == (None, None)
    assert after.is_clear
    assert before.is_clear


@pytest.mark.parametrize("spans", [(0, 24), (24, 0)])
def test_without_hours_there_is_nothing_to_compare(spans: tuple[float, float]) -> None:
    assert rate_ratio(3, spans[0], 3, spans[1]) is None


def test_without_counts_there_is_nothing_to_compare() -> None:
    assert rate_ratio(0, 24, 0, 24) is None


def test_large_counts_are_reckoned_too() -> None:
    found = rate_ratio(40_000, 72, 20_000, 72)
    assert found is not None
    assert found.ratio == pytest.approx(0.5)
    assert 0.49 < found.low < 0.5 < (found.high or 0) < 0.51


def test_the_interval_covers_the_true_ratio_as_often_as_it_says() -> None:
    chance, covered = random.Random(7), 0
    trials = 300
    for _ in range(trials):
        before = sum(chance.random() < 0.02 for _ in range(1_000))
        after = sum(chance.random() < 0.01 for _ in range(1_000))
        found = rate_ratio(before, 24, after, 24)
        covered += found is not None and found.low <= 0.5 <= (found.high or 1e9)
    # 95 % at least; three standard deviations of 300 trials below it are 91 %.
    assert covered / trials >= 0.91
