"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ItemsPlaced:
    """Items found their stories; published inside the transaction that placed them."""

    stories: tuple[int, ...]
    opened: tuple[int, ...]
    items: int
    at: datetime


@dataclass(frozen=True, slots=True)
class StoriesRegrouped:
    """Items changed their story, by a person or by the hourly pass. `told` is False while the stream does not know."""

    regrouping: int
    before: int
    after: int
    told: bool
    at: datetime
