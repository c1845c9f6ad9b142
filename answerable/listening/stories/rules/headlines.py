"""Which item speaks for a story."""

from collections.abc import Iterable
from dataclasses import dataclass

#: From so many copies on, a text that others took over says better what the story is about than its first item.
TAKEN_OVER = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may speak for its story, and how many items repeat it."""

    item: int
    copies: int


def headline_of(candidates: Iterable[Candidate]) -> int | None:
    """Choose the item that most others repeat, or the first; None when there is none.

    >>> headline_of([Candidate(4, 0), Candidate(9, 5)]), headline_of([Candidate(4, 0), Candidate(9, 2)])
    (9, 4)
    """
    ranked = sorted(candidates, key=lambda one: (-(one.copies if one.copies >= TAKEN_OVER else 0), one.item))
    return ranked[0].item if ranked else None
