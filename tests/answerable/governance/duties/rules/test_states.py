"""The tables of states: what can happen, and what never can."""

import pytest

from answerable.governance.duties.rules.states import (
    ENDED,
    FINDINGS,
    MOVES,
    OWED,
    PROOFS,
    WISHES,
    Found,
    FoundMove,
    Move,
    Proof,
    ProofMove,
    State,
    Wish,
    WishMove,
)
from answerable.kernel.moves import IllegalMove


def test_whatever_is_owed_can_still_be_filed_late_or_not():
    assert {MOVES.after(state, Move.FILE) for state in OWED} == {State.SUBMITTED}


@pytest.mark.parametrize("state", [State.ACCEPTED, State.WAIVED])
def test_what_has_ended_stays_ended(state):
    assert MOVES.open_to(state) == ()
    assert state in ENDED


def test_a_run_that_has_opened_is_never_cancelled():
    assert MOVES.starts_of(Move.CANCEL) == (State.PLANNED,)


def test_missed_comes_only_after_late():
    assert MOVES.starts_of(Move.MISS) == (State.LATE,)


def test_a_finding_is_confirmed_only_after_the_unit_has_answered():
    with pytest.raises(IllegalMove):
        FINDINGS.after(Found.OBSERVED, FoundMove.CONFIRM)
    assert FINDINGS.after(Found.PUT, FoundMove.CONFIRM) is Found.CONFIRMED


def test_evidence_expires_only_once_it_was_accepted_and_a_wish_is_answered_once():
    assert PROOFS.starts_of(ProofMove.EXPIRE) == (Proof.ACCEPTED,)
    with pytest.raises(IllegalMove):
        WISHES.after(Wish.GRANTED, WishMove.REFUSE)
