"""Which counts may be shown, so that none under five can be worked out from what is.

A table with its totals is a circulation: each row a node, each column a node, each count (totals too) an arc with its
count as flow. What is hidden may be anything that keeps every node in balance, so the least and the most that a
hidden count can be are found by pushing flow along hidden arcs. A count is safe when that range is at least as wide
as the limit; as long as one is not, the smallest count beside it is hidden too (complementary suppression).
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: Smallest count that is shown. Nought is under five: that nobody said a thing tells something of everybody.
LEAST = 5


@dataclass(frozen=True, slots=True)
class Arc:
    """One count: from which node to which; `published` says that it already stands elsewhere in the open."""

    tail: int
    head: int
    value: int
    published: bool = False
    guarded: bool = True


def play(arcs: Sequence[Arc], hidden: Iterable[int], number: int, most: int = LEAST) -> tuple[int, int]:
    """Say by how much a hidden count could be smaller and larger than it is, each up to `most`."""
    chosen = arcs[number]
    others = [index for index in hidden if index != number]
    less = _pushed(arcs, others, (chosen.tail, chosen.head), min(most, chosen.value))
    more = _pushed(arcs, others, (chosen.head, chosen.tail), most)
    return less, more


def _pushed(arcs: Sequence[Arc], free: Sequence[int], ends: tuple[int, int], most: int) -> int:
    """Push up to `most` units from one node to another along free arcs: forward without limit, back down to nought."""
    flow = {index: arcs[index].value for index in free}
    beside: dict[int, list[tuple[int, int, int]]] = {}
    for index in free:
        tail, head = arcs[index].tail, arcs[index].head
        beside.setdefault(tail, []).append((index, 1, head))
        beside.setdefault(head, []).append((index, -1, tail))
    for unit in range(most):
        path = _path(beside, flow, *ends)
        if path is None:
            return unit
        for index, step in path:
            flow[index] += step
    return most


def _path(
    beside: Mapping[int, Sequence[tuple[int, int, int]]], flow: Mapping[int, int], start: int, end: int
) -> list[tuple[int, int]] | None:
    """Find a way through the residual network, breadth first: pairs of arc and +1 or -1."""
    came: dict[int, tuple[int, int, int]] = {start: (start, -1, 0)}
    waiting = deque([start])
    while waiting and end not in came:
        node = waiting.popleft()
        for index, step, there in beside.get(node, ()):
            if there not in came and (step == 1 or flow[index] > 0):
                came[there] = (node, index, step)
                waiting.append(there)
    if end not in came:
        return None
    steps, node = [], end
    while node != start:
        node, index, step = came[node]
        steps.append((index, step))
    return steps


def to_hide(arcs: Sequence[Arc], already: Iterable[int] = ()) -> frozenset[int] | None:
    """Choose the arcs to hide; None when even hiding all that is not published protects too little.

    `already` are arcs hidden elsewhere, which stay hidden here.
    """
    hidden = set(already) | {
        index for index, arc in enumerate(arcs) if arc.guarded and not arc.published and arc.value < LEAST
    }
    while (weak := _weakest(arcs, hidden)) is not None:
        beside = _beside(arcs, hidden, weak)
        if beside is None:
            return None
        hidden.add(beside)
    return frozenset(hidden)


def _weakest(arcs: Sequence[Arc], hidden: set[int]) -> int | None:
    """Give a hidden small count whose range is still too narrow."""
    for index in sorted(hidden):
        arc = arcs[index]
        if arc.guarded and arc.value < LEAST and sum(play(arcs, hidden, index)) < LEAST:
            return index
    return None


def _beside(arcs: Sequence[Arc], hidden: set[int], weak: int) -> int | None:
    """Give the smallest count in the open that shares a node with a weak one, or else the smallest of all."""
    ends = {arcs[weak].tail, arcs[weak].head}
    free = [
        (not ends & {arc.tail, arc.head}, arc.value, index)
        for index, arc in enumerate(arcs)
        if index not in hidden and not arc.published
    ]
    return min(free)[2] if free else None
