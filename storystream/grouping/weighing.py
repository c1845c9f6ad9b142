"""From counted terms to unit vectors: sublinear frequency times rarity, the rarity being yesterday's.

A score may depend only on the item, the day's frozen table and the window, so that it replays bit for bit: a
day's documents are counted while it lasts and enter the table when it ends (stories.md section 5.1, step 5).
"""

import math
from collections import deque
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.grouping.frames import SHARE, framing_terms
from storystream.grouping.tables import TERM_SPACE, UNIT
from storystream.text.background import LANGUAGES, load
from storystream.text.reading import Reading

#: Strongest terms kept per item and view; ECB+ dev still gained from 32 to 64 (B3 F1 .893 -> .905).
STRONGEST = 64
#: Days whose documents stay counted: four weeks, so that weekdays weigh alike.
DAYS = 28
#: A background counts as so many documents at most, so that a body's own texts can outweigh it.
BACKGROUND_WEIGHT = 20_000
#: Until a language without background has this many documents, the table is renewed at each doubling.
COLD = 1024
FIRST_FREEZE = 32

Terms = NDArray[np.uint32]
Floats = NDArray[np.float64]


@compiled
def weigh(terms: Terms, counts: NDArray[np.float32], commonness: NDArray[np.float32], total: float) -> Floats:
    """Weights of one view: (1 + log count) x rarity, only the `STRONGEST` kept, of unit length."""
    weights = np.zeros(len(terms), np.float64)
    for k in range(len(terms)):
        rarity = total - float(commonness[int(terms[k])])
        if rarity > 0.0:
            weights[k] = (1.0 + math.log(max(float(counts[k]), 1.0))) * rarity
    if len(terms) > STRONGEST:
        order = np.argsort(-weights, kind="mergesort")
        for k in range(STRONGEST, len(order)):
            weights[order[k]] = 0.0
    energy = 0.0
    for k in range(len(terms)):
        energy += weights[k] * weights[k]
    if energy > 0.0:
        length = math.sqrt(energy)
        for k in range(len(terms)):
            weights[k] = weights[k] / length
    return weights


@compiled
def join_views(
    words: Terms,
    word_weights: Floats,
    pairs: Terms,
    pair_weights: Floats,
    terms: Terms,
    weights: NDArray[np.int32],
) -> int:
    """One vector of two views, half and half, in units of 2**-15; returns its length."""
    both = math.sqrt(0.5) if len(words) > 0 and len(pairs) > 0 else 1.0
    made, i, j = 0, 0, 0
    while i < len(words) or j < len(pairs):
        left = int(words[i]) if i < len(words) else TERM_SPACE
        right = int(pairs[j]) if j < len(pairs) else TERM_SPACE
        weight = 0.0
        if left <= right:
            weight += float(word_weights[i])
            i += 1
        if right <= left:
            weight += float(pair_weights[j])
            j += 1
        whole = int(weight * both * UNIT + 0.5)
        if whole > 0:
            terms[made] = min(left, right)
            weights[made] = whole
            made += 1
    return made


@compiled
def vectors_of(
    words: tuple[Terms, NDArray[np.float32], NDArray[np.int64]],
    pairs: tuple[Terms, NDArray[np.float32], NDArray[np.int64]],
    totals: Floats,
    commonness: NDArray[np.float32],
    made: tuple[Terms, NDArray[np.int32], NDArray[np.int64]],
) -> int:
    """The vectors of a batch, written one after the other; `made` is (terms, weights, ends). Returns the end."""
    end = 0
    for k in range(len(totals)):
        a, b = int(words[2][k]), int(words[2][k + 1])
        c, d = int(pairs[2][k]), int(pairs[2][k + 1])
        left = weigh(words[0][a:b], words[1][a:b], commonness, float(totals[k]))
        right = weigh(pairs[0][c:d], pairs[1][c:d], commonness, float(totals[k]))
        end += join_views(words[0][a:b], left, pairs[0][c:d], right, made[0][end:], made[1][end:])
        made[2][k] = end
    return end


class Day(NamedTuple):
    """What one finished day adds to the table: documents by language, and terms with their documents."""

    documents: dict[str, int]
    terms: Terms
    counts: NDArray[np.int32]


