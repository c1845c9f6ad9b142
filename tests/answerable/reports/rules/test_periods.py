"""Periods cut the calendar into pieces without gap or overlap, and are named as offices name them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.reports.rules.periods import Period, Span, half_year_to, named, span_of

days = st.dates(date(1990, 1, 1), date(2100, 12, 30))
DAY = timedelta(days=1)


@given(day=days, span=st.sampled_from(Span))
def test_every_day_lies_in_one_period_and_the_next_begins_the_day_after_its_end(day, span):
    begin, end = span_of(span, day)
    assert begin <= day <= end
    assert span_of(span, begin) == span_of(span, end) == (begin, end)
    assert span_of(span, end + DAY)[0] == end + DAY
    assert span_of(span, begin - DAY)[1] == begin - DAY


@pytest.mark.parametrize(
    ("span", "en", "zh"),
    [
        (Span.DAY, "23 November 2026", "2026年11月23日"),
        (Span.WEEK, "2026-11-23 to 2026-11-29", "2026年11月23日至2026年11月29日"),
        (Span.MONTH, "November 2026", "2026年11月"),
        (Span.QUARTER, "quarter 4 of 2026", "2026年第四季度"),
        (Span.YEAR, "2026", "2026年"),
    ],
)
def test_a_period_is_named_as_its_paper_names_it(span, en, zh):
    told = named(*span_of(span, date(2026, 11, 23)))
    assert (told.en, told.zh) == (en, zh)


def test_any_other_stretch_is_named_by_its_two_days():
    told = named(date(2026, 5, 1), date(2026, 10, 30))
    assert (told.en, told.zh) == ("2026-05-01 to 2026-10-30", "2026年5月1日至2026年10月30日")


@pytest.mark.parametrize(
    ("begin", "en", "zh"),
    [
        (date(2026, 6, 1), "June to November 2026", "2026年6月至11月"),
        (date(2025, 12, 1), "December 2025 to November 2026", "2025年12月至2026年11月"),
    ],
)
def test_whole_months_are_named_as_months(begin, en, zh):
    told = named(begin, date(2026, 11, 30))
    assert (told.en, told.zh) == (en, zh)


@pytest.mark.parametrize(("subject", "number"), [("case:12", 12), ("post:3", 3), ("", 0), ("case:x", 0)])
def test_the_number_of_what_a_paper_is_about_is_read_from_its_subject(subject, number):
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    day = moment.date()
    assert Period(day, day, moment, moment, subject=subject).number == number


@pytest.mark.parametrize(
    ("end", "begin"),
    [
        (date(2026, 5, 31), date(2025, 12, 1)),
        (date(2026, 11, 30), date(2026, 6, 1)),
        (date(2026, 6, 30), date(2026, 1, 1)),
    ],
)
def test_a_study_looks_at_the_six_months_that_end_with_its_own(end, begin):
    assert half_year_to(end) == begin
