"""Kinds and states of answers."""

from answerable.response.answers.rules.states import MOVE_OF_CHANGE, MOVES, PUBLIC, Change, Move, State


def test_withdrawn_stays_withdrawn() -> None:
    assert MOVES.open_to(State.WITHDRAWN) == ()


def test_a_correction_of_a_correction_is_a_correction() -> None:
    assert MOVES.after(State.CORRECTED, Move.CORRECT) is State.CORRECTED
    assert MOVES.after(State.CORRECTED, Move.UPDATE) is State.CORRECTED


def test_every_change_is_a_move() -> None:
    assert set(MOVE_OF_CHANGE) == set(Change)


def test_a_draft_that_was_dropped_is_never_public() -> None:
    assert State.DROPPED not in PUBLIC
    assert MOVES.open_to(State.DROPPED) == ()
