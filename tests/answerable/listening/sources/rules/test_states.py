import pytest

from answerable.kernel.moves import IllegalMove
from answerable.listening.sources.rules.states import ILL, MOVES, POLLED, Move, State


def test_every_state_has_a_way_out_but_stopped():
    assert [state for state in State if not MOVES.open_to(state)] == [State.STOPPED]


def test_every_polled_state_can_be_heard_again():
    assert {MOVES.after(state, Move.HEAR) for state in POLLED} == {State.ACTIVE}


def test_a_source_that_moved_away_waits_for_a_person():
    assert MOVES.open_to(State.WAITING) == (
        Move.CONFIRM,
        Move.DECLINE,
        Move.EDIT_ADDRESS,
        Move.PAUSE,
        Move.STOP,
    )


def test_a_paused_source_is_not_moved_by_polls():
    with pytest.raises(IllegalMove):
        MOVES.after(State.PAUSED, Move.FAIL)


def test_every_state_is_either_ill_or_well_known():
    assert set(State) - set(ILL) == {State.ACTIVE, State.PAUSED, State.STOPPED}
