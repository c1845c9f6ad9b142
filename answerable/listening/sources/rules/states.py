"""The states of a source and the moves between them."""

from enum import StrEnum

from answerable.kernel.moves import Moves


class State(StrEnum):
    """How a source stands."""

    ACTIVE = "active"
    EMPTY = "empty"
    FAILING = "failing"
    BLOCKED = "blocked"
    REFUSED = "refused"
    SILENT = "silent"
    GONE = "gone"
    WAITING = "waiting"
    PAUSED = "paused"
    STOPPED = "stopped"


class Move(StrEnum):
    """What can happen to a source: the first row by its polls, the second by people."""

    HEAR = "hear"
    COME_EMPTY = "come_empty"
    FAIL = "fail"
    MEET_BLOCK = "meet_block"
    REFUSE = "refuse"
    FALL_SILENT = "fall_silent"
    GO = "go"
    MOVE_AWAY = "move_away"

    CONFIRM = "confirm"
    DECLINE = "decline"
    EDIT_ADDRESS = "edit_address"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


#: States in which a source is not heard as it should be: counted on top of the table, owned by the unit.
ILL = (State.FAILING, State.BLOCKED, State.REFUSED, State.EMPTY, State.SILENT, State.GONE, State.WAITING)
#: States in which it is polled. The others wait for a person.
POLLED = (State.ACTIVE, State.EMPTY, State.FAILING, State.BLOCKED, State.REFUSED, State.SILENT)

_BY_POLL = {
    Move.HEAR: State.ACTIVE,
    Move.COME_EMPTY: State.EMPTY,
    Move.FAIL: State.FAILING,
    Move.MEET_BLOCK: State.BLOCKED,
    Move.REFUSE: State.REFUSED,
    Move.FALL_SILENT: State.SILENT,
    Move.GO: State.GONE,
    Move.MOVE_AWAY: State.WAITING,
}
_ALIVE = (*POLLED, State.GONE, State.WAITING)

MOVES: Moves[State, Move] = Moves(
    {
        **{(start, move): end for start in POLLED for move, end in _BY_POLL.items()},
        (State.WAITING, Move.CONFIRM): State.ACTIVE,
        (State.WAITING, Move.DECLINE): State.PAUSED,
        **{(start, Move.EDIT_ADDRESS): State.ACTIVE for start in _ALIVE},
        (State.PAUSED, Move.EDIT_ADDRESS): State.PAUSED,
        **{(start, Move.PAUSE): State.PAUSED for start in _ALIVE},
        (State.PAUSED, Move.RESUME): State.ACTIVE,
        (State.GONE, Move.RESUME): State.ACTIVE,
        **{(start, Move.STOP): State.STOPPED for start in (*_ALIVE, State.PAUSED)},
    }
)
