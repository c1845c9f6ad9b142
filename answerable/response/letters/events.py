"""News of the room for the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LetterReceived:
    """A letter came in."""

    letter: int
    unit: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class LetterAnswered:
    """A letter was answered in substance: a reviewed text reached its asker."""

    letter: int
    case: int | None
    reply: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LetterJudged:
    """An asker said whether the letter was answered: answered, partly or not."""

    letter: int
    case: int | None
    judgement: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LetterReopened:
    """An asker opened a letter again."""

    letter: int
    case: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class InquiryAnswered:
    """A question of the press was answered, or declined with a reason."""

    inquiry: int
    case: int | None
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SheetConfirmed:
    """The office confirmed what a file of letters would bring in."""

    sheet: int
    at: datetime
