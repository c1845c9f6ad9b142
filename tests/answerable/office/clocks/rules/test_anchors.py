"""Month ends move off days that are not worked."""

from datetime import date

import pytest

from answerable.office.clocks.rules import Roll, WorkCalendar, anchored, month_end

#: 28 February 2026 is a Saturday that is worked (notice of the State Council's office for 2026).
SPRING = WorkCalendar(
    zone="Asia/Shanghai",
    version="2026-1",
    holidays={date(2026, 2, day): "春节" for day in range(15, 24)},
    make_up=frozenset({date(2026, 2, 14), date(2026, 2, 28)}),
    confirmed=frozenset({2026}),
)


@pytest.mark.parametrize(("year", "month", "last"), [(2024, 2, 29), (2026, 2, 28), (2026, 12, 31)])
def test_a_month_ends_on_its_last_day(year, month, last):
    assert month_end(year, month) == date(year, month, last)


@pytest.mark.parametrize(
    ("day", "roll", "expected"),
    [
        (date(2026, 5, 31), Roll.PREVIOUS, date(2026, 5, 29)),
        (date(2026, 5, 31), Roll.NEXT, date(2026, 6, 1)),
        (date(2026, 5, 31), Roll.NONE, date(2026, 5, 31)),
        (date(2026, 2, 28), Roll.PREVIOUS, date(2026, 2, 28)),
        (date(2026, 2, 18), Roll.NEXT, date(2026, 2, 24)),
    ],
)
def test_a_date_moves_to_the_nearest_working_day_on_its_side(day, roll, expected):
    assert anchored(day, roll, SPRING) == expected


def test_a_calendar_without_working_days_is_refused():
    with pytest.raises(ValueError, match="not worked"):
        anchored(
            date(2026, 5, 31), Roll.NEXT, WorkCalendar("Asia/Shanghai", "x", weekend=frozenset(range(7)))
        )
