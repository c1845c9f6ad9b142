"""First pass over the characters of a batch: matching form, kind of sign, and a hash that never changes.

A batch is one int32 buffer of code points; item `i` lies in `[starts[i], ends[i])`, its title ends at
`heads[i]`.
"""

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.alphabet import KINDS, TABLE_SIZE

Points = NDArray[np.int32]
Kinds = NDArray[np.uint8]
Bounds = NDArray[np.int64]

_LANE = (1 << 31) - 1
_FIRST = 0x9E3779B1  # 2**32 divided by the golden ratio
_SECOND = 0x85EBCA77  # the second prime of xxHash32
SEED = 0x2545F4914F6CDD1D & ((1 << 62) - 1)


@compiled
def mixed(state: int, value: int) -> int:
    """The 62-bit hash `state` with one more value (0 <= value < 2**31) in it.

    Two multiplicative lanes of 31 bits, each product below 2**63, so that machine integers and Python's
    agree. Fixed for good: ids in the shipped tables and in saved states depend on it.

    >>> int(mixed(SEED, ord("a"))) == int(mixed(SEED, ord("b")))
    False
    """
    high = state >> 31
    low = state & _LANE
    first = (high ^ value) * _FIRST
    second = (low ^ value ^ (first >> 33)) * _SECOND
    return ((first ^ (first >> 29)) & _LANE) << 31 | ((second ^ (second >> 30)) & _LANE)


@compiled
def joined(state: int, other: int) -> int:
    """The hash `state` with another 62-bit hash in it."""
    return mixed(mixed(state, other & _LANE), other >> 31)


@compiled
def fold_signs(
    points: Points, bounds: Bounds, matching: Points, kind_of: Kinds, composing: Kinds, kinds: Kinds
) -> Bounds:
    """Replace every code point by its matching form, in place, and fill `kinds`.

    `bounds` has shape (items + 1,). Returns int64, shape (items, KINDS + 1): how many signs of each kind an
    item has, and last how many of its signs need a full NFKC pass first (their form depends on neighbours).
    """
    items = len(bounds) - 1
    counts = np.zeros((items, KINDS + 1), dtype=np.int64)
    for item in range(items):
        for place in range(int(bounds[item]), int(bounds[item + 1])):
            point = int(points[place])
            if point >= TABLE_SIZE:
                points[place] = 32
                kinds[place] = 0
                continue
            counts[item, KINDS] += int(composing[point])
            sign = int(matching[point])
            points[place] = sign
            kind = int(kind_of[sign])
            kinds[place] = kind
            counts[item, kind] += 1
    return counts
