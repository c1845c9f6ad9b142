"""What this room tells the rooms above it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FindingConfirmed:
    """A unit has something to put right."""

    finding: int
    unit: int
    at: datetime


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """A round is over: nothing of it is open any more."""

    round: int
    at: datetime
