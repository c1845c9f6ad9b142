"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReleaseMade:
    """A release, or a part of it, is public; its watch runs."""

    release: int
    title: str
    unit: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AssessmentReopened:
    """An agreed assessment does not hold any more: its text was changed."""

    release: int
    round: int
    at: datetime


@dataclass(frozen=True, slots=True)
class WatchEnded:
    """The watch of a release is over: what was foreseen is held against what was asked."""

    release: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ReleaseFinished:
    """A release was looked back on; what nobody had foreseen is experience for the next."""

    release: int
    foreseen: int
    unforeseen: int
    at: datetime
