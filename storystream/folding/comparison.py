"""How much of two samples is the same, and whether it lies all over the smaller text or in one corner of it."""

from typing import Final

import numpy as np

from storystream.compiled import compiled
from storystream.folding.ring import (
    PARTS,
    Numbers,
    Phrases,
    Ring,
    hash_of,
    is_phrase,
    part_of,
    total_of,
    touch_all,
)
from storystream.text.shingles import SAMPLE

#: Columns of a comparison: the row; shared, own and other shingles; the same without phrases of the trade; the
#: parts of the smaller text that can be judged, and those of them that hold next to nothing of the other; how many
#: shingles the two texts have outside the samples, too.
ROW, SHARED, OWN, OTHER, RARE_SHARED, RARE_OWN, RARE_OTHER, JUDGED, COLD, OWN_TOTAL, OTHER_TOTAL = range(11)
COLUMNS: Final = 11
#: A part is judged by this many sampled shingles or more.
_ENOUGH: Final = 3


@compiled
def ceiling_of(ring: Ring, row: int, shingles: Numbers) -> int:
    """The largest hash up to which both samples are complete."""
    ceiling = 1 << 32
    size = int(ring.sizes[row])
    if size == SAMPLE:
        ceiling = int(ring.samples[row, size - 1])
    if len(shingles) == SAMPLE:
        ceiling = min(ceiling, hash_of(int(shingles[len(shingles) - 1])))
    return ceiling


@compiled
def tally(ring: Ring, row: int, shingles: Numbers, phrases: Phrases, out: Numbers, parts: Numbers) -> None:
    """Fill SHARED to RARE_OTHER, and per part of each text how many shingles it has and how many are shared.

    `parts` is int64, shape (4, PARTS): the row's shared and all, the other's shared and all.
    """
    ceiling = ceiling_of(ring, row, shingles)
    size, others = int(ring.sizes[row]), len(shingles)
    left, right = 0, 0
    while True:
        mine = int(ring.samples[row, left]) if left < size else ceiling + 1
        theirs = hash_of(int(shingles[right])) if right < others else ceiling + 1
        state = min(mine, theirs)
        if state > ceiling:
            break
        rare = 0 if is_phrase(phrases, state) else 1
        both = 1 if mine == theirs else 0
        out[SHARED] += both
        out[RARE_SHARED] += both * rare
        if mine == state:
            out[OWN] += 1
            out[RARE_OWN] += rare
            parts[0, int(ring.parts[row, left])] += both
            parts[1, int(ring.parts[row, left])] += 1
            left += 1
        if theirs == state:
            out[OTHER] += 1
            out[RARE_OTHER] += rare
            parts[2, part_of(int(shingles[right]))] += both
            parts[3, part_of(int(shingles[right]))] += 1
            right += 1


@compiled
def compare(ring: Ring, row: int, shingles: Numbers, phrases: Phrases, out: Numbers) -> None:
    """Fill `out` (int64, shape (COLUMNS,)) with the comparison of a row and a text."""
    out[:] = 0
    out[ROW] = row
    out[OWN_TOTAL], out[OTHER_TOTAL] = int(ring.totals[row]), total_of(shingles)
    parts = np.zeros((4, PARTS), dtype=np.int64)
    tally(ring, row, shingles, phrases, out, parts)
    side = 0 if int(out[OWN]) <= int(out[OTHER]) else 2
    for part in range(PARTS):
        if int(parts[side + 1, part]) >= _ENOUGH:
            out[JUDGED] += 1
            if 5 * int(parts[side, part]) < int(parts[side + 1, part]):
                out[COLD] += 1


@compiled
def compare_near(
    ring: Ring,
    shingles: Numbers,
    phrases: Phrases,
    oldest: int,
    times: tuple[int, int],
    room: tuple[Numbers, Numbers],
) -> int:
    """Compare a text with every living row of its window that shares enough with it; returns how many rows.

    `times`: the text's minute and the window. `room`: int64 scratch for touched rows, and int64, shape
    (n, COLUMNS), for the comparisons.
    """
    touched, out = room
    hit = touch_all(ring, shingles, phrases, oldest, times, touched)
    made = 0
    least = 1 if len(shingles) <= 8 else 2
    for place in range(hit):
        row = int(touched[place])
        if int(ring.hits[row]) >= least and made < len(out):
            compare(ring, row, shingles, phrases, out[made])
            made += 1
        ring.hits[row] = 0
    return made
