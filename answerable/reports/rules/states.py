"""How a paper stands, and what may be done with it."""

from enum import StrEnum

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a paper stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SIGNED = "signed"
    SENT = "sent"
    RECEIPTED = "receipted"
    RETURNED = "returned"
    DROPPED = "dropped"


class Move(StrEnum):
    """What is done with a paper."""

    HAND_IN = "hand_in"
    TAKE_BACK = "take_back"
    SIGN = "sign"
    SEND = "send"
    NOTE_RECEIPT = "note_receipt"
    NOTE_RETURN = "note_return"
    DROP = "drop"


MOVES: Moves[State, Move] = Moves(
    {
        (State.DRAFT, Move.HAND_IN): State.IN_REVIEW,
        (State.DRAFT, Move.DROP): State.DROPPED,
        (State.IN_REVIEW, Move.TAKE_BACK): State.DRAFT,
        (State.IN_REVIEW, Move.SIGN): State.SIGNED,
        (State.SIGNED, Move.TAKE_BACK): State.DRAFT,
        (State.SIGNED, Move.SEND): State.SENT,
        (State.SENT, Move.NOTE_RECEIPT): State.RECEIPTED,
        (State.SENT, Move.NOTE_RETURN): State.RETURNED,
    }
)
#: Texts that nobody changes any more: they lie with their readers as they were signed.
FROZEN = (State.SENT, State.RECEIPTED, State.RETURNED)
