"""What becomes of a roster that was handed in."""

from enum import StrEnum

from answerable.kernel.moves import Moves


class RosterState(StrEnum):
    """Where a roster is."""

    READ = "read"
    APPLIED = "applied"
    DROPPED = "dropped"


class RosterMove(StrEnum):
    """What can be done with it."""

    APPLY = "apply"
    DROP = "drop"


ROSTER_MOVES: Moves[RosterState, RosterMove] = Moves(
    {
        (RosterState.READ, RosterMove.APPLY): RosterState.APPLIED,
        (RosterState.READ, RosterMove.DROP): RosterState.DROPPED,
    }
)
