"""What this room tells the rooms above, and, through the wiring, the cases."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class VerdictGiven:
    """A reader said whether an answer helped."""

    answer: int
    helped: bool
    at: datetime
