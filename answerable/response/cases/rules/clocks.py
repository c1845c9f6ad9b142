"""Which of several clocks a person should look at first."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar


class Running(Protocol):
    """A clock as the office shows it."""

    @property
    def due(self) -> datetime: ...
    @property
    def state(self) -> str: ...


Row = TypeVar("Row", bound=Running)
#: States of a clock in which something is still owed.
OWED = frozenset({"running", "paused", "breached"})


def next_out(clocks: Iterable[Row]) -> Row | None:
    """Give the clock that runs out first, or ran out first, of those that still owe something."""
    owed = [clock for clock in clocks if clock.state in OWED]
    return min(owed, key=lambda clock: clock.due, default=None)
