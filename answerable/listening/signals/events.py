"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SignalRaised:
    """A story or a watched subject grew faster than chance allows."""

    signal: int
    story: int | None
    watch: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SignalTaken:
    """A person took a signal on: it becomes a case."""

    signal: int
    story: int | None
    watch: int | None
    by_person: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class TrialAsked:
    """Somebody wants to know what a switch would have done."""

    trial: int
