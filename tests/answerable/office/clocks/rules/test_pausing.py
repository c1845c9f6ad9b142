"""A clock that stood still gets back what it lost, and nothing more."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.office.clocks.rules.limits import Limit, Span, deadline
from answerable.office.clocks.rules.seeds import seed
from tests.answerable.office.clocks.makers import moments, shanghai

CHINA, ENGLAND = seed("CN"), seed("GB-ENG")
MOMENTS = moments(datetime(2024, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("limit", "pauses", "due"),
    [
        ((24, "h"), [((2026, 3, 2, 12), (2026, 3, 2, 15))], (2026, 3, 3, 13)),
        ((5, "wd"), [((2026, 3, 3, 10), (2026, 3, 3, 16))], (2026, 3, 9, 23, 59, 59)),
        ((5, "wd"), [((2026, 3, 3, 10), (2026, 3, 4, 9))], (2026, 3, 10, 23, 59, 59)),
        ((5, "cd"), [((2026, 3, 3, 10), (2026, 3, 5, 9))], (2026, 3, 9, 23, 59, 59)),
        ((4, "wh"), [((2026, 3, 2, 11), (2026, 3, 2, 14))], (2026, 3, 2, 17)),
        ((4, "wh"), [((2026, 3, 2, 18), (2026, 3, 3, 8))], (2026, 3, 2, 15, 30)),
    ],
)
def test_what_stood_still_does_not_count(limit, pauses, due) -> None:
    spans = [(shanghai(*begins), shanghai(*ends)) for begins, ends in pauses]
    asked = Limit(limit[0], Span(limit[1]))
    assert deadline(shanghai(2026, 3, 2, 10), asked, CHINA, pauses=spans).at == shanghai(*due)


@settings(max_examples=300)
@given(
    MOMENTS,
    st.integers(1, 30),
    st.sampled_from(list(Span)),
    st.integers(0, 400),
    st.integers(1, 600),
    st.sampled_from([CHINA, ENGLAND]),
)
def test_a_pause_never_shortens_and_gives_back_at_most_what_it_lasted_in_days_counted(
    start, amount, span, after, hours, calendar
) -> None:
    limit = Limit(amount, span)
    plain = deadline(start, limit, calendar).at
    pause = (start + timedelta(hours=after), start + timedelta(hours=after + hours))
    paused = deadline(start, limit, calendar, pauses=[pause])
    assert paused.at >= plain
    if pause[0] > plain:
        assert paused.at == plain
    if span is Span.HOUR and pause[0] < plain:
        assert paused.at - plain == timedelta(hours=hours)
    if span in (Span.WORKING_DAY, Span.CALENDAR_DAY):
        assert sum(step.counted for step in paused.steps) == amount
