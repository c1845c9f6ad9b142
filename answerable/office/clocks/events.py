"""News of the room."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RungFired:
    """A rung of a ladder is due: tell these people. `standing_in` pairs those who act with the name they act for."""

    rung_id: int
    clock: int
    subject: str
    title: str
    link: str
    do: str
    to: tuple[int, ...]
    unit: int | None
    at: datetime
    stage: str = ""
    due: datetime | None = None
    standing_in: tuple[tuple[int, str], ...] = ()
    title_zh: str = ""


@dataclass(frozen=True, slots=True)
class ClockBreached:
    """A limit has run out with the thing undone; told once a clock."""

    clock: int
    subject: str
    stage: str
    unit: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """The date of an open clock changed; `to` are those who are told."""

    subject: str
    old: datetime
    new: datetime
    at: datetime
    clock: int = 0
    title: str = ""
    link: str = ""
    kind: str = ""
    reason: str = ""
    to: tuple[int, ...] = ()
    title_zh: str = ""


@dataclass(frozen=True, slots=True)
class ClockPaused:
    """A clock stands still, or runs again (`reason` is empty then)."""

    clock: int
    subject: str
    title: str
    link: str
    reason: str
    to: tuple[int, ...]
    at: datetime
    title_zh: str = ""


@dataclass(frozen=True, slots=True)
class CalendarChanged:
    """A calendar has a new version; open clocks have moved already."""

    calendar: str
    version: int
    at: datetime
