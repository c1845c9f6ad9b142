"""Where a version of the plan is, and what can be done with it."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a version is."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    DROPPED = "dropped"


class Move(StrEnum):
    """What is done with it."""

    HAND_IN = "hand_in"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    RECALL = "recall"
    PUT_IN_FORCE = "put_in_force"
    SUPERSEDE = "supersede"
    REPEAL = "repeal"
    DROP = "drop"


MOVES: Moves[State, Move] = Moves(
    {
        (State.DRAFT, Move.HAND_IN): State.IN_REVIEW,
        (State.DRAFT, Move.DROP): State.DROPPED,
        (State.IN_REVIEW, Move.APPROVE): State.APPROVED,
        (State.IN_REVIEW, Move.SEND_BACK): State.DRAFT,
        (State.APPROVED, Move.PUT_IN_FORCE): State.IN_FORCE,
        (State.APPROVED, Move.RECALL): State.DRAFT,
        (State.IN_FORCE, Move.SUPERSEDE): State.SUPERSEDED,
        (State.IN_FORCE, Move.REPEAL): State.REPEALED,
    }
)

STATE_NAMES: dict[State, str | Promise] = {
    State.DRAFT: pgettext_lazy("plan", "draft"),
    State.IN_REVIEW: pgettext_lazy("plan", "in review"),
    State.APPROVED: pgettext_lazy("plan", "approved, not yet in force"),
    State.IN_FORCE: pgettext_lazy("plan", "in force"),
    State.SUPERSEDED: pgettext_lazy("plan", "superseded"),
    State.REPEALED: pgettext_lazy("plan", "repealed"),
    State.DROPPED: pgettext_lazy("plan", "dropped"),
}


class Wish(StrEnum):
    """What becomes of a proposal for change."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    DECLINED = "declined"


class WishMove(StrEnum):
    """What the office does with a proposal."""

    TAKE_UP = "take_up"
    DECLINE = "decline"


WISH_MOVES: Moves[Wish, WishMove] = Moves(
    {
        (Wish.OPEN, WishMove.TAKE_UP): Wish.TAKEN_UP,
        (Wish.OPEN, WishMove.DECLINE): Wish.DECLINED,
    }
)

WISH_NAMES: dict[Wish, str | Promise] = {
    Wish.OPEN: pgettext_lazy("plan", "open"),
    Wish.TAKEN_UP: pgettext_lazy("plan", "taken up"),
    Wish.DECLINED: pgettext_lazy("plan", "declined"),
}
