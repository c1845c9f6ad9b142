"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HealthFailed:
    """A measure of a channel that stood before fails now."""

    channel: int
    metric: str
    at: datetime
    veto: bool = False
    name: str = ""
    unit: int | None = None
