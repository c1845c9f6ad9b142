"""How a questionnaire stands. It is closed once, and never opened again."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a questionnaire is."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Move(StrEnum):
    """What can be done with it as a whole."""

    OPEN = "open"
    CLOSE = "close"
    CANCEL = "cancel"


#: A cancelled one takes its answers with it, unread: nobody looks at half a result and then goes on.
MOVES: Moves[State, Move] = Moves(
    {
        (State.DRAFT, Move.OPEN): State.OPEN,
        (State.DRAFT, Move.CANCEL): State.CANCELLED,
        (State.OPEN, Move.CLOSE): State.CLOSED,
        (State.OPEN, Move.CANCEL): State.CANCELLED,
    }
)
STATE_NAMES = {
    State.DRAFT: pgettext_lazy("questionnaire", "draft"),
    State.OPEN: pgettext_lazy("questionnaire", "open"),
    State.CLOSED: pgettext_lazy("questionnaire", "closed"),
    State.CANCELLED: pgettext_lazy("questionnaire", "cancelled"),
}
STATE_TONES = {State.DRAFT: "idle", State.OPEN: "soon", State.CLOSED: "ok", State.CANCELLED: "idle"}
