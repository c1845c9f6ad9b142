"""What this room tells the rooms above."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StepWaits:
    """A text waits for its next reader; `people` are those who may take the step."""

    review: int
    step: int
    subject: str
    title: str
    link: str
    names: Mapping[str, str]
    people: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewFinished:
    """A text with this hash passed its gate."""

    subject: str
    content_hash: str
    at: datetime
    review: int = 0
    title: str = ""
    authors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewSentBack:
    """A reader sent a text back."""

    subject: str
    comment: str
    at: datetime
    review: int = 0
    title: str = ""
    authors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StepsVoided:
    """A text was changed while it was being read: the approvals of the old text are void."""

    review: int
    subject: str
    title: str
    people: tuple[int, ...]
    at: datetime
