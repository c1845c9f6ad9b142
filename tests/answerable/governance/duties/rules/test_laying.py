"""What is made, moved, brought back and cancelled: doing it twice changes nothing more."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.governance.duties.rules.laying import (
    AHEAD,
    Present,
    Wanted,
    missed_at,
    reconcile,
    window,
)
from answerable.governance.duties.rules.states import State
from answerable.governance.plan.rules.recurring import Run
from tests.answerable.governance.plan.rules.chinese_years import CHINA

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
SPAN = (BEGIN, BEGIN + timedelta(days=366))


def a_wish(day=1, unit=1, shift=0):
    period = date(2026, 1, 1) + timedelta(days=day)
    due = BEGIN + timedelta(days=day + shift, hours=9)
    run = Run(period, period, due - timedelta(hours=9), due, False, ())
    return Wanted("d", unit, 7, run, due + timedelta(days=5))


def a_row(wish, state=State.PLANNED, version=1, **changes):
    fields = {"post": wish.post, "opens": wish.run.opens, "due": wish.run.due, "missed_at": wish.missed_at}
    return Present(1, wish.key, state, version, **{**fields, **changes})


def test_what_is_lacking_is_made():
    changes = reconcile([a_wish(1), a_wish(2)], [a_row(a_wish(1))], version=1, span=SPAN)
    assert [one.run.period_begin.day for one in changes.make] == [3]
    assert (changes.move, changes.cancel, changes.restore) == ((), (), ())


@pytest.mark.parametrize("state", [state for state in State if state not in (State.PLANNED, State.CANCELLED)])
def test_what_has_opened_is_left_alone_whatever_the_plan_says_now(state):
    assert reconcile([a_wish(1, shift=5)], [a_row(a_wish(1), state)], version=2, span=SPAN).is_empty
    assert reconcile([], [a_row(a_wish(1), state)], version=2, span=SPAN).is_empty


def test_what_has_not_opened_moves_and_what_vanished_is_cancelled():
    moved = reconcile([a_wish(1, shift=5)], [a_row(a_wish(1))], version=1, span=SPAN)
    assert [one.run.due.day for _row, one in moved.move] == [7]
    gone = reconcile([], [a_row(a_wish(1))], version=2, span=SPAN)
    assert len(gone.cancel) == 1


def test_a_run_of_the_plan_before_that_was_due_before_this_one_held_is_not_cancelled():
    row = a_row(a_wish(1), due=BEGIN - timedelta(days=1))
    assert reconcile([], [row], version=2, span=SPAN).is_empty


def test_a_run_beyond_the_twelve_months_is_not_made_yet_and_one_that_moves_there_is_not_cancelled():
    wish = a_wish(360, shift=20)
    assert reconcile([wish], [], version=1, span=SPAN).is_empty
    changes = reconcile([wish], [a_row(a_wish(360))], version=1, span=SPAN)
    assert (len(changes.move), len(changes.cancel)) == (1, 0)


@settings(max_examples=200, deadline=None)
@given(
    asked=st.sets(st.tuples(st.integers(1, 30), st.integers(1, 3))),
    there=st.dictionaries(
        st.tuples(st.integers(1, 30), st.integers(1, 3)), st.sampled_from(list(State)), max_size=20
    ),
)
def test_after_the_changes_nothing_is_left_to_change(asked, there):
    wishes = [a_wish(*key) for key in asked]
    rows = [a_row(a_wish(*key), state, version=1) for key, state in there.items()]
    changes = reconcile(wishes, rows, version=2, span=SPAN)
    after = {row.key: row for row in rows}
    after |= {one.key: a_row(one, version=2) for one in changes.make}
    after |= {row.key: a_row(one, version=2) for row, one in (*changes.move, *changes.restore)}
    after |= {row.key: a_row_like(row, State.CANCELLED) for row in changes.cancel}
    assert reconcile(wishes, list(after.values()), version=2, span=SPAN).is_empty


def a_row_like(row, state):
    return Present(row.id, row.key, state, row.version, row.post, row.opens, row.due, row.missed_at)


def test_the_window_begins_with_the_plan_and_later_where_the_last_one_ended():
    today = date(2026, 3, 1)
    assert window(date(2026, 1, 1), None, today=today) == (date(2026, 1, 1), today + AHEAD)
    begin, end = window(date(2024, 1, 1), date(2026, 9, 1), today=today)
    assert begin < today
    assert end == today + AHEAD
    begin, _end = window(date(2024, 1, 1), date(2025, 1, 1), today=today)
    assert begin < date(2025, 1, 1)


def test_missed_is_when_the_ladder_asks_for_a_finding_else_five_working_days_later():
    due = datetime(2026, 2, 13, 9, 30, tzinfo=UTC)
    rungs = [("-2wd", "remind"), ("+1wd", "open_finding")]
    assert missed_at(due, rungs, CHINA).astimezone(CHINA.place).date() == date(2026, 2, 14)
    assert missed_at(due, [], CHINA).astimezone(CHINA.place).date() == date(2026, 2, 27)