class Rarity:
    """How rare each term is, frozen by the day.

    `commonness` is log(documents with the term + 1/2) per term; a term's rarity in a language is
    log(documents of the language + 1) minus that.

    >>> rarity = Rarity()
    >>> rarity.total("tlh"), rarity.total("en") > 9
    (0.0, True)
    """

    def __init__(self, *, empty: bool = False) -> None:
        self.today: list[Terms] = []
        self.seen: dict[str, int] = {}
        self.days: deque[Day] = deque()
        self.documents: dict[str, float] = {}
        self.frequency = np.zeros(TERM_SPACE, np.float32)
        self.commonness = np.full(TERM_SPACE, np.log(np.float32(0.5)), np.float32)
        if not empty:
            start = _shipped()
            self.documents = dict(start.documents)
            self.frequency[start.known], self.commonness[start.known] = start.frequency, start.commonness

    def frozen(self) -> "Rarity":
        """The same table as it is today, for a stream beside this one."""
        twin = Rarity(empty=True)
        twin.documents = dict(self.documents)
        twin.frequency, twin.commonness = self.frequency.copy(), self.commonness.copy()
        return twin

    def meet(self, language: str) -> None:
        """Enter a shipped background and its framing words."""
        background = load(language)
        share = min(1.0, BACKGROUND_WEIGHT / max(background.documents, 1))
        self.documents[language] = background.documents * share
        self._add(background.terms, background.frequency.astype(np.float32) * np.float32(share))
        frames = framing_terms(language)
        common = np.float32(SHARE * self.documents[language])
        self._add(frames, np.maximum(common - self.frequency[frames], np.float32(0)))

    def total(self, language: str) -> float:
        """What the rarest possible term of a language would weigh, less its own commonness."""
        return math.log(self.documents.get(language, 0.0) + 1.0)

    def _add(self, terms: Terms, counts: NDArray[np.float32] | np.float32) -> None:
        self.frequency[terms] += counts
        self.commonness[terms] = np.log(np.maximum(self.frequency[terms], 0) + np.float32(0.5))

    def refresh(self) -> None:
        """Work out the commonness of all terms anew."""
        self.commonness = np.full(TERM_SPACE, np.log(np.float32(0.5)), np.float32)
        self._add(np.flatnonzero(self.frequency).astype(np.uint32), np.float32(0))

    def note(self, language: str) -> bool:
        """One more document; True when a language without background should freeze its table at once."""
        count = self.seen[language] = self.seen.get(language, 0) + 1
        return self.documents.get(language, 0.0) < COLD and count >= FIRST_FREEZE and count & (count - 1) == 0

    def freeze(self) -> None:
        """End a day: what it counted enters the table, and the day before the last `DAYS` leaves it."""
        terms, counts = np.unique(self.counted(), return_counts=True)
        self.days.append(Day(self.seen, terms, counts.astype(np.int32)))
        self._change(self.days[-1], 1)
        self.today, self.seen = [], {}
        while len(self.days) > DAYS:
            self._change(self.days.popleft(), -1)

    def _change(self, day: Day, sign: int) -> None:
        self._add(day.terms, np.float32(sign) * day.counts.astype(np.float32))
        for language, count in day.documents.items():
            self.documents[language] = self.documents.get(language, 0.0) + sign * count

    def vectors(self, readings: Sequence[Reading]) -> tuple[Terms, NDArray[np.int32], NDArray[np.int64]]:
        """The vectors of a batch one after the other: terms, weights (2**-15) and where each ends."""
        if not readings:
            return np.zeros(0, np.uint32), np.zeros(0, np.int32), np.zeros(0, np.int64)
        words = _columns([r.words for r in readings], [r.word_tf for r in readings])
        pairs = _columns([r.pairs for r in readings], [r.pair_tf for r in readings])
        totals = np.array([self.total(r.language) for r in readings], np.float64)
        room = min(len(words[0]), STRONGEST * len(readings)) + min(len(pairs[0]), STRONGEST * len(readings))
        made = (np.zeros(room, np.uint32), np.zeros(room, np.int32), np.zeros(len(readings), np.int64))
        vectors_of(words, pairs, totals, self.commonness, made)
        return made

    def count(self, readings: Sequence[Reading]) -> None:
        """Count the terms of items that opened a story (all documents are counted by `note`).

        Counting every item would make the words of a large story common while it runs: on zh-hotlist dev that
        costs .05 of BCubed F1 (.88 to .83); openers alone cost nothing.
        """
        self.today.extend(part for reading in readings for part in (reading.words, reading.pairs))

    def counted(self) -> Terms:
        """All terms counted for the day so far, in order of arrival, each as often as it came."""
        self.today = [np.concatenate(self.today)] if self.today else [np.zeros(0, np.uint32)]
        return self.today[0]


class Shipped(NamedTuple):
    """What every stream begins with: the terms known from all backgrounds, how frequent and how common."""

    documents: dict[str, float]
    known: NDArray[np.intp]
    frequency: NDArray[np.float32]
    commonness: NDArray[np.float32]


@cache
def _shipped() -> Shipped:
    rarity = Rarity(empty=True)
    for language in LANGUAGES:
        rarity.meet(language)
    known = np.flatnonzero(rarity.frequency)
    return Shipped(rarity.documents, known, rarity.frequency[known], rarity.commonness[known])


def _columns(
    terms: list[Terms], counts: list[NDArray[np.float32]]
) -> tuple[Terms, NDArray[np.float32], NDArray[np.int64]]:
    bounds = np.zeros(len(terms) + 1, np.int64)
    np.cumsum([len(part) for part in terms], out=bounds[1:])
    return np.concatenate(terms), np.concatenate(counts), bounds
