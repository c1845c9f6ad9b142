"""Fourth pass: the sampled shingles by which copies and excerpts are recognised.

A shingle is three units in a row: three words, or three signs where words have no spaces. Of all shingles of a
text the SAMPLE smallest hashes are kept (the "k minimum values" sketch of Beyer et al. 2007): two samples can
be compared below the smaller of their largest members, whatever the lengths of the two texts.

An entry is 64 bits: 31 of the hash, then in the lower half 16 bits each of the place of the shingle in the text and
of how many the text has, so that it can be seen whether copied shingles lie all over a text or in one corner.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.signs import SEED, Bounds, joined
from storystream.text.units import BORDER, Hashes, Units

SAMPLE: Final = 96
SHINGLE_SEED: Final = SEED ^ 0x1B873593


@compiled
def shingle_hashes(units: Units, first: int, stop: int, out: Hashes) -> int:
    """Hash and place of every three units in a row that do not cross from title to text; returns how many."""
    made = 0
    whole = SHINGLE_SEED
    one, two = 0, 0
    for unit in range(first, stop):
        if int(units.before[unit]) == BORDER:
            one, two = 0, 0
        state = int(units.hashes[unit])
        whole = joined(whole, state)
        if one != 0:
            state_of_three = joined(joined(joined(SHINGLE_SEED, one), two), state)
            out[made] = state_of_three >> 31 << 32 | made << 16
            made += 1
        one, two = two, state
    if made == 0 and stop > first:
        out[0] = whole >> 31 << 32
        made = 1
    return made


@compiled
def below(hashes: Hashes, count: int, ceiling: int) -> int:
    """Bring the hashes below `ceiling` to the front, in any order; returns how many there are."""
    kept = 0
    for place in range(count):
        state = int(hashes[place])
        if state < ceiling:
            hashes[place] = hashes[kept]
            hashes[kept] = state
            kept += 1
    return kept


@compiled
def distinct(hashes: Hashes, count: int) -> int:
    """Sort and bring at most SAMPLE different hashes to the front; returns how many there are."""
    hashes[:count].sort()
    made = 0
    for place in range(count):
        if made == SAMPLE:
            break
        if made == 0 or int(hashes[place]) >> 32 != int(hashes[made - 1]) >> 32:
            hashes[made] = hashes[place]
            made += 1
    return made


@compiled
def smallest(hashes: Hashes, count: int) -> int:
    """Bring the SAMPLE smallest different hashes to the front, ascending; returns how many there are."""
    if count > 6 * SAMPLE:  # a long text: sort only those that can be among the smallest
        kept = below(hashes, count, (1 << 62) // count * (4 * SAMPLE))
        made = distinct(hashes, kept)
        if made == SAMPLE:
            return made
    return distinct(hashes, count)


@compiled
def find_shingles(units: Units) -> tuple[NDArray[np.uint64], Bounds]:
    """The shingle samples of a batch, and item offsets."""
    offsets = units.offsets
    room = np.empty(len(units.starts) + 1, dtype=np.int64)
    out = np.empty(SAMPLE * (len(offsets) - 1), dtype=np.uint64)
    bounds = np.zeros(len(offsets), dtype=np.int64)
    made = 0
    for item in range(len(offsets) - 1):
        total = shingle_hashes(units, int(offsets[item]), int(offsets[item + 1]), room)
        for place in range(smallest(room, total)):
            out[made] = int(room[place]) | total
            made += 1
        bounds[item + 1] = made
    return out[:made], bounds
