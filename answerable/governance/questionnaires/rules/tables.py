"""From counts to what is shown: one row of counts, and the same counts apart by group."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.governance.questionnaires.rules.suppression import LEAST, Arc, to_hide

#: A count that is shown, or None where it is held back.
Shown = int | None


@dataclass(frozen=True, slots=True)
class Crossed:
    """Counts by group: one row a group, one column a cell; `rows` are the totals of the groups."""

    cells: tuple[tuple[Shown, ...], ...]
    rows: tuple[Shown, ...]


def shown_row(counts: Sequence[int]) -> tuple[Shown, ...]:
    """Hold back what is too small in one row of counts whose total stands beside it."""
    if sum(counts) < LEAST:
        return tuple(None for _ in counts)
    arcs = [Arc(0, 1, count) for count in counts]
    hidden = to_hide(arcs)
    if hidden is None:
        return tuple(None for _ in counts)
    return tuple(None if index in hidden else count for index, count in enumerate(counts))


def shown_crossed(
    inner: Sequence[Sequence[int]], rows: Sequence[Shown], columns: Sequence[Shown], empty: Sequence[int]
) -> Crossed | None:
    """Hold back what is too small in counts by group; None where nothing of it may be shown.

    `rows` (people in each group) and `columns` (the question's own row) stand in the open as they are, with their own
    gaps; `empty` says how many of each group left the question empty, which is never shown by group.
    """
    groups, width = len(inner), len(inner[0])
    arcs: list[Arc] = []
    already: set[int] = set()

    def add(tail: int, head: int, value: int, *, gap: bool, fixed: bool = False) -> None:
        if gap:
            already.add(len(arcs))
        arcs.append(Arc(tail, head, value, published=fixed and not gap))

    for group, row in enumerate(inner):
        add(0, 1 + group, sum(row) + empty[group], gap=rows[group] is None, fixed=True)
    for column in range(width):
        total = sum(row[column] for row in inner)
        add(1 + groups + column, 0, total, gap=columns[column] is None, fixed=True)
    first = len(arcs)
    for group, row in enumerate(inner):
        for column, count in enumerate(row):
            # A group whose size is held back is held back whole: two questions together would give it away.
            add(1 + group, 1 + groups + column, count, gap=rows[group] is None)
    hidden = to_hide([*arcs, *_empty_fields(empty, groups, width)], [*already, *_after(arcs, groups)])
    if hidden is None:
        return None
    cells = tuple(
        tuple(None if first + group * width + column in hidden else count for column, count in enumerate(row))
        for group, row in enumerate(inner)
    )
    return Crossed(cells, tuple(rows)) if any(cell is not None for row in cells for cell in row) else None


def _empty_fields(empty: Sequence[int], groups: int, width: int) -> list[Arc]:
    """Give the arcs of fields left empty: hidden by group, their sum in the open; they are no answers to guard."""
    node = 1 + groups + width
    by_group = [Arc(1 + group, node, count, guarded=False) for group, count in enumerate(empty)]
    return [*by_group, Arc(node, 0, sum(empty), published=True, guarded=False)]


def _after(arcs: Sequence[Arc], groups: int) -> range:
    return range(len(arcs), len(arcs) + groups)
