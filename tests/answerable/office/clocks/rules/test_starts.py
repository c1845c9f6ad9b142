"""More than a thousand starts against the real Chinese calendars, counted by a plain walk over the notices' days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from answerable.office.clocks.rules.limits import Limit, Span, deadline
from answerable.office.clocks.rules.seeds import seed
from tests.answerable.governance.plan.rules import chinese_years
from tests.answerable.office.clocks.makers import moments

CHINA, ENGLAND = seed("CN"), seed("GB-ENG")
SHANGHAI, LONDON = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/London")
#: From 2024-01-01 to 2026-11-01: 1,036 days.
STARTS = [date(2024, 1, 1) + timedelta(days=number) for number in range(1036)]
MAKE_UP = CHINA.make_up


def walked(start: date, days: int) -> date:
    """Count working days one by one on the days of the notices."""
    day = start
    while days:
        day += timedelta(days=1)
        days -= day not in chinese_years.HOLIDAYS and (day.weekday() < 5 or day in MAKE_UP)
    return day


@pytest.mark.parametrize("amount", [1, 5, 7, 15, 20])
def test_working_days_end_where_a_walk_over_the_notices_ends(amount) -> None:
    for day in STARTS:
        start = datetime(day.year, day.month, day.day, 16, tzinfo=SHANGHAI)
        found = deadline(start, Limit(amount, Span.WORKING_DAY), CHINA)
        assert found.at.astimezone(SHANGHAI).date() == walked(day, amount), day


def test_counting_monday_to_friday_would_be_wrong_for_half_of_all_twenty_day_limits() -> None:
    """The figure that made the calendar a thing of its own: 54.5 % of 1,036 starts."""
    wrong = 0
    for day in STARTS:
        plain, left = day, 20
        while left:
            plain += timedelta(days=1)
            left -= plain.weekday() < 5
        wrong += plain != walked(day, 20)
    assert round(100 * wrong / len(STARTS), 1) == 54.5


@settings(max_examples=400)
@given(
    moments(datetime(2023, 12, 20, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)),
    st.sampled_from(list(Span)),
    st.integers(1, 40),
    st.sampled_from([CHINA, ENGLAND]),
)
@example(datetime(2024, 2, 28, 23, 30, tzinfo=UTC), Span.CALENDAR_DAY, 1, CHINA)
@example(datetime(2024, 2, 29, 12, tzinfo=UTC), Span.WORKING_DAY, 5, ENGLAND)
@example(datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC), Span.WORKING_DAY, 1, CHINA)
@example(datetime(2026, 3, 28, 23, tzinfo=UTC), Span.HOUR, 5, ENGLAND)
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), Span.WORKING_HOUR, 8, ENGLAND)
def test_a_deadline_lies_behind_its_start_and_in_days_it_ends_a_day_of_the_calendar_s_zone(
    start, span, amount, calendar
) -> None:
    found = deadline(start, Limit(amount, span), calendar)
    local = found.at.astimezone(calendar.place)
    assert found.at > start
    if span is Span.HOUR:
        assert found.at - start == timedelta(hours=amount)
    elif span in (Span.WORKING_DAY, Span.CALENDAR_DAY):
        assert (local.hour, local.minute, local.second) == (23, 59, 59)
        assert sum(step.counted for step in found.steps) == amount
    if span in (Span.WORKING_DAY, Span.WORKING_HOUR):
        assert calendar.look_up(local.date()).is_working


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        # the night in which London's clocks go forward, and the one in which they go back
        ((2026, 3, 28, 22), (5, Span.HOUR), (2026, 3, 29, 4)),
        ((2026, 10, 24, 22), (5, Span.HOUR), (2026, 10, 25, 2)),
        ((2026, 3, 27, 16), (4, Span.WORKING_HOUR), (2026, 3, 30, 11, 30)),
        ((2024, 2, 28, 12), (1, Span.CALENDAR_DAY), (2024, 2, 29, 23, 59, 59)),
        ((2025, 12, 31, 12), (1, Span.WORKING_DAY), (2026, 1, 2, 23, 59, 59)),
    ],
)
def test_nights_of_change_leap_day_and_year_end_in_london(start, limit, due) -> None:
    found = deadline(datetime(*start, tzinfo=LONDON), Limit(*limit), ENGLAND)
    assert found.at.astimezone(LONDON) == datetime(*due, tzinfo=LONDON)
