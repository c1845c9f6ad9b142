"""Intervals, held against figures from elsewhere."""

import pytest

from answerable.governance.questionnaires.rules.intervals import bootstrap_mean, mean_of, wilson


def test_wilson_agrees_with_newcombes_example():
    # Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263 gives 0.2553 to 0.3662.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20)[0] == 0
    assert wilson(0, 20)[1] == pytest.approx(0.1611, abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_bootstrapped_mean_covers_the_mean_and_is_the_same_each_time():
    counts = {1: 5, 2: 6, 3: 9, 4: 12, 5: 8}
    low, high = bootstrap_mean(counts)
    assert low < mean_of(counts) < high
    assert (low, high) == bootstrap_mean(counts)
    # The normal interval of the same data: 3.3 +- 1.96 * 1.31 / sqrt(40).
    assert (low, high) == pytest.approx((2.89, 3.71), abs=0.06)
