"""What `text` hands on about one item: hashed terms, shingles, numbers. Everything else works on this."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Reading:
    """One item as numbers. Arrays are sorted by id, ids unique; deterministic for equal text.

    language: "zh", "en", ... as decided from script and, for Latin script, a model or the caller's tag.
    length_class: 0 title only, 1 short lead, 2 full lead (thresholds are calibrated per language and class).
    words, word_tf: uint32 ids in the term space [0, 2**22), float32 counts (title terms already weighted).
    pairs, pair_tf: the second view in the same term space: character bigrams (zh, ja, ...) or word pairs / stems (en);
        may be empty.
    shingles: sorted uint64 sample for folding, hash in the upper half (see `text.shingles`).
    numbers: sorted uint64 figures and dates of title and text: templated notices differ in them. Below 2**32 a bare
        figure, above it the same figure with the hash of the words around it (see `text.numbers`).
    """

    language: str
    length_class: int
    words: NDArray[np.uint32]
    word_tf: NDArray[np.float32]
    pairs: NDArray[np.uint32]
    pair_tf: NDArray[np.float32]
    shingles: NDArray[np.uint64]
    numbers: NDArray[np.uint64]
