"""From rows back to words: where each item went, and the reason a person can check."""

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np

from storystream.grouping.explaining import NAMED, name_shared
from storystream.grouping.grouper import Grouping
from storystream.grouping.tables import FOLD, KINDS, NEW, ONE
from storystream.items import Item, Outcome, SharedTerm, Why
from storystream.pipeline.names import Names
from storystream.text import Reading, read
from storystream.text.surface import read_with_wordings, surfaces

Shared = tuple[SharedTerm, ...]


def outcomes(
    grouping: Grouping, names: Names, rows: Sequence[int], shared: Mapping[int, Shared], fold_bar: float
) -> list[Outcome]:
    """Where the items of these rows lie now and why."""
    documents, stories = grouping.ground.documents, grouping.ground.stories
    places = np.array(rows, np.int64)
    first = grouping.first_serial
    table = zip(
        rows,
        documents.near[places].tolist(),
        documents.fold[places].tolist(),
        documents.kind[places].tolist(),
        documents.score[places].tolist(),
        documents.bar[places].tolist(),
        stories.identity[documents.story[places]].tolist(),
        strict=True,
    )
    return [
        Outcome(
            item=names.of(first + row) or "",
            story=story,
            fold=names.of(first + fold) if fold >= 0 else None,
            why=Why(
                kind=KINDS[kind],
                score=score / ONE,
                threshold=fold_bar if kind == FOLD else bar / ONE,
                neighbour=names.of(first + near) if near >= 0 else None,
                shared=shared.get(row, ()),
            ),
        )
        for row, near, fold, kind, score, bar, story in table
    ]


class Told:
    """A batch of items with what was read in them; those left out at first are read when they are asked for.

    `readings`: the items' readings where they were made elsewhere; their words are then looked up when asked for.
    """

    def __init__(
        self,
        items: Sequence[Item],
        fresh: Callable[[Item], bool],
        readings: Sequence[Reading] | None = None,
    ) -> None:
        self.items = items
        self._places: dict[int, int] = {}
        self._given = readings
        if readings is not None:
            return
        self._places = {
            place: k for k, place in enumerate(place for place, item in enumerate(items) if fresh(item))
        }
        self._readings, self._wordings = read_with_wordings(items[place] for place in self._places)

    def reading(self, place: int) -> Reading:
        """The item at this place as numbers."""
        if self._given is not None:
            return self._given[place]
        return self._readings[self._places[place]] if place in self._places else read(self.items[place])

    def wording(self, place: int, ids: Collection[int]) -> dict[int, str]:
        """How the item at this place words some terms: words first, then pairs of signs."""
        if place in self._places:
            return self._wordings.of(self._places[place], ids)
        return surfaces(self.items[place], ids)


def shared_terms(grouping: Grouping, rows: Sequence[int], told: Told) -> dict[int, Shared]:
    """By row, the terms that make a joined item like its neighbour: words before pairs, each strongest first."""
    documents = grouping.ground.documents
    joined = [
        k
        for k, row in enumerate(rows)
        if documents.near[row] >= 0 and documents.fold[row] < 0 and documents.kind[row] != NEW
    ]
    if not joined:
        return {}
    readings = [told.reading(k) for k in joined]
    bounds = np.cumsum([0, *[len(reading.words) for reading in readings]])
    terms = np.zeros((len(joined), NAMED), np.uint32)
    added = np.zeros((len(joined), NAMED), np.int64)
    words = np.concatenate([reading.words for reading in readings])
    places = np.array([rows[k] for k in joined], np.int64)
    name_shared(documents, grouping.ground.vectors, places, (words, bounds), (terms, added))
    return {
        rows[k]: _worded(told, k, dict(zip(ids, weights, strict=True)))
        for k, ids, weights in zip(joined, terms.tolist(), added.tolist(), strict=True)
    }


def _worded(told: Told, place: int, found: dict[int, int]) -> Shared:
    named = {term: weight / ONE for term, weight in found.items() if weight}
    wording = told.wording(place, named)
    return tuple(SharedTerm(wording[term], weight) for term, weight in named.items() if term in wording)
