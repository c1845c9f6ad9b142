"""From term ids back to words a person can read, so that "these two share ..." can be said."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import numpy as np

from storystream.compiled import compiled
from storystream.items import Item
from storystream.text.reader import BATCH, Batch, batch_of, readings_of
from storystream.text.reading import Reading
from storystream.text.signs import Points
from storystream.text.terms import WORDS
from storystream.text.units import Hashes

_NOWHERE: Final = -1


@compiled
def first_spans(rows: Points, first: int, stop: int, ids: Hashes) -> Points:
    """Where each wanted term occurs first, as a word if it does as a word: int32, shape (len(ids), 3).

    Columns: view, start, end in the buffer; view -1 for a term that does not occur.
    """
    spans = np.full((len(ids), 3), _NOWHERE, dtype=np.int32)
    for row in range(first, stop):
        term, view = int(rows[row, 0]), int(rows[row, 2])
        for place in range(len(ids)):
            known = int(spans[place, 0])
            if term == int(ids[place]) and (known == _NOWHERE or (known != WORDS and view == WORDS)):
                spans[place, 0] = view
                spans[place, 1] = rows[row, 3]
                spans[place, 2] = rows[row, 4]
    return spans


def wording_in(batch: Batch, place: int, ids: Collection[int] | None) -> dict[int, str]:
    """The wording of some terms (or all) of one item of a batch, words before pairs."""
    first, stop = int(batch.emissions.offsets[place]), int(batch.emissions.offsets[place + 1])
    rows = batch.emissions.rows
    wanted = (
        np.unique(rows[first:stop, 0]) if ids is None else np.fromiter(ids, dtype=np.int64, count=len(ids))
    )
    spans = first_spans(rows, first, stop, wanted.astype(np.int64)).tolist()
    title, text = batch.originals[place]
    begin = int(batch.bounds[place])
    found = sorted(
        (view, start, end, term)
        for term, (view, start, end) in zip(wanted.tolist(), spans, strict=True)
        if view != _NOWHERE
    )
    original = f"{title}\n{text}"
    return {term: " ".join(original[start - begin : end - begin].split()) for _, start, end, term in found}


class Wordings:
    """The wordings behind the readings of `read_with_wordings`, looked up when they are asked for."""

    def __init__(self, batches: list[Batch]) -> None:
        self._batches = batches

    def of(self, place: int, ids: Collection[int]) -> dict[int, str]:
        """Term id to wording, for those of `ids` that the item at `place` has: words first, then pairs."""
        return wording_in(self._batches[place // BATCH], place % BATCH, ids)


def read_with_wordings(items: Iterable[Item]) -> tuple[list[Reading], Wordings]:
    """As `read_many`, and the wordings of all terms without reading a second time.

    >>> from storystream.items import Item
    >>> readings, wordings = read_with_wordings([Item("1", "Floods in Leeds"), Item("2", "Leeds under water")])
    >>> shared = set(readings[0].words.tolist()) & set(readings[1].words.tolist())
    >>> list(wordings.of(1, shared).values())
    ['Leeds']
    """
    waiting = list(items)
    readings: list[Reading] = []
    batches = []
    for first in range(0, len(waiting), BATCH):
        batch, shape = batch_of(waiting[first : first + BATCH])
        readings.extend(readings_of(batch, shape))
        batches.append(batch)
    return readings, Wordings(batches)


def surfaces(item: Item, ids: Collection[int] | None = None) -> dict[int, str]:
    """The wording behind an item's term ids, as the item itself writes them; all of them when `ids` is None.

    Where an id stands for several wordings, a word goes before a pair and the first before later ones.

    >>> from storystream.items import Item
    >>> list(surfaces(Item("1", "Floods in Leeds")).values())
    ['Floods', 'Leeds', 'Floods in Leeds']
    """
    return wording_in(batch_of([item])[0], 0, ids)


def surfaces_many(items: Sequence[Item], wanted: Sequence[Collection[int]]) -> list[dict[int, str]]:
    """`surfaces` for many items and the ids wanted of each."""
    found: list[dict[int, str]] = []
    for first in range(0, len(items), BATCH):
        batch, _shape = batch_of(items[first : first + BATCH])
        found.extend(wording_in(batch, place, ids) for place, ids in enumerate(wanted[first : first + BATCH]))
    return found
