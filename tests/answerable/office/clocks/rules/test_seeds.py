"""The shipped calendars are what they say."""

import importlib
from datetime import date, timedelta

import pytest

from answerable.office.clocks.rules.calendars import DayKind
from answerable.office.clocks.rules.seeds import BARE, code_for, codes, seed


def days(first, last):
    """Every day of a span."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def test_the_shipped_working_days_of_china_are_those_of_the_notices() -> None:
    from_notices = importlib.import_module("tests.answerable.governance.plan.rules.chinese_years")
    ours = seed("CN")
    for day in days(date(2024, 1, 1), date(2026, 12, 31)):
        off = day in from_notices.HOLIDAYS or (day.weekday() > 4 and day not in ours.make_up)
        assert ours.look_up(day).is_working is not off, day


@pytest.mark.parametrize(("code", "place"), [("CN", "CN"), ("HK", "HK"), ("IE", "IE")])
def test_the_shipped_days_off_are_those_of_the_library_they_came_from(code, place) -> None:
    library = pytest.importorskip("holidays").country_holidays(place, years=range(2023, 2031))
    assert set(seed(code).holidays) == set(library)


def test_a_make_up_day_is_worked_though_it_is_a_week_end() -> None:
    assert seed("CN").look_up(date(2026, 10, 10)).kind is DayKind.MAKE_UP
    assert seed("CN").look_up(date(2026, 10, 10)).is_working


def test_a_year_without_its_notice_is_not_confirmed() -> None:
    assert 2026 in seed("CN").confirmed
    assert 2027 not in seed("CN").confirmed


def test_every_shipped_calendar_can_be_counted_on() -> None:
    for code in codes():
        calendar = seed(code)
        worked = sum(calendar.look_up(day).is_working for day in days(date(2026, 1, 1), date(2026, 12, 31)))
        assert 240 < worked < 257, code
        assert calendar.place


def test_an_unknown_place_begins_with_week_ends_and_no_year_that_is_sure() -> None:
    calendar = seed(code_for("Africa/Nairobi"), "Africa/Nairobi")
    assert (calendar.version, calendar.zone, calendar.confirmed) == (
        f"{BARE}-0",
        "Africa/Nairobi",
        frozenset(),
    )
    assert code_for("Europe/London") == "GB-ENG"
