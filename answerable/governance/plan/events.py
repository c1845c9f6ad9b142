"""News of this room."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """A version of the plan has come into force: its clocks and gates are written down already."""

    version_id: int
    at: datetime
