"""How common each term is in earlier days' texts, so that the first day is not read as if all words were new.

Worth 4-6 points of BCubed F1 on short Chinese titles (design: stories.md 4.1). Only figures are shipped: hashed
terms with the number of documents that hold them, in steps of 6 %. `background_origin.txt` names the texts.
"""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.text.reading import Reading
from storystream.text.terms import TERM_SPACE

LANGUAGES: Final = ("en", "zh")
#: Terms in fewer documents are left out: most are names of one day, and the table stays below 1.5 MB.
RAREST: Final = 3
#: Frequencies are kept as whole steps of 2**(1/12), about 6 %.
_STEPS: Final = 12


class Background(NamedTuple):
    """Document frequencies of one language.

    `documents`: how many texts were counted. `terms`: uint32, ascending, shape (n,). `frequency`: uint32, shape
    (n,), in how many of the texts `terms[i]` occurs.
    """

    documents: int
    terms: NDArray[np.uint32]
    frequency: NDArray[np.uint32]


EMPTY: Final = Background(0, np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint32))


@cache
def load(language: str) -> Background:
    """The shipped table of a language, or an empty one.

    >>> table = load("en")
    >>> table.documents > 10_000, len(table.terms) == len(table.frequency)
    (True, True)
    >>> load("tlh").documents
    0
    """
    if language not in LANGUAGES:
        return EMPTY
    with resources.files("storystream.text").joinpath(f"background_{language}.npz").open("rb") as file:
        arrays = np.load(file, allow_pickle=False)
        documents, steps, gaps = int(arrays["documents"]), arrays["steps"], arrays["gaps"]
    terms = np.cumsum(gaps.astype(np.int64)).astype(np.uint32)
    return Background(documents, terms, np.rint(2.0 ** (steps / _STEPS)).astype(np.uint32))


def count(readings: Iterable[Reading]) -> Background:
    """Document frequencies of all terms of both views that RAREST readings or more hold."""
    frequency = np.zeros(TERM_SPACE, dtype=np.uint32)
    documents = 0
    for reading in readings:
        frequency[reading.words] += 1
        frequency[reading.pairs] += 1
        documents += 1
    terms = np.flatnonzero(frequency >= RAREST).astype(np.uint32)
    return Background(documents, terms, frequency[terms])


def save(background: Background, path: Path) -> None:
    """Write a table as `load` reads it."""
    gaps = np.diff(background.terms, prepend=np.uint32(0))
    small = not len(gaps) or int(gaps.max()) <= np.iinfo(np.uint16).max
    np.savez_compressed(
        path,
        documents=np.int64(background.documents),
        gaps=gaps.astype(np.uint16) if small else gaps,
        steps=np.rint(_STEPS * np.log2(background.frequency)).astype(np.uint8),
    )
