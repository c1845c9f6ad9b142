"""Which terms make two items alike, for a whole batch at once."""

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.grouping.tables import Documents, Vectors, Whole

#: Shared terms named in an outcome, strongest first.
NAMED = 5

Terms = NDArray[np.uint32]


@compiled
def name_shared(
    documents: Documents,
    vectors: Vectors,
    rows: Whole,
    words: tuple[Terms, Whole],
    found: tuple[Terms, Whole],
) -> None:
    """Write the `NAMED` strongest terms that each row's item shares with its nearest one.

    `words`: the items' words, ascending, one item after the other, and their bounds: a word goes before a pair of
    signs. `found`: terms and what each added (2**-30), shape (rows, NAMED); 0 where there are fewer.
    """
    for k in range(len(rows)):
        own = words[0][int(words[1][k]) : int(words[1][k + 1])]
        _name(documents, vectors, int(rows[k]), own, (found[0][k], found[1][k]))


@compiled
def _name(documents: Documents, vectors: Vectors, row: int, words: Terms, found: tuple[Terms, Whole]) -> None:
    near = int(documents.near[row])
    i, j = int(documents.start[row]), int(documents.start[near])
    i_end, j_end = i + int(documents.length[row]), j + int(documents.length[near])
    made, plain = 0, 0
    while i < i_end and j < j_end:
        left, right = int(vectors.term[i]), int(vectors.term[j])
        if left == right:
            added = int(vectors.weight[i]) * int(vectors.weight[j])
            if _holds(words, left):
                made = _insert(found, 0, made, left, added)
                plain = min(plain, NAMED - made)
            else:
                plain = _insert(found, made, plain, left, added)
        i += 1 if left <= right else 0
        j += 1 if right <= left else 0


@compiled
def _holds(words: Terms, term: int) -> bool:
    place = int(np.searchsorted(words, np.uint32(term)))
    return place < len(words) and int(words[place]) == term


@compiled
def _insert(found: tuple[Terms, Whole], first: int, count: int, term: int, added: int) -> int:
    """Insert into one of the two ordered parts of a row (words, then pairs); the part's new count."""
    terms, weights = found
    place = first + count
    while place > first and int(weights[place - 1]) < added:
        place -= 1
    if place >= NAMED:
        return count
    for k in range(NAMED - 1, place, -1):
        terms[k] = terms[k - 1]
        weights[k] = weights[k - 1]
    terms[place] = term
    weights[place] = added
    return min(count + 1, NAMED - first)
