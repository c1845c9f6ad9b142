"""How a paper stands, and what may be done with it."""

from answerable.reports.rules.states import FROZEN, MOVES, Move, State


def moves_from(state):
    return {move for (begin, move) in MOVES.table if begin is state}


def test_a_paper_is_signed_only_after_it_was_checked_and_sent_only_after_it_was_signed():
    assert {begin for (begin, move) in MOVES.table if move is Move.SIGN} == {State.IN_REVIEW}
    assert {begin for (begin, move) in MOVES.table if move is Move.SEND} == {State.SIGNED}


def test_what_was_sent_can_only_be_answered_and_never_be_written_on_again():
    assert moves_from(State.SENT) == {Move.NOTE_RECEIPT, Move.NOTE_RETURN}
    assert {MOVES.table[State.SENT, move] for move in moves_from(State.SENT)} <= set(FROZEN)
    assert not moves_from(State.RECEIPTED) | moves_from(State.RETURNED)


def test_everything_before_the_sending_can_be_taken_back_to_a_draft():
    for state in (State.IN_REVIEW, State.SIGNED):
        assert MOVES.table[state, Move.TAKE_BACK] is State.DRAFT


def test_only_a_draft_can_be_put_away():
    assert {begin for (begin, move) in MOVES.table if move is Move.DROP} == {State.DRAFT}
