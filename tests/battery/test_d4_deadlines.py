"""D4: deadlines counted a second time, day by day and hour by hour, from thousands of starts in three zones.

The controls count as it is often done: a day is 24 hours, a week has five working days, and hours are added to what
the clock on the wall shows.
"""

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from answerable.office.clocks.rules import Limit, Span, WorkCalendar, deadline
from tests.answerable.office.clocks.rules.test_limits import AUTUMN

STARTS = 1500
BERLIN = WorkCalendar(
    zone="Europe/Berlin",
    version="2025-1",
    holidays={
        date(2025, 10, 3): "Einheit",
        date(2025, 12, 25): "Weihnachten",
        date(2025, 12, 26): "Weihnachten",
    },
    confirmed=frozenset({2024, 2025, 2026}),
)
#: Shanghai had summer time from 1986 to 1991: files of that time, and a test that it is not forgotten.
OLD_SHANGHAI = WorkCalendar(zone="Asia/Shanghai", version="1986-1", confirmed=frozenset({1986, 1987}))
CALENDARS = {
    "Shanghai": (AUTUMN, datetime(2025, 8, 1, tzinfo=UTC), 90),
    "Berlin": (BERLIN, datetime(2024, 1, 10, tzinfo=UTC), 700),
    "Shanghai 1986": (OLD_SHANGHAI, datetime(1986, 4, 1, tzinfo=UTC), 250),
}


def starts(name):
    """Moments of one calendar's time, with the limits that run from them."""
    calendar, first, days = CALENDARS[name]
    chance = random.Random(name)
    for _number in range(STARTS):
        at = first + timedelta(seconds=chance.randrange(days * 86_400))
        yield calendar, at.astimezone(ZoneInfo(calendar.zone)), chance.randint(1, 25)


def is_worked(calendar, day):
    """Whether people work on a day, by the calendar's own lists and the week alone."""
    return day in calendar.make_up or (day.weekday() < 5 and day not in calendar.holidays)


def counted_again(calendar, start, amount, worked):
    """The last second of the day on which so many days, or working days, are over."""
    day = start.date()
    while amount:
        day += timedelta(days=1)
        amount -= not worked or is_worked(calendar, day)
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(calendar.zone)).astimezone(UTC)


@pytest.mark.parametrize("name", CALENDARS)
def test_days_counted_one_by_one_end_where_the_rules_say(name, tally):
    for calendar, start, amount in starts(name):
        for span, worked in ((Span.WORKING_DAY, True), (Span.CALENDAR_DAY, False)):
            found = deadline(start, Limit(amount, span), calendar).at
            assert found == counted_again(calendar, start, amount, worked), (start, amount, span)
    tally(cases=2 * STARTS)


@pytest.mark.parametrize("name", CALENDARS)
def test_hours_are_hours_whatever_the_clocks_do(name, tally):
    for calendar, start, amount in starts(name):
        found = deadline(start, Limit(amount, Span.HOUR), calendar).at
        assert found.timestamp() - start.timestamp() == amount * 3600
    tally(cases=STARTS)


@pytest.mark.parametrize("name", CALENDARS)
def test_the_zone_in_which_a_start_is_told_changes_nothing(name, tally):
    for calendar, start, amount in starts(name):
        limit = Limit(amount, Span.WORKING_DAY)
        assert deadline(start.astimezone(UTC), limit, calendar).at == deadline(start, limit, calendar).at
    tally(cases=STARTS, faults=STARTS)


def slips(name, naive):
    """How many deadlines a naive way of counting puts on another day."""
    found = 0
    for calendar, start, amount in starts(name):
        right = deadline(start, Limit(amount, Span.WORKING_DAY), calendar).at
        found += naive(start, amount).astimezone(start.tzinfo).date() != right.astimezone(start.tzinfo).date()
    return found


def five_a_week(start, amount):
    """The control that knows week-ends and no calendar."""
    while amount:
        start += timedelta(days=1)
        amount -= start.weekday() < 5
    return start


@pytest.mark.parametrize("name", CALENDARS)
def test_the_control_that_adds_24_hours_a_day_slips(name, tally):
    found = slips(name, lambda start, amount: start + timedelta(hours=24 * amount))
    assert found > STARTS // 2
    tally(cases=STARTS, faults=found, control=True)


def test_the_control_that_knows_week_ends_alone_slips_in_autumn(tally):
    found = slips("Shanghai", five_a_week)
    assert found > STARTS // 10
    tally(cases=STARTS, faults=found, control=True)


@pytest.mark.parametrize("name", ["Berlin", "Shanghai 1986"])
def test_the_control_that_adds_hours_on_the_wall_slips_with_the_clocks(name, tally):
    found = 0
    for calendar, start, amount in starts(name):
        right = deadline(start, Limit(amount, Span.HOUR), calendar).at
        found += (start + timedelta(hours=amount)).astimezone(UTC) != right
    assert found > 0
    tally(cases=STARTS, faults=found, control=True)
