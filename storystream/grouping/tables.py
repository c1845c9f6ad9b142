"""The state of a grouping as flat arrays, so that compiled loops can work on it and it saves as it stands.

Every weight is a whole number (a unit vector times 2**15), so every similarity is a whole number of 2**-30:
sums come out the same in any order, in machine code and in plain Python, on one shard or on many.
"""

from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from storystream.items import WhyKind

#: Terms are hashed into this many places by `storystream.text`.
TERM_SPACE = 1 << 22
#: One in a vector's own scale, and one in the scale of a similarity (a product of two).
UNIT = 1 << 15
ONE = UNIT * UNIT
#: At most so many items stand for a live story: later ones add cost and no quality (stories.md 4.3).
REPRESENTATIVES = 8
#: Languages a stream can hold apart; all later ones share the last place.
LANGUAGES = 64

Whole = NDArray[np.int64]
Narrow = NDArray[np.int32]


class Documents(NamedTuple):
    """One row an item, in order of arrival; a folded item has length 0.

    serial: how many items came before it. arrived: the stream's clock when it came (never falls from row to
    row). start, length: its slice of `Vectors`. time: seconds since 1970. story: row in `Stories`. live: 1
    while it represents its story in the index. fold, near: rows of the item that it repeats, and of the nearest one, or
    -1. score, bar: what it scored and what was asked, in units of 2**-30. kind: see `KINDS`. language: place.
    """

    serial: Whole
    arrived: Whole
    start: Whole
    length: Narrow
    time: Whole
    story: Narrow
    live: NDArray[np.int8]
    fold: Narrow
    near: Narrow
    score: Narrow
    bar: Narrow
    kind: NDArray[np.int8]
    language: NDArray[np.int8]


#: Documents.kind as words, by number.
KINDS: tuple[WhyKind, ...] = ("new", "join", "fold", "pinned")
NEW, JOIN, FOLD, PINNED = range(4)


class Vectors(NamedTuple):
    """The items' terms (ascending within an item) and their weights in units of 2**-15."""

    term: NDArray[np.uint32]
    weight: Narrow


class Stories(NamedTuple):
    """One row a held story, in order of its identity (which is never used twice).

    size: all items ever put in. standing, reps: how many represent it, and which, oldest first. energy: squared
    length of the sum of the representatives (2**-30). first, last: times of its items. whole: 1 when a person
    joined it.
    """

    identity: Whole
    size: Narrow
    standing: Narrow
    reps: Narrow
    energy: Whole
    first: Whole
    last: Whole
    whole: NDArray[np.int8]


class Postings(NamedTuple):
    """Per shard: newest posting of each term, and the postings as rows of (older one, document, weight, turn).

    `turns` counts each term's postings over all shards; a posting keeps its turn, so "the newest 256 of this
    term" means the same on any number of shards.
    """

    head: Narrow
    rows: Narrow
    used: Whole
    turns: Narrow


#: Places in the row of plain counters that travels with the tables.
DOCUMENTS, TERMS, STORIES, NEXT_STORY, CLOCK, NEXT_SERIAL = range(6)

Table = TypeVar("Table", bound=tuple[Any, ...])


def no_documents() -> Documents:
    """An empty table of items."""
    return Documents(
        serial=np.zeros(0, np.int64),
        arrived=np.zeros(0, np.int64),
        start=np.zeros(0, np.int64),
        length=np.zeros(0, np.int32),
        time=np.zeros(0, np.int64),
        story=np.zeros(0, np.int32),
        live=np.zeros(0, np.int8),
        fold=np.zeros(0, np.int32),
        near=np.zeros(0, np.int32),
        score=np.zeros(0, np.int32),
        bar=np.zeros(0, np.int32),
        kind=np.zeros(0, np.int8),
        language=np.zeros(0, np.int8),
    )


def no_vectors() -> Vectors:
    """An empty store of vectors."""
    return Vectors(term=np.zeros(0, np.uint32), weight=np.zeros(0, np.int32))


def no_stories() -> Stories:
    """An empty table of stories."""
    return Stories(
        identity=np.zeros(0, np.int64),
        size=np.zeros(0, np.int32),
        standing=np.zeros(0, np.int32),
        reps=np.zeros((0, REPRESENTATIVES), np.int32),
        energy=np.zeros(0, np.int64),
        first=np.zeros(0, np.int64),
        last=np.zeros(0, np.int64),
        whole=np.zeros(0, np.int8),
    )


def no_postings(shards: int) -> Postings:
    """An empty index over `shards` parts."""
    return Postings(
        head=np.full((shards, TERM_SPACE), -1, np.int32),
        rows=np.zeros((shards, 0, 4), np.int32),
        used=np.zeros(shards, np.int64),
        turns=np.zeros(TERM_SPACE, np.int32),
    )


def roomier(size: int, needed: int) -> int:
    """The next capacity: a third more, so that a million rows never lie in memory twice.

    >>> roomier(1000, 900), roomier(1000, 1001)
    (1000, 2357)
    """
    return size if needed <= size else needed + needed // 3 + 1023


def with_room(table: Table, needed: int) -> Table:
    """The same table with room for `needed` rows in every column."""
    columns = [longer(column, needed) for column in table]
    return type(table)(*columns)


def longer(column: NDArray[Any], needed: int) -> NDArray[Any]:
    """The same column with room for `needed` rows."""
    size = roomier(len(column), needed)
    if size == len(column):
        return column
    larger = np.zeros((size, *column.shape[1:]), column.dtype)
    larger[: len(column)] = column
    return larger


def rows_with_room(postings: Postings, needed: int) -> Postings:
    """The same index with room for `needed` postings in every shard."""
    rows = postings.rows
    size = roomier(rows.shape[1], needed)
    if size == rows.shape[1]:
        return postings
    longer = np.zeros((rows.shape[0], size, 4), np.int32)
    longer[:, : rows.shape[1]] = rows
    return postings._replace(rows=longer)


class Rules(NamedTuple):
    """What a grouping was told to do, as whole numbers for the loops.

    window, quiet: seconds. cap: newest postings read per term. big: stories of this size must also be near as a
    whole. fade: seconds in which a score fades to nothing. drift: similarity below which a new item replaces the
    oldest representative. weight: share of the encoder in 2**-15 (0: none).
    """

    window: int
    quiet: int
    cap: int
    big: int
    fade: int
    drift: int
    weight: int


class Ground(NamedTuple):
    """Everything that the loops of `core` read and write.

    tally: plain counters. live, hours: live representatives per language, and per language and hour. curves: the
    bar per bracket (language x 3 + length class) at 2**0, 2**1, ... live representatives. meaning: the encoder's
    vectors (2**-13), no columns when there is no encoder. sums, touched: scratch for one item.
    """

    documents: Documents
    vectors: Vectors
    stories: Stories
    postings: Postings
    tally: Whole
    live: Whole
    hours: Narrow
    curves: Whole
    meaning: NDArray[np.int16]
    sums: Narrow
    touched: Narrow


class Batch(NamedTuple):
    """Items about to be placed: times, the stream's clock at each, language, bracket, fold row or -1 and score."""

    time: Whole
    clock: Whole
    language: Narrow
    bracket: Narrow
    fold: Whole
    alike: Whole
    start: Whole
    length: Whole


#: Hours for which live representatives are counted apart: three weeks, more than any window.
HOURS = 504
#: Steps of a bar curve: 2**0 .. 2**24 live representatives.
STEPS = 25
#: Nearest documents whose stories are looked at closely.
CANDIDATES = 12
