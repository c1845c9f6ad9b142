"""States of signals and of watches."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a signal stands with the people."""

    NEW = "new"
    ACKNOWLEDGED = "acknowledged"
    DISMISSED = "dismissed"
    TAKEN = "taken"
    ENDED = "ended"


class Move(StrEnum):
    """What can be done with a signal."""

    ACKNOWLEDGE = "acknowledge"
    TAKE = "take"
    DISMISS = "dismiss"
    END = "end"


MOVES: Moves[State, Move] = Moves(
    {
        (State.NEW, Move.ACKNOWLEDGE): State.ACKNOWLEDGED,
        (State.NEW, Move.TAKE): State.TAKEN,
        (State.NEW, Move.DISMISS): State.DISMISSED,
        (State.ACKNOWLEDGED, Move.TAKE): State.TAKEN,
        (State.ACKNOWLEDGED, Move.DISMISS): State.DISMISSED,
        (State.ACKNOWLEDGED, Move.END): State.ENDED,
        (State.TAKEN, Move.END): State.ENDED,
    }
)
STATE_NAMES = {
    State.NEW: pgettext_lazy("signal", "new"),
    State.ACKNOWLEDGED: _("acknowledged"),
    State.DISMISSED: _("dismissed"),
    State.TAKEN: _("taken on"),
    State.ENDED: _("ended"),
}
MOVE_NAMES = {
    Move.ACKNOWLEDGE: _("Acknowledge"),
    Move.TAKE: _("Take on"),
    Move.DISMISS: _("Dismiss"),
    Move.END: pgettext_lazy("signal", "End"),
}
#: Signals that wait for a person.
OPEN = (State.NEW, State.ACKNOWLEDGED, State.TAKEN)


class Reason(StrEnum):
    """Why a signal was dismissed: the monthly look at the switch counts these."""

    EXPECTED = "expected"
    NOT_OURS = "not_ours"
    OLD_NEWS = "old_news"
    OUR_OWN = "our_own"
    ONE_TEXT = "one_text"
    CHANCE = "chance"


REASON_NAMES = {
    Reason.EXPECTED: _("it was to be expected (a holiday, an announced date)"),
    Reason.NOT_OURS: _("it is no matter of ours"),
    Reason.OLD_NEWS: _("it is known and being handled"),
    Reason.OUR_OWN: _("it comes from our own announcement"),
    Reason.ONE_TEXT: _("one text was taken over by many"),
    Reason.CHANCE: _("a false alarm: nothing happened"),
}


class WatchState(StrEnum):
    """Whether a watch looks."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class WatchMove(StrEnum):
    """What can be done with a watch."""

    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


WATCH_MOVES: Moves[WatchState, WatchMove] = Moves(
    {
        (WatchState.ACTIVE, WatchMove.PAUSE): WatchState.PAUSED,
        (WatchState.PAUSED, WatchMove.RESUME): WatchState.ACTIVE,
        (WatchState.ACTIVE, WatchMove.END): WatchState.ENDED,
        (WatchState.PAUSED, WatchMove.END): WatchState.ENDED,
    }
)
WATCH_STATE_NAMES = {
    WatchState.ACTIVE: _("watching"),
    WatchState.PAUSED: _("paused"),
    WatchState.ENDED: pgettext_lazy("watch", "ended"),
}
WATCH_MOVE_NAMES = {
    WatchMove.PAUSE: _("Pause"),
    WatchMove.RESUME: _("Resume"),
    WatchMove.END: pgettext_lazy("watch", "End"),
}
