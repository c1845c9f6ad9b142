"""The trend passage: growth, what is expected, and how often such intervals held."""

from datetime import timedelta

from answerable.reports.kinds.parts.trend import refusal, trend_of
from answerable.reports.rules.forecast import Expected, Refused
from tests.answerable.reports.kinds.makers import AT

HOUR = timedelta(hours=1)


def hours_back(count, number=1):
    end = AT.replace(minute=0)
    return {end - place * HOUR: number for place in range(1, count + 1)}


def test_hours_without_items_are_noughts_from_the_first_hour_on_and_not_before():
    found = trend_of({AT - 3 * HOUR: 5}, AT - 4 * HOUR, at=AT + timedelta(minutes=20))
    assert found.counts == (0, 5, 0, 0)
    assert found.since == AT - 4 * HOUR


def test_eight_even_weeks_are_expected_to_go_on_with_the_coverage_said():
    found = trend_of(hours_back(1344), AT - 1344 * HOUR, at=AT)
    assert (found.day_growth, found.week_growth) == (1.0, 1.0)
    for ahead, one in found.expected:
        assert isinstance(one, Expected)
        assert round(one.middle) == ahead
        assert one.coverage.held == one.coverage.tries > 20


def test_a_young_house_is_told_how_much_history_it_lacks():
    found = trend_of(hours_back(48), AT - 48 * HOUR, at=AT)
    refused = found.expected[0][1]
    assert refused == Refused("short", 48, 816)
    assert refusal(24, refused).zh == "不作24小时预计：仅有48小时历史数据，至少需要816小时。"


def test_a_house_that_has_read_nothing_has_no_trend():
    found = trend_of({}, None, at=AT)
    assert found.counts == ()
    assert found.week_growth is None
