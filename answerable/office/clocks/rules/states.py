"""States of clocks and rungs as tables."""

from datetime import datetime
from enum import StrEnum

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a clock stands."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    CLOSED = "closed"


class Move(StrEnum):
    """What can happen to a clock."""

    PAUSE = "pause"
    RESUME = "resume"
    MEET = "meet"
    CLOSE = "close"


MOVES = Moves[State, Move](
    {
        (State.RUNNING, Move.PAUSE): State.PAUSED,
        (State.PAUSED, Move.RESUME): State.RUNNING,
        (State.RUNNING, Move.MEET): State.MET,
        (State.PAUSED, Move.MEET): State.MET,
        (State.RUNNING, Move.CLOSE): State.CLOSED,
        (State.PAUSED, Move.CLOSE): State.CLOSED,
    }
)
#: States in which something is still owed.
OPEN = (State.RUNNING, State.PAUSED)


class Shown(StrEnum):
    """A clock's state as people see it: running out and met late are told apart."""

    RUNNING = "running"
    PAUSED = "paused"
    BREACHED = "breached"
    MET = "met"
    MET_LATE = "met_late"
    CLOSED = "closed"


def shown(state: State, due: datetime, met_at: datetime | None, *, at: datetime) -> Shown:
    """Say a clock's state as people see it at a moment."""
    if state is State.RUNNING:
        return Shown.BREACHED if is_over(due, at=at) else Shown.RUNNING
    if state is State.MET:
        return Shown.MET_LATE if met_at is not None and is_over(due, at=met_at) else Shown.MET
    return Shown(state.value)


def is_over(due: datetime, *, at: datetime) -> bool:
    """Say whether a limit has run out: its last second still belongs to it."""
    return at > due


class StepState(StrEnum):
    """Where a rung stands."""

    ARMED = "armed"
    SENT = "sent"
    SUPERSEDED = "superseded"


class StepMove(StrEnum):
    """What can happen to a rung."""

    SEND = "send"
    SUPERSEDE = "supersede"


STEP_MOVES = Moves[StepState, StepMove](
    {
        (StepState.ARMED, StepMove.SEND): StepState.SENT,
        (StepState.ARMED, StepMove.SUPERSEDE): StepState.SUPERSEDED,
    }
)
#: Rungs that only remind: of several that are due at once the last one says it all.
REMINDERS = frozenset({"start_reminder", "remind"})
