"""How a session stands."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a session is."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Move(StrEnum):
    """What can be done with it."""

    HOLD = "hold"
    CANCEL = "cancel"


MOVES: Moves[State, Move] = Moves(
    {(State.PLANNED, Move.HOLD): State.HELD, (State.PLANNED, Move.CANCEL): State.CANCELLED}
)
STATE_NAMES = {
    State.PLANNED: pgettext_lazy("session", "planned"),
    State.HELD: pgettext_lazy("session", "held"),
    State.CANCELLED: pgettext_lazy("session", "cancelled"),
}
STATE_TONES = {State.PLANNED: "soon", State.HELD: "ok", State.CANCELLED: "idle"}


class Signed(StrEnum):
    """Who signed that somebody was there."""

    NOT = ""
    TRAINER = "trainer"
    OWN = "own"
