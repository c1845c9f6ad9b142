"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """A concern has become a case."""

    case: int
    title: str
    unit: int
    letters: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseAssessed:
    """Two people have agreed on a case's level, for the first time or anew."""

    case: int
    level: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """A case is closed; its review is due."""

    case: int
    letters: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class PlanChangeProposed:
    """A review says what should change in the plan."""

    text: str
    case: int
    at: datetime
