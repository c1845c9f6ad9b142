"""The store behind the fold index: a ring of samples with postings, in flat arrays, and the walk through it.

Row `order % rows` keeps the sample of the `order`-th added text. Every row's smallest hashes are linked, newest
first, into chains by their low bits. A new text overwrites the oldest row; nothing is ever unlinked, because a
walk ends where the next entry is not older than the last one or no longer alive.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.shingles import SAMPLE

#: Hashes of a row that are linked; the others only make the comparison finer.
LINKED: Final = 32
#: Chains per row: with at most LINKED entries a row a chain holds about one.
CHAINS: Final = 32
#: A shingle that this many living texts hold is a phrase of the trade; only the newest of them are looked at.
WALK: Final = 64
#: Parts into which a text is divided to see whether copied shingles lie all over it.
PARTS: Final = 8
_NONE: Final = -1

Hashes32 = NDArray[np.uint32]
Numbers = NDArray[np.int64]
Counts = NDArray[np.int32]


class Ring(NamedTuple):
    """One row a text.

    `samples` uint32 and `parts` uint8, shape (rows, SAMPLE): the hashes, and in which part of the text each lies.
    `sizes` and `totals` int32: hashes in each row, and shingles of its text. `following` int32, shape (rows,
    LINKED): the next entry of the chain.
    `chains` int32: the newest entry of each. `orders` and `minutes` int64. `hits` int32: scratch, all zero.
    """

    samples: Hashes32
    parts: NDArray[np.uint8]
    sizes: Counts
    totals: Counts
    following: Counts
    chains: Counts
    orders: Numbers
    minutes: Numbers
    hits: Counts


class Phrases(NamedTuple):
    """`seen` uint8: in how many unrelated texts each shingle was met (by low bits); `often`: from here on a phrase."""

    seen: NDArray[np.uint8]
    often: int


def empty_ring(rows: int) -> Ring:
    """A ring for `rows` texts (a power of two)."""
    return Ring(
        samples=np.zeros((rows, SAMPLE), dtype=np.uint32),
        parts=np.zeros((rows, SAMPLE), dtype=np.uint8),
        sizes=np.zeros(rows, dtype=np.int32),
        totals=np.zeros(rows, dtype=np.int32),
        following=np.full((rows, LINKED), _NONE, dtype=np.int32),
        chains=np.full(rows * CHAINS, _NONE, dtype=np.int32),
        orders=np.full(rows, _NONE, dtype=np.int64),
        minutes=np.zeros(rows, dtype=np.int64),
        hits=np.zeros(rows, dtype=np.int32),
    )


@compiled
def hash_of(shingle: int) -> int:
    """The hash of a shingle entry."""
    return shingle >> 32


@compiled
def total_of(shingles: Numbers) -> int:
    """How many shingles the text of a sample has."""
    return int(shingles[0]) & 0xFFFF if len(shingles) > 0 else 0


@compiled
def part_of(shingle: int) -> int:
    """In which of PARTS parts of its text a shingle lies."""
    return (shingle >> 16 & 0xFFFF) * PARTS // max(shingle & 0xFFFF, 1)


@compiled
def is_phrase(phrases: Phrases, state: int) -> bool:
    """Whether so many unrelated texts hold a shingle that it says nothing: a disclaimer, a form of words."""
    return int(phrases.seen[state & (len(phrases.seen) - 1)]) >= phrases.often


@compiled
def link(ring: Ring, order: int, minute: int) -> None:
    """Give the row of the `order`-th text its time and put its smallest hashes at the front of their chains."""
    row = order % len(ring.orders)
    ring.orders[row] = order
    ring.minutes[row] = minute
    for place in range(min(int(ring.sizes[row]), LINKED)):
        chain = int(ring.samples[row, place]) & (len(ring.chains) - 1)
        ring.following[row, place] = ring.chains[chain]
        ring.chains[chain] = row * LINKED + place


@compiled
def store(ring: Ring, shingles: Numbers, order: int, minute: int) -> None:
    """Put a text's sample (`Reading.shingles` as int64) into its row."""
    row = order % len(ring.orders)
    ring.sizes[row] = len(shingles)
    ring.totals[row] = total_of(shingles)
    for place in range(len(shingles)):
        ring.samples[row, place] = hash_of(int(shingles[place]))
        ring.parts[row, place] = part_of(int(shingles[place]))
    link(ring, order, minute)


@compiled
def touch(ring: Ring, state: int, oldest: int, times: tuple[int, int], touched: Numbers, count: int) -> int:
    """Count a hit for every living row that holds the hash and lies in the window; newest first."""
    minute, window = times
    entry = int(ring.chains[state & (len(ring.chains) - 1)])
    before = 1 << 62
    walked = 0
    while entry != _NONE and walked < WALK:
        row, place = entry // LINKED, entry % LINKED
        key = int(ring.orders[row]) * LINKED + place
        if key >= before or int(ring.orders[row]) < oldest:
            break
        before = key
        # A row that was given to a shorter text still holds hashes of the one before it beyond its size.
        held = place < int(ring.sizes[row]) and int(ring.samples[row, place]) == state
        if held and abs(int(ring.minutes[row]) - minute) <= window:
            walked += 1
            if int(ring.hits[row]) > 0:
                ring.hits[row] += 1
            elif count < len(touched):
                touched[count] = row
                count += 1
                ring.hits[row] = 1
        entry = int(ring.following[row, place])
    return count


@compiled
def rare_among(shingles: Numbers, phrases: Phrases) -> int:
    """How many of a text's shingles are no phrases."""
    rare = 0
    for place in range(len(shingles)):
        if not is_phrase(phrases, hash_of(int(shingles[place]))):
            rare += 1
    return rare


@compiled
def touch_all(
    ring: Ring, shingles: Numbers, phrases: Phrases, oldest: int, times: tuple[int, int], touched: Numbers
) -> int:
    """Count hits for the shingles of a text that are no phrases, then for the others if most are; returns how many.

    `touched` (int64) is filled with the rows that were hit.
    """
    count = 0
    for place in range(len(shingles)):
        state = hash_of(int(shingles[place]))
        if not is_phrase(phrases, state):
            count = touch(ring, state, oldest, times, touched, count)
    if 4 * rare_among(shingles, phrases) < len(shingles):
        for place in range(len(shingles)):
            state = hash_of(int(shingles[place]))
            if is_phrase(phrases, state):
                count = touch(ring, state, oldest, times, touched, count)
    return count


@compiled
def meet(phrases: Phrases, shingles: Numbers) -> None:
    """Note that one more unrelated text holds these shingles."""
    for place in range(len(shingles)):
        slot = hash_of(int(shingles[place])) & (len(phrases.seen) - 1)
        if int(phrases.seen[slot]) < 255:
            phrases.seen[slot] += 1
