"""Runs of a recurring duty: periods by rule, deadlines by calendar, the same from wherever one looks."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.governance.plan.rules.document import Due, Duty
from answerable.governance.plan.rules.recurring import occurrences, read_point, read_rhythm
from answerable.office.clocks.rules.calendars import WorkCalendar
from tests.answerable.governance.plan.rules.chinese_years import CHINA

LONDON = WorkCalendar("Europe/London", "GB 2026-1", confirmed=frozenset({2026}))
MAY_NOVEMBER = "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1"
QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1"
RULES = (
    (MAY_NOVEMBER, "month_end", ""),
    (QUARTERS, "month_end", ""),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1", "day 15", ""),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "5wd after", ""),
    ("FREQ=MONTHLY;BYMONTHDAY=1,15", "17:30", ""),
    ("FREQ=DAILY", "17:30", "wd"),
    ("FREQ=WEEKLY;BYDAY=MO,TH", "12:00", ""),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "period_end", ""),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1", "10cd after", ""),
)


def make_duty(rrule=QUARTERS, at="month_end", only="", roll="prev", lead=""):
    return Duty("d", {}, rrule=rrule, only=only, due=Due(at, roll), lead=lead)


def due_days(duty, begin, end, calendar=CHINA):
    return [run.due.astimezone(calendar.place).date() for run in occurrences(duty, calendar, begin, end)]


def test_may_and_november_end_on_their_last_working_day_in_the_real_calendars():
    duty = make_duty(MAY_NOVEMBER)
    assert due_days(duty, date(2024, 1, 1), date(2027, 1, 1)) == [
        date(2024, 5, 31),
        date(2024, 11, 29),
        date(2025, 5, 30),  # the 31st is a Saturday and the first day of the Dragon Boat holiday
        date(2025, 11, 28),
        date(2026, 5, 29),
        date(2026, 11, 30),
    ]


def test_a_month_end_before_a_long_holiday_rolls_far_back_and_a_make_up_saturday_stays():
    monthly = make_duty("FREQ=MONTHLY;BYMONTHDAY=1")
    assert due_days(monthly, date(2025, 1, 1), date(2025, 2, 1)) == [date(2025, 1, 27)]
    assert due_days(monthly, date(2026, 2, 1), date(2026, 3, 1)) == [date(2026, 2, 28)]


def test_the_derivation_names_every_day_that_was_stepped_over():
    (run,) = occurrences(make_duty("FREQ=MONTHLY;BYMONTHDAY=1"), CHINA, date(2025, 1, 1), date(2025, 2, 1))
    assert [step.day.day.day for step in run.derivation] == [31, 30, 29, 28, 27]
    assert [step.day.name for step in run.derivation[:4]] == ["春节"] * 4
    assert [step.counted for step in run.derivation] == [False, False, False, False, True]


def test_quarters_halves_and_years_stand_for_what_they_close_other_months_for_themselves():
    def periods(rrule):
        runs = occurrences(make_duty(rrule), CHINA, date(2026, 1, 1), date(2027, 1, 1))
        return [(run.period_begin, run.period_end) for run in runs]

    assert periods(QUARTERS)[0] == (date(2026, 1, 1), date(2026, 3, 31))
    assert periods("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1")[1] == (date(2026, 7, 1), date(2026, 12, 31))
    assert periods("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1") == [(date(2026, 1, 1), date(2026, 12, 31))]
    assert periods(MAY_NOVEMBER)[0] == (date(2026, 5, 1), date(2026, 5, 31))


def test_a_leap_day_has_its_run_and_february_ends_on_it():
    daily = make_duty("FREQ=DAILY", "17:30", roll="none")
    assert date(2024, 2, 29) in due_days(daily, date(2024, 2, 1), date(2024, 3, 2))
    monthly = make_duty("FREQ=MONTHLY;BYMONTHDAY=1", roll="none")
    assert due_days(monthly, date(2024, 2, 1), date(2024, 3, 1)) == [date(2024, 2, 29)]


def test_the_daily_watch_has_one_run_on_each_working_day_of_2026():
    daily = make_duty("FREQ=DAILY", "17:30", only="wd", roll="none")
    days = due_days(daily, date(2026, 1, 1), date(2027, 1, 1))
    assert len(days) == 248
    assert date(2026, 2, 14) in days
    assert date(2026, 2, 16) not in days


def test_two_days_of_one_month_divide_it_between_them():
    runs = occurrences(
        make_duty("FREQ=MONTHLY;BYMONTHDAY=1,15", "17:30", roll="none"),
        CHINA,
        date(2026, 3, 1),
        date(2026, 4, 1),
    )
    assert [(run.period_begin.day, run.period_end.day) for run in runs] == [(1, 14), (15, 31)]


def test_a_lead_opens_a_run_so_many_working_days_before_it_is_due():
    duty = make_duty(QUARTERS, lead="40wd")
    (run,) = occurrences(duty, CHINA, date(2026, 3, 1), date(2026, 4, 1))
    assert run.opens < datetime(2026, 2, 10, tzinfo=UTC)
    plain = occurrences(make_duty(QUARTERS), CHINA, date(2026, 3, 1), date(2026, 4, 1))[0]
    assert plain.opens.astimezone(CHINA.place).date() == date(2026, 3, 1)


def test_a_year_without_its_notice_is_provisional_where_working_days_count():
    runs = occurrences(make_duty(), CHINA, date(2026, 12, 1), date(2027, 4, 1))
    assert [run.provisional for run in runs] == [False, True]


def test_a_time_of_day_keeps_its_hour_on_both_sides_of_a_change_of_clocks():
    daily = make_duty("FREQ=DAILY", "17:30", roll="none")
    runs = occurrences(daily, LONDON, date(2026, 3, 28), date(2026, 3, 31))
    assert {run.due.astimezone(ZoneInfo("Europe/London")).time().isoformat() for run in runs} == {"17:30:00"}
    assert [run.due.hour for run in runs] == [17, 16, 16]


@pytest.mark.parametrize(
    "text",
    ["", "FREQ=HOURLY", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=DAILY;COUNT=3", "FREQ=DAILY;BYSECOND=1", "often"],
)
def test_a_rule_that_cannot_name_a_period_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="“"):
        read_rhythm(text)


@pytest.mark.parametrize("text", ["", "soon", "day 40", "25:00", "wd after", "100wd after"])
def test_a_deadline_that_is_none_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"“|hour"):
        read_point(text)


@pytest.mark.parametrize(
    "text", ["5wd after", "5 wd after", "month_end", "month_end 17:30", "day 15", "9:30"]
)
def test_deadlines_are_read_as_plans_write_them(text):
    assert read_point(text)


@settings(max_examples=150, deadline=None)
@given(
    rule=st.sampled_from(RULES),
    start=st.dates(date(2024, 1, 1), date(2026, 6, 1)),
    cuts=st.lists(st.integers(1, 60), min_size=1, max_size=8),
    roll=st.sampled_from(["prev", "next", "none"]),
)
def test_a_span_looked_at_in_pieces_has_the_same_runs_as_in_one_look(rule, start, cuts, roll):
    rrule, at, only = rule
    duty = make_duty(rrule, at, only, roll, lead="10wd")
    edges = [start]
    for cut in cuts:
        edges.append(edges[-1] + timedelta(days=cut))
    pieces = [run for begin, end in pairwise(edges) for run in occurrences(duty, CHINA, begin, end)]
    whole = occurrences(duty, CHINA, edges[0], edges[-1])
    assert sorted(run.period_begin for run in pieces) == sorted(run.period_begin for run in whole)
    assert len({run.period_begin for run in whole}) == len(whole)


@settings(max_examples=100, deadline=None)
@given(rule=st.sampled_from(RULES), start=st.dates(date(2024, 1, 1), date(2025, 12, 1)))
def test_periods_never_overlap_and_no_deadline_lies_before_its_run_opens(rule, start):
    rrule, at, only = rule
    runs = occurrences(make_duty(rrule, at, only, lead="10wd"), CHINA, start, start + timedelta(days=366))
    in_order = sorted(runs, key=lambda run: run.period_begin)
    for before, after in pairwise(in_order):
        assert before.period_end < after.period_begin
    assert all(run.opens <= run.due for run in runs)
