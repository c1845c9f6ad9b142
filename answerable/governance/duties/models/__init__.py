"""Tables of the room."""

from answerable.governance.duties.models.occurrence import Layout, Occurrence, Passing, TimeWish
from answerable.governance.duties.models.papers import Evidence, Filing, Returned
from answerable.governance.duties.models.watching import (
    BurdenCount,
    BurdenRemark,
    Feed,
    Finding,
    Outage,
    Round,
)

__all__ = [
    "BurdenCount",
    "BurdenRemark",
    "Evidence",
    "Feed",
    "Filing",
    "Finding",
    "Layout",
    "Occurrence",
    "Outage",
    "Passing",
    "Returned",
    "Round",
    "TimeWish",
]
