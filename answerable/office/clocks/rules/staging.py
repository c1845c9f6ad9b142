"""Rules of a plan that an event starts: their stages, what may pause them and what may extend them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to be done: within a limit (`in_`), or again and again until the matter is closed (`every`)."""

    do: str
    in_: str = ""
    every: str = ""
    by: str = ""
    to: str = ""
    min_people: int = 1


@dataclass(frozen=True, slots=True)
class Extension:
    """How far a limit may be extended, and the post that approves it ("" for whoever has the ability)."""

    limit: str
    approver: str = ""


@dataclass(frozen=True, slots=True)
class EventRule:
    """What an event starts. `pause` lists the reasons for which its clocks may stand still."""

    id: str
    on: str
    stages: tuple[Stage, ...]
    start: str = ""
    ladder: str = ""
    extend: Extension | None = None
    pause: tuple[str, ...] = ()
