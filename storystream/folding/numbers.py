"""The guard against templates: two notices with other numbers or dates in the same places are two notices."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled

_FIGURE: Final = (1 << 32) - 1
_NAME: Final = 0xF0000000

Numbers = NDArray[np.int64]


class Difference(NamedTuple):
    """How the numbers of two texts differ.

    `slots`: places in both texts with other figures in each. `slips`: those of them that one lost or doubled digit
    explains. `agreeing`: figures in common. `alone`: figures that only one text has, the smaller of the two counts;
    `alone_slips`: 1 if lost or doubled digits explain all of these.
    """

    slots: int
    slips: int
    agreeing: int
    alone: int
    alone_slips: int


@compiled
def a_digit_apart(one: int, other: int) -> bool:
    """Whether one figure is the other with one digit left out (codes of `units.figure_code`)."""
    longer, shorter = max(one, other), min(one, other)
    if longer >= _NAME:
        return False
    shift = 0
    while shift < 28:
        without = (longer >> (shift + 4)) << shift | longer & ((1 << shift) - 1)
        if without == shorter and longer >> shift != 0:
            return True
        shift += 4
    return False


@compiled
def holds(one: Numbers, low: int, high: int, value: int) -> bool:
    """Whether `value` is among `one[low:high]`."""
    found = False
    for place in range(low, high):
        found = found or int(one[place]) == value
    return found


@compiled
def slipped(one: Numbers, low: int, high: int, value: int) -> bool:
    """Whether a figure of `one[low:high]` is a digit apart from that of `value`."""
    found = False
    for place in range(low, high):
        found = found or a_digit_apart(int(one[place]) & _FIGURE, value & _FIGURE)
    return found


@compiled
def only_here(
    one: Numbers, other: Numbers, mine: tuple[int, int], theirs: tuple[int, int]
) -> tuple[int, int]:
    """How many of `one[mine]` are not among `other[theirs]`, and how many of these are not a slip of one there."""
    missing, foreign = 0, 0
    for place in range(mine[0], mine[1]):
        value = int(one[place])
        if not holds(other, theirs[0], theirs[1], value):
            missing += 1
            if not slipped(other, theirs[0], theirs[1], value):
                foreign += 1
    return missing, foreign


@compiled
def slot_end(one: Numbers, start: int) -> int:
    """Where the entries of the slot that begins at `start` end."""
    slot = int(one[start]) >> 32
    end = start
    while end < len(one) and int(one[end]) >> 32 == slot:
        end += 1
    return end


@compiled
def difference(one: Numbers, other: Numbers) -> Difference:
    """Compare the numbers of two texts (`Reading.numbers` as int64: bare figures first, then slot by slot)."""
    slots, slips, agreeing, alone, alone_slips = 0, 0, 0, 0, 0
    left, right = 0, 0
    while left < len(one) and right < len(other):
        slot, against = int(one[left]) >> 32, int(other[right]) >> 32
        after = slot_end(one, left)
        beyond = slot_end(other, right)
        if slot == against:
            mine, foreign = only_here(one, other, (left, after), (right, beyond))
            theirs, strange = only_here(other, one, (right, beyond), (left, after))
            if slot == 0:
                agreeing = after - left - mine
                alone = min(mine, theirs)
                alone_slips = 1 if min(foreign, strange) == 0 else 0
            elif mine > 0 and theirs > 0:
                slots += 1
                slips += 1 if min(foreign, strange) == 0 else 0
        if slot <= against:
            left = after
        if against <= slot:
            right = beyond
    return Difference(slots, slips, agreeing, alone, alone_slips)


def numbers_differ(one: Numbers, other: Numbers, *, noisy: bool) -> bool:
    """Whether two texts tell other numbers or dates.

    True when one place holds different figures in each, or when each has figures that the other lacks and they
    outnumber the common ones. An excerpt, which only lacks figures, does not differ. Where the texts differ
    elsewhere, too (`noisy`), a lost digit among many equal figures is a slip of the copy: the dates of two notices
    within three days of each other are never a lost digit apart.

    >>> one, other = np.array([5, 6], dtype=np.int64), np.array([5], dtype=np.int64)
    >>> numbers_differ(one, other, noisy=False)
    False
    """
    found = difference(one, other)
    if found.slots:
        forgiven = noisy and found.slips == found.slots and found.slots <= max(1, found.agreeing // 4)
        return not forgiven
    return found.alone > found.agreeing and not (noisy and (found.alone == 1 or found.alone_slips == 1))
