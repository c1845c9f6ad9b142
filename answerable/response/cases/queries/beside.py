"""What rooms above put into a case's room: drafts of answers at their gate.

They hand in a function when the application starts, as for the stories' marks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft of an answer to the case: its title, its kind in words, whose turn it is, and where it is."""

    title: str
    kind: str
    waits_for: str
    address: str
    at: datetime


_drafts: list[Callable[[Actor, int], tuple[DraftRow, ...]]] = []


def give_drafts(source: Callable[[Actor, int], tuple[DraftRow, ...]]) -> None:
    """Let a room above show its drafts in a case's room; the same function twice counts once."""
    if source not in _drafts:
        _drafts.append(source)


def drafts(actor: Actor, case: int) -> tuple[DraftRow, ...]:
    """List the drafts for a case, the newest first."""
    found = [row for source in _drafts for row in source(actor, case)]
    return tuple(sorted(found, key=lambda row: row.at, reverse=True))
