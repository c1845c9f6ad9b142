"""Changes of a calendar on plain values."""

from datetime import date, time

import pytest

from answerable.office.clocks.rules.calendars import DayKind
from answerable.office.clocks.rules.revising import (
    DayChange,
    Refused,
    To,
    Wrong,
    confirmed,
    revised,
    with_hours,
)
from answerable.office.clocks.rules.seeds import seed

CHINA = seed("CN")
SATURDAY, SUNDAY, MONDAY = date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (DayChange(SATURDAY, SATURDAY, To.MAKE_UP), DayKind.MAKE_UP),
        (DayChange(MONDAY, MONDAY, To.HOLIDAY, "Flood"), DayKind.HOLIDAY),
        (DayChange(date(2026, 10, 1), date(2026, 10, 1), To.PLAIN), DayKind.WORKING),
        (DayChange(date(2026, 10, 10), date(2026, 10, 10), To.PLAIN), DayKind.WEEKEND),
        (DayChange(date(2026, 10, 1), date(2026, 10, 1), To.MAKE_UP), DayKind.WORKING),
    ],
)
def test_days_become_what_was_asked(change, kind) -> None:
    assert revised(CHINA, [change]).look_up(change.first).kind is kind


def test_a_span_changes_every_day_in_it_and_no_other() -> None:
    found = revised(CHINA, [DayChange(SATURDAY, MONDAY, To.HOLIDAY, "Flood")])
    changed = {day for day in found.holidays if found.holidays.get(day) != CHINA.holidays.get(day)}
    assert changed == {SATURDAY, SUNDAY, MONDAY}
    assert found.make_up == CHINA.make_up


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (DayChange(MONDAY, SATURDAY, To.HOLIDAY), Wrong.ORDER),
        (DayChange(SATURDAY, date(2026, 5, 1), To.HOLIDAY), Wrong.TOO_LONG),
        (DayChange(MONDAY, MONDAY, To.PLAIN), Wrong.NOTHING),
        (DayChange(MONDAY, MONDAY, To.MAKE_UP), Wrong.NOTHING),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(change, why) -> None:
    with pytest.raises(Refused) as refusal:
        revised(CHINA, [change])
    assert refusal.value.why is why


@pytest.mark.parametrize(
    ("hours", "why"),
    [
        ((), Wrong.HOURS),
        (((time(12), time(9)),), Wrong.HOURS),
        (((time(9), time(12)), (time(11), time(17))), Wrong.HOURS),
        (CHINA.hours, Wrong.NOTHING),
    ],
)
def test_office_hours_are_in_order(hours, why) -> None:
    with pytest.raises(Refused) as refusal:
        with_hours(CHINA, hours)
    assert refusal.value.why is why


def test_a_confirmed_year_makes_no_deadline_provisional_any_more() -> None:
    assert CHINA.is_provisional(date(2026, 12, 1), date(2027, 1, 5))
    assert not confirmed(CHINA, 2027).is_provisional(date(2026, 12, 1), date(2027, 1, 5))
