"""Standstills give their days back whole; an excuse that holds ends a file."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from answerable.governance.accountability.rules.excuses import (
    Judged,
    Verdict,
    days_lost,
    excused,
    merged,
    standstill_decides,
    unjudged,
)
from answerable.governance.duties.rules.excuses import Key

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
SPANS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 60)).map(
        lambda pair: (NOON + pair[0] * HOUR, NOON + (pair[0] + pair[1]) * HOUR)
    ),
    max_size=8,
)


@given(SPANS)
def test_merged_spans_cover_the_same_and_never_touch(spans):
    found = merged(spans)
    assert all(before[1] < after[0] for before, after in pairwise(found))
    assert all(any(begin <= one[0] and one[1] <= end for begin, end in found) for one in spans)
    assert merged(found) == found


@given(SPANS, SPANS)
def test_more_standstill_never_speaks_against_anybody(spans, more):
    found_at = NOON + timedelta(days=6)
    before = standstill_decides(NOON, spans, None, found_at)
    assert standstill_decides(NOON, [*spans, *more], None, found_at) >= before
    assert days_lost([*spans, *more]) >= days_lost(spans)


def test_an_hour_gives_its_day_back_and_none_gives_nothing():
    hour = [(NOON, NOON + HOUR)]
    assert days_lost(hour) == 1
    assert standstill_decides(NOON, hour, None, NOON + 20 * HOUR)
    assert not standstill_decides(NOON, hour, None, NOON + 30 * HOUR)
    assert standstill_decides(NOON, hour, NOON + 20 * HOUR, NOON + 90 * HOUR)
    assert not standstill_decides(NOON, [], NOON, NOON)


def test_what_is_open_is_named_and_what_holds_excuses():
    open_one = Judged(Key.HELD, True, Verdict.OPEN)
    not_so = Judged(Key.OUTAGE, True, Verdict.HOLDS_NOT)
    holds = Judged(Key.POST_EMPTY, True, Verdict.HOLDS)
    assert unjudged([open_one, not_so]) == (Key.HELD,)
    assert not excused([open_one, not_so])
    assert excused([not_so, holds])
