"""The states of an occurrence and the moves between them; those of a file of evidence, a wish for time, a finding."""

from enum import StrEnum

from answerable.kernel.moves import Moves


class State(StrEnum):
    """How an occurrence stands."""

    PLANNED = "planned"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    LATE = "late"
    MISSED = "missed"
    WAIVED = "waived"
    CANCELLED = "cancelled"


class Move(StrEnum):
    """What can happen to an occurrence: by the clock and the plan, by who owes it, by who takes it."""

    OPEN = "open"
    FALL_DUE = "fall_due"
    MISS = "miss"
    CANCEL = "cancel"
    RESTORE = "restore"

    BEGIN = "begin"
    FILE = "file"

    ACCEPT = "accept"
    RETURN = "return"
    GAIN_TIME = "gain_time"
    WAIVE = "waive"


#: Still owed: work on it can go on, late or not.
OWED = (State.OPEN, State.IN_PROGRESS, State.RETURNED, State.LATE, State.MISSED)
#: Owed and not yet past the due date.
RUNNING = (State.OPEN, State.IN_PROGRESS, State.RETURNED)
#: Nothing more follows; only a plan that brings a duty back restores what an earlier one cancelled.
ENDED = (State.ACCEPTED, State.WAIVED, State.CANCELLED)

MOVES: Moves[State, Move] = Moves(
    {
        (State.PLANNED, Move.OPEN): State.OPEN,
        (State.PLANNED, Move.CANCEL): State.CANCELLED,
        (State.CANCELLED, Move.RESTORE): State.PLANNED,
        (State.PLANNED, Move.WAIVE): State.WAIVED,
        **{(start, Move.FILE): State.SUBMITTED for start in OWED},
        (State.OPEN, Move.BEGIN): State.IN_PROGRESS,
        **{(start, Move.FALL_DUE): State.LATE for start in RUNNING},
        (State.LATE, Move.MISS): State.MISSED,
        (State.SUBMITTED, Move.ACCEPT): State.ACCEPTED,
        (State.SUBMITTED, Move.RETURN): State.RETURNED,
        (State.LATE, Move.GAIN_TIME): State.IN_PROGRESS,
        (State.MISSED, Move.GAIN_TIME): State.IN_PROGRESS,
        **{(start, Move.WAIVE): State.WAIVED for start in OWED},
    }
)


class Proof(StrEnum):
    """How a piece of evidence stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"


class ProofMove(StrEnum):
    """What can happen to a piece of evidence."""

    SUBMIT = "submit"
    ACCEPT = "accept"
    REJECT = "reject"
    EXPIRE = "expire"


PROOFS: Moves[Proof, ProofMove] = Moves(
    {
        (Proof.DRAFT, ProofMove.SUBMIT): Proof.SUBMITTED,
        (Proof.SUBMITTED, ProofMove.ACCEPT): Proof.ACCEPTED,
        (Proof.SUBMITTED, ProofMove.REJECT): Proof.REJECTED,
        (Proof.ACCEPTED, ProofMove.EXPIRE): Proof.EXPIRED,
    }
)


class Wish(StrEnum):
    """How a wish for more time stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


class WishMove(StrEnum):
    """What can happen to a wish for more time."""

    GRANT = "grant"
    REFUSE = "refuse"


WISHES: Moves[Wish, WishMove] = Moves(
    {(Wish.ASKED, WishMove.GRANT): Wish.GRANTED, (Wish.ASKED, WishMove.REFUSE): Wish.REFUSED}
)


class Found(StrEnum):
    """How a finding “missed duty” stands. It never leads to a measure by itself."""

    OBSERVED = "observed"
    PUT = "put_to_unit"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class FoundMove(StrEnum):
    """What can happen to a finding."""

    ANSWER = "answer"
    CONFIRM = "confirm"
    DISMISS = "dismiss"


FINDINGS: Moves[Found, FoundMove] = Moves(
    {
        (Found.OBSERVED, FoundMove.ANSWER): Found.PUT,
        (Found.PUT, FoundMove.CONFIRM): Found.CONFIRMED,
        (Found.OBSERVED, FoundMove.DISMISS): Found.DISMISSED,
        (Found.PUT, FoundMove.DISMISS): Found.DISMISSED,
    }
)
