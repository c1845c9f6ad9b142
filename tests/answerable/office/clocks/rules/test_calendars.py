"""A calendar knows why a day is worked or not."""

from datetime import date

import pytest

from answerable.office.clocks.rules import DayKind, WorkCalendar

CALENDAR = WorkCalendar(
    zone="Asia/Shanghai",
    version="1",
    holidays={date(2026, 1, 1): "元旦"},
    make_up=frozenset({date(2026, 1, 4)}),
    confirmed=frozenset({2026}),
)


@pytest.mark.parametrize(
    ("day", "kind", "worked"),
    [
        (date(2026, 1, 1), DayKind.HOLIDAY, False),
        (date(2026, 1, 3), DayKind.WEEKEND, False),
        (date(2026, 1, 4), DayKind.MAKE_UP, True),
        (date(2026, 1, 5), DayKind.WORKING, True),
    ],
)
def test_a_day_is_what_the_notice_says(day, kind, worked):
    found = CALENDAR.look_up(day)
    assert (found.kind, found.is_working) == (kind, worked)


def test_a_span_into_a_year_without_notice_is_provisional():
    assert CALENDAR.is_provisional(date(2026, 12, 20), date(2027, 1, 5))
    assert not CALENDAR.is_provisional(date(2026, 3, 1), date(2026, 3, 5))
