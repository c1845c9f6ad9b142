"""What rooms above put beside a story: marks in its timeline, saved searches in the board's filter.

They hand in a function when the application starts (see project.wiring for news; this is for reading).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened with a story: a signal, a case, an answer."""

    at: datetime
    name: str
    address: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Words that somebody keeps looking for."""

    id: int
    name: str
    words: str
    languages: tuple[str, ...] = ()


#: So many marks of a story are given, the latest.
MOST_MARKS = 30
_marks: list[Callable[[Actor, int], tuple[Mark, ...]]] = []
_saved: list[Callable[[Actor], tuple[SavedSearch, ...]]] = []


def give_marks(source: Callable[[Actor, int], tuple[Mark, ...]]) -> None:
    """Let a room above mark the timelines of stories; the same function twice counts once."""
    if source not in _marks:
        _marks.append(source)


def give_saved_searches(source: Callable[[Actor], tuple[SavedSearch, ...]]) -> None:
    """Let a room above offer saved searches to the board."""
    if source not in _saved:
        _saved.append(source)


def marks(actor: Actor, story: int) -> tuple[Mark, ...]:
    """List what happened with a story, oldest first; of more than MOST_MARKS the latest."""
    found = [mark for source in _marks for mark in source(actor, story)]
    return tuple(sorted(found, key=lambda mark: mark.at)[-MOST_MARKS:])


def saved_searches(actor: Actor) -> tuple[SavedSearch, ...]:
    """List the searches that this actor may use."""
    return tuple(search for source in _saved for search in source(actor))
