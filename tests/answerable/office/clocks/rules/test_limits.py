"""A limit counted on a calendar ends when the rules say, and shows how."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.office.clocks.rules import DayKind, Limit, Span, WorkCalendar, deadline, read_limit

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: National Day 2025 with its make-up days, from the notice of the State Council's office for 2025.
AUTUMN = WorkCalendar(
    zone="Asia/Shanghai",
    version="2025-1",
    holidays={date(2025, 10, day): "国庆节、中秋节" for day in range(1, 9)},
    make_up=frozenset({date(2025, 9, 28), date(2025, 10, 11)}),
    confirmed=frozenset({2025}),
)
LONDON = WorkCalendar(zone="Europe/London", version="1", confirmed=frozenset({2025, 2026}))


def moments(first, last, zones=(SHANGHAI, LONDON.place)):
    begin = datetime(first, 1, 1, tzinfo=UTC).timestamp()
    end = datetime(last, 12, 1, tzinfo=UTC).timestamp()
    zone = st.sampled_from(zones)
    return st.builds(datetime.fromtimestamp, st.floats(begin, end), zone)


def local(calendar, *parts):
    return datetime(*parts, tzinfo=calendar.place)


def test_working_days_skip_the_holiday_and_count_the_make_up_day():
    found = deadline(local(AUTUMN, 2025, 9, 26, 15), Limit(5, Span.WORKING_DAY), AUTUMN)
    assert found.at.astimezone(SHANGHAI) == local(AUTUMN, 2025, 10, 10, 23, 59, 59)
    kinds = {step.day.day: step.day.kind for step in found.steps}
    assert kinds[date(2025, 9, 28)] is DayKind.MAKE_UP
    assert kinds[date(2025, 10, 1)] is DayKind.HOLIDAY
    assert sum(step.counted for step in found.steps) == 5
    assert [step.used for step in found.steps][-1] == "5wd"


def test_a_deadline_that_reaches_a_year_without_its_notice_is_provisional():
    assert deadline(local(AUTUMN, 2025, 12, 29, 9), Limit(7, Span.WORKING_DAY), AUTUMN).provisional
    assert not deadline(local(AUTUMN, 2025, 11, 3, 9), Limit(7, Span.WORKING_DAY), AUTUMN).provisional


def test_hours_run_through_the_night_and_through_a_change_of_the_clocks():
    eve = local(LONDON, 2025, 3, 29, 22)
    found = deadline(eve, Limit(5, Span.HOUR), LONDON)
    assert found.at - eve.astimezone(UTC) == timedelta(hours=5)
    assert found.at.astimezone(LONDON.place).hour == 4


def test_working_hours_rest_at_noon_at_night_and_at_the_week_end():
    friday = local(AUTUMN, 2025, 9, 19, 16)
    found = deadline(friday, Limit(4, Span.WORKING_HOUR), AUTUMN)
    assert found.at.astimezone(SHANGHAI) == local(AUTUMN, 2025, 9, 22, 11, 30)


def test_working_hours_from_a_night_begin_with_the_office():
    found = deadline(local(AUTUMN, 2025, 9, 22, 3), Limit(1, Span.WORKING_HOUR), AUTUMN)
    assert found.at.astimezone(SHANGHAI) == local(AUTUMN, 2025, 9, 22, 10)


def test_calendar_days_count_everything():
    found = deadline(local(AUTUMN, 2025, 9, 30, 10), Limit(10, Span.CALENDAR_DAY), AUTUMN)
    assert found.at.astimezone(SHANGHAI).date() == date(2025, 10, 10)


@pytest.mark.parametrize(
    ("text", "limit"), [("5h", Limit(5, Span.HOUR)), (" 7 wd ", Limit(7, Span.WORKING_DAY))]
)
def test_a_limit_is_read_as_the_plan_writes_it(text, limit):
    assert read_limit(text) == limit


@pytest.mark.parametrize("text", ["", "wd", "7", "7 days", "-3h", "1.5h"])
def test_what_is_no_limit_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="for example 5h"):
        read_limit(text)


@given(
    start=moments(2024, 2026),
    amount=st.integers(1, 40),
    span=st.sampled_from(list(Span)),
    calendar=st.sampled_from([AUTUMN, LONDON]),
)
def test_a_longer_limit_never_ends_sooner_and_none_ends_before_its_start(start, amount, span, calendar):
    shorter = deadline(start, Limit(amount, span), calendar).at
    longer = deadline(start, Limit(amount + 1, span), calendar).at
    assert start < shorter < longer


@given(
    start=moments(2025, 2025, (SHANGHAI,)),
    amount=st.integers(1, 20),
)
def test_a_working_day_deadline_falls_on_a_working_day_and_counts_so_many(start, amount):
    found = deadline(start, Limit(amount, Span.WORKING_DAY), AUTUMN)
    last = found.at.astimezone(SHANGHAI).date()
    assert AUTUMN.look_up(last).is_working
    days = (last - start.date()).days
    between = [start.date() + timedelta(days=number) for number in range(1, days + 1)]
    assert sum(AUTUMN.look_up(day).is_working for day in between) == amount
