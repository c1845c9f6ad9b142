"""Counts as a table."""

from datetime import UTC, datetime, timedelta, timezone

import numpy as np

from storystream.early_warning.history import History, hours_ahead, interval_of
from storystream.items import Count
from tests.storystream.early_warning.makers import FIRST, daily, hourly

SHANGHAI = timezone(timedelta(hours=8))


def test_a_day_is_the_day_on_the_series_own_clock() -> None:
    late = datetime(2026, 3, 1, 23, tzinfo=UTC)
    assert interval_of(late.astimezone(SHANGHAI), "day") == interval_of(late, "day") + 1
    assert interval_of(late.astimezone(SHANGHAI), "hour") == interval_of(late, "hour")


def test_the_clock_of_the_series_is_known() -> None:
    assert hours_ahead(datetime(2026, 3, 1, tzinfo=SHANGHAI)) == 8


def test_a_table_has_a_row_for_each_series_in_their_order() -> None:
    table = History.of(daily([1, 2], series="b") + daily([3, 4], series="a"), "day", "zero")
    assert table.names == ("a", "b")
    assert table.counts.tolist() == [[3, 4], [1, 2]]


def test_missing_intervals_are_silent_or_unknown() -> None:
    counts = [Count("a", FIRST, 1), Count("a", FIRST + timedelta(days=2), 1)]
    assert History.of(counts, "day", "zero").exposures.tolist() == [[1, 1, 1]]
    assert History.of(counts, "day", "unknown").exposures.tolist() == [[1, 0, 1]]


def test_nothing_makes_an_empty_table() -> None:
    assert History.of([], "day", "zero").counts.shape == (0, 0)


def test_shuffling_keeps_totals_by_weekday_and_gaps_with_their_counts() -> None:
    counts = [*daily(range(28)), Count("water", FIRST + timedelta(days=28), 99, 0.0)]
    table = History.of(counts, "day", "zero")
    mixed = table.shuffled(np.random.default_rng(1), 7)
    assert (mixed.counts != table.counts).any()
    for weekday in range(7):
        assert sorted(mixed.counts[0, weekday::7]) == sorted(table.counts[0, weekday::7])
    assert (mixed.counts[mixed.exposures == 0.0] == 0.0).all()


def test_shuffling_hours_keeps_the_hour_of_the_week() -> None:
    table = History.of(hourly([hour % 168 for hour in range(3 * 168)]), "hour", "zero")
    assert (table.shuffled(np.random.default_rng(1), 168).counts == table.counts).all()
