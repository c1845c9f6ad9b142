"""The tables of letters, replies and inquiries."""

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.response.letters.rules.states import (
    END_NAMES,
    INQUIRY_MOVES,
    INQUIRY_STATE_NAMES,
    JUDGEMENT_NAMES,
    MOVES,
    OWED,
    REPLY_MOVES,
    REPLY_STATE_NAMES,
    SEEN_BY_ASKER,
    STATE_NAMES,
    STEP_NAMES,
    TOLD_NAMES,
    WAY_NAMES,
    End,
    InquiryMove,
    InquiryState,
    Judgement,
    Move,
    ReplyMove,
    ReplyState,
    State,
    StepKind,
    Told,
    Way,
)


def test_a_forwarded_letter_is_still_owed_an_answer():
    assert MOVES.after(State.RECEIVED, Move.FORWARD) in OWED


def test_every_letter_that_is_owed_can_be_answered():
    assert all(MOVES.after(state, Move.ANSWER) is State.ANSWERED for state in OWED)


def test_an_answered_letter_can_be_opened_again_and_a_closed_one_cannot():
    assert MOVES.after(State.ANSWERED, Move.REOPEN) is State.RECEIVED
    with pytest.raises(IllegalMove):
        MOVES.after(State.CLOSED, Move.REOPEN)


def test_nothing_leads_out_of_closed():
    assert MOVES.open_to(State.CLOSED) == ()


def test_only_what_lies_with_the_office_is_set_aside_or_handed_over():
    assert MOVES.starts_of(Move.SET_ASIDE) == MOVES.starts_of(Move.HAND_OVER) == (State.RECEIVED,)


def test_a_reply_is_sent_from_its_review_only():
    assert REPLY_MOVES.starts_of(ReplyMove.SEND) == (ReplyState.IN_REVIEW,)


def test_a_sent_reply_can_be_neither_edited_nor_dropped():
    assert REPLY_MOVES.open_to(ReplyState.SENT) == ()


def test_an_inquiry_is_acknowledged_before_it_is_answered():
    with pytest.raises(IllegalMove):
        INQUIRY_MOVES.after(InquiryState.RECEIVED, InquiryMove.ANSWER)


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (STATE_NAMES, State),
        (WAY_NAMES, Way),
        (END_NAMES, End),
        (JUDGEMENT_NAMES, Judgement),
        (TOLD_NAMES, Told),
        (REPLY_STATE_NAMES, ReplyState),
        (INQUIRY_STATE_NAMES, InquiryState),
        (STEP_NAMES, StepKind),
    ],
)
def test_every_word_has_its_name(names, kinds):
    assert set(names) == set(kinds)


def test_an_asker_does_not_see_what_passes_between_office_and_units():
    assert not {StepKind.BROUGHT_BACK, StepKind.TIED, StepKind.SET_ASIDE} & set(SEEN_BY_ASKER)
