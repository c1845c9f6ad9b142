"""From rows back to words: where each item went, and the reason a person can check."""

from collections.abc import Mapping, Sequence

import numpy as np

from storystream.grouping.explaining import NAMED, name_shared
from storystream.grouping.grouper import Grouping
from storystream.grouping.tables import FOLD, KINDS, NEW, ONE
from storystream.items import Item, Outcome, SharedTerm, Why
from storystream.pipeline.names import Names
from storystream.text import Reading, surfaces

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


def shared_terms(
    grouping: Grouping, rows: Sequence[int], items: Sequence[Item], readings: Sequence[Reading]
) -> dict[int, Shared]:
    """By row, the terms that make a joined item like its neighbour: words before pairs, each strongest first."""
    documents = grouping.ground.documents
    joined = [
        k
        for k, row in enumerate(rows)
        if documents.near[row] >= 0 and documents.fold[row] < 0 and documents.kind[row] != NEW
    ]
    if not joined:
        return {}
    bounds = np.cumsum([0, *[len(readings[k].words) for k in joined]])
    words = np.concatenate([readings[k].words for k in joined])
    terms = np.zeros((len(joined), NAMED), np.uint32)
    added = np.zeros((len(joined), NAMED), np.int64)
    places = np.array([rows[k] for k in joined], np.int64)
    name_shared(documents, grouping.ground.vectors, places, (words, bounds), (terms, added))
    told = {}
    for k, ids, weights in zip(joined, terms.tolist(), added.tolist(), strict=True):
        found = {term: weight / ONE for term, weight in zip(ids, weights, strict=True) if weight}
        wording = surfaces(items[k], found)
        told[rows[k]] = tuple(
            SharedTerm(wording[term], weight) for term, weight in found.items() if term in wording
        )
    return told
