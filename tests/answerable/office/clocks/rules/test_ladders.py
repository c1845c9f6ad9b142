"""Rungs are due as the plan says, in office hours, on the right side of the deadline."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.office.clocks.rules.ladders import (
    Far,
    Stretch,
    back_into_hours,
    into_hours,
    moment_of,
    read_offset,
    spans_of,
    touches_hours,
)
from answerable.office.clocks.rules.seeds import seed
from tests.answerable.office.clocks.makers import moments, shanghai

CHINA, ENGLAND = seed("CN"), seed("GB-ENG")
#: Ten working days to the end of Tuesday, 13 October 2026, across National Day and its make-up days.
DAYS = Stretch(shanghai(2026, 9, 18, 10), shanghai(2026, 10, 13, 23, 59, 59), False)
HOURS = Stretch(shanghai(2026, 9, 30, 20), shanghai(2026, 10, 1, 1), True)


@pytest.mark.parametrize(
    ("offset", "stretch", "moment"),
    [
        ("-2wd", DAYS, shanghai(2026, 10, 10, 9)),
        ("-6wd", DAYS, shanghai(2026, 9, 29, 9)),
        ("+1wd", DAYS, shanghai(2026, 10, 14, 9)),
        ("0wd", DAYS, shanghai(2026, 10, 13, 9)),
        ("-10cd", DAYS, shanghai(2026, 9, 30, 9)),
        ("+4cd", DAYS, shanghai(2026, 10, 19, 9)),
        ("-4wh", DAYS, shanghai(2026, 10, 13, 13, 30)),
        ("+1wh", DAYS, shanghai(2026, 10, 14, 10)),
        ("+0h", DAYS, shanghai(2026, 10, 14, 9)),
        ("-2h", DAYS, shanghai(2026, 10, 13, 17, 30)),
        ("-50%", HOURS, shanghai(2026, 9, 30, 22, 30)),
        ("+0h", HOURS, shanghai(2026, 10, 1, 1)),
        ("+1wd", HOURS, shanghai(2026, 10, 8, 9)),
    ],
)
def test_a_rung_falls_where_the_plan_puts_it(offset, stretch, moment) -> None:
    assert moment_of(offset, stretch, CHINA) == moment


@pytest.mark.parametrize(("text", "found"), [("-10wd", (-10, Far.WORKING_DAY)), ("-50%", (-50, Far.SHARE))])
def test_an_offset_is_read_as_the_plan_writes_it(text, found) -> None:
    assert read_offset(text) == found


@pytest.mark.parametrize("text", ["", "soon", "+20%", "-120%", "5", "-1.5h"])
def test_what_is_no_offset_is_refused(text) -> None:
    with pytest.raises(ValueError, match="is no offset"):
        read_offset(text)


MOMENTS = moments(datetime(2024, 2, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC))
OFFSETS = st.sampled_from(
    ["-10wd", "-2wd", "+1wd", "+5wd", "-50%", "-20%", "+0h", "-3h", "-2wh", "+2wh", "-3cd"]
)


@given(MOMENTS, st.integers(1, 60), OFFSETS, st.sampled_from([CHINA, ENGLAND]))
def test_rungs_of_limits_in_days_fall_into_office_hours_or_on_their_closing(
    start, days, offset, calendar
) -> None:
    due = start + timedelta(days=days)
    moment = moment_of(offset, Stretch(start, due, False), calendar)
    day = moment.astimezone(calendar.place).date()
    inside = any(opens <= moment <= closes for opens, closes in spans_of(day, calendar))
    assert inside or moment == start


@given(MOMENTS, st.integers(1, 60), OFFSETS, st.sampled_from([CHINA, ENGLAND]))
def test_what_comes_before_the_deadline_never_slips_behind_it(start, days, offset, calendar) -> None:
    due = start + timedelta(days=days)
    moment = moment_of(offset, Stretch(start, due, False), calendar)
    same_day = moment.astimezone(calendar.place).date() == due.astimezone(calendar.place).date()
    if offset.startswith("-"):
        assert moment <= due or (same_day and offset.endswith("wd"))
    else:
        assert moment >= due


@given(MOMENTS, st.sampled_from([CHINA, ENGLAND]))
def test_the_nearest_office_hours_lie_on_the_side_that_was_asked_for(moment, calendar) -> None:
    after, before = into_hours(moment, calendar), back_into_hours(moment, calendar)
    assert before <= moment <= after
    assert (before == moment) == (after == moment) or moment in (before, after)
    assert touches_hours(calendar, moment, after + timedelta(seconds=1))
    assert not touches_hours(calendar, moment, after)
