"""Statistics by unit and cause, in which no small cell can be worked out. No person is a row of anything here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: Smallest count that is shown: as in questionnaires, anything under five could point at somebody.
LEAST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: None stands for a count that is held back."""

    name: str
    count: int | None


def held_back(counts: Iterable[tuple[str, int]]) -> tuple[Line, ...]:
    """Hide small counts, and the next smallest with them until what is hidden cannot be worked out from a total."""
    rows = sorted(counts)
    waiting = sorted((count, name) for name, count in rows)
    hidden: dict[str, int] = {}
    for count, name in waiting:
        is_safe = not hidden or (len(hidden) > 1 and sum(hidden.values()) >= LEAST)
        if count >= LEAST and is_safe:
            break
        hidden[name] = count
    return tuple(Line(name, None if name in hidden else count) for name, count in rows)


def counted(names: Iterable[str]) -> tuple[Line, ...]:
    """Count names and hold back what is small."""
    return held_back(Counter(names).items())
