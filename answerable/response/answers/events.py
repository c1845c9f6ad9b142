"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AnswerPublished:
    """An answer, or an update of it, is public."""

    answer: int
    slug: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerCorrected:
    """A published answer has a correction; the old text stays visible."""

    answer: int
    slug: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerWithdrawn:
    """A published answer was withdrawn with a public reason; it stays listed."""

    answer: int
    slug: str
    reason: str
    at: datetime
