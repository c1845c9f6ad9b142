"""States of clocks."""

from datetime import timedelta

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.office.clocks.rules.states import (
    MOVES,
    STEP_MOVES,
    Move,
    Shown,
    State,
    StepMove,
    StepState,
    shown,
)
from tests.answerable.office.people.makers import NOON

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("state", "met_at", "at", "seen"),
    [
        (State.RUNNING, None, NOON, Shown.RUNNING),
        (State.RUNNING, None, NOON + HOUR, Shown.BREACHED),
        (State.PAUSED, None, NOON + HOUR, Shown.PAUSED),
        (State.MET, NOON, NOON + HOUR, Shown.MET),
        (State.MET, NOON + HOUR, NOON + HOUR, Shown.MET_LATE),
        (State.CLOSED, None, NOON + HOUR, Shown.CLOSED),
    ],
)
def test_late_and_done_late_and_over_are_told_apart(state, met_at, at, seen) -> None:
    assert shown(state, NOON, met_at, at=at) is seen


@pytest.mark.parametrize("state", [State.MET, State.CLOSED])
def test_what_has_ended_allows_no_move(state) -> None:
    assert MOVES.open_to(state) == ()
    with pytest.raises(IllegalMove):
        MOVES.after(state, Move.MEET)


def test_a_rung_that_was_sent_is_never_sent_again() -> None:
    with pytest.raises(IllegalMove):
        STEP_MOVES.after(StepState.SENT, StepMove.SEND)
