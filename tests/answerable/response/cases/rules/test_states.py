"""The tables of states say what can follow what, and nothing open is without somebody whose turn it is."""

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.response.cases.rules.states import (
    ENDED,
    MOVE_NAMES,
    MOVES,
    NEED_NAMES,
    NEED_OF,
    OPEN,
    PAPER_MOVES,
    PAPER_STATE_NAMES,
    REVIEW_MOVES,
    REVIEW_STATE_NAMES,
    ROUND_MOVES,
    STATE_NAMES,
    UNANSWERED,
    Move,
    Need,
    PaperMove,
    PaperState,
    ReviewState,
    RoundState,
    State,
)


def test_every_state_is_open_or_ended() -> None:
    assert set(OPEN) | set(ENDED) == set(State)
    assert not set(OPEN) & set(ENDED)


def test_every_open_state_waits_for_somebody() -> None:
    assert set(OPEN) <= set(NEED_OF)
    assert set(NEED_OF.values()) == set(Need) == set(NEED_NAMES)


def test_every_state_can_be_reached_and_every_open_one_left() -> None:
    assert {State.SEEN, *MOVES.table.values()} == set(State)
    assert all(MOVES.open_to(state) for state in OPEN)


@pytest.mark.parametrize("state", OPEN)
def test_what_is_open_can_be_merged_and_handed_over(state: State) -> None:
    assert {Move.MERGE, Move.HAND_OVER} <= set(MOVES.open_to(state))


@pytest.mark.parametrize("state", UNANSWERED)
def test_an_answer_counts_from_every_state_without_one(state: State) -> None:
    assert MOVES.after(state, Move.ANSWER) is State.ANSWERED


@pytest.mark.parametrize("state", [State.SEEN, State.REGISTERED])
def test_nothing_is_closed_before_two_people_have_assessed_it(state: State) -> None:
    with pytest.raises(IllegalMove):
        MOVES.after(state, Move.CLOSE)


def test_a_merged_case_has_no_way_back() -> None:
    assert MOVES.open_to(State.MERGED) == ()


def test_no_dispute_is_settled_by_agreeing() -> None:
    assert [str(move) for move in ROUND_MOVES.open_to(RoundState.DISPUTED)] == ["decide"]


def test_a_sent_report_has_no_way_but_its_receipt() -> None:
    assert PAPER_MOVES.open_to(PaperState.SENT) == (PaperMove.RECEIPT,)
    assert PAPER_MOVES.open_to(PaperState.RECEIPTED) == ()


def test_everything_has_a_name() -> None:
    assert set(STATE_NAMES) == set(State)
    assert set(MOVE_NAMES) == set(Move)
    assert set(PAPER_STATE_NAMES) == set(PaperState)
    assert set(REVIEW_STATE_NAMES) == set(ReviewState)
    assert {ReviewState.DUE, *REVIEW_MOVES.table.values()} == set(ReviewState)
