"""The guard against templates: two notices with other numbers or dates in the same places are two notices."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled

_FIGURE: Final = (1 << 32) - 1
_NAME: Final = 0xF0000000
#: The half-byte of the digit nine; beyond it lie the decimal point and the colon.
_NINE: Final = 10
#: Shingles that one changed figure changes; how many more may differ before a copy counts as noisy: so many, and one
#: for every _MORE_SLACK of them.
_A_FIGURE: Final = 3
_SLACK: Final = 3
_MORE_SLACK: Final = 32
#: In a long text that has changed all over, one other figure among so many equal ones is a slip, too.
_LONG: Final = 120
_THOROUGH: Final = 0.06
_TRUSTED: Final = 8

Numbers = NDArray[np.int64]


class Difference(NamedTuple):
    """How the numbers of two texts differ.

    `slots`: places in both texts with other figures in each. `slips`: those of them that lost or doubled digits
    explain. `uneven`: places in both texts with not quite the same figures. `agreeing`: figures in common.
    `alone`: figures that only one text has, the smaller of the two counts; `alone_slips`: 1 if lost or doubled
    digits explain all of these.
    """

    slots: int
    slips: int
    uneven: int
    agreeing: int
    alone: int
    alone_slips: int


@compiled
def digits_apart(one: int, other: int) -> bool:
    """Whether one figure is the other with digits left out (codes of `units.figure_code`: half-bytes)."""
    longer, shorter = max(one, other), min(one, other)
    if longer >= _NAME:
        return False
    while longer > 0 and shorter > 0:
        if longer & 15 == shorter & 15:
            shorter >>= 4
        longer >>= 4
    return shorter == 0


@compiled
def same_figure(one: int, other: int) -> bool:
    """Whether two figures are equal; a year still is when it has lost one of its four digits."""
    longer, shorter = max(one, other), min(one, other)
    if longer == shorter:
        return True
    if longer >> 16 != 0 or longer >> 12 == 0 or shorter >> 8 == 0:
        return False
    for shift in (0, 4, 8, 12):
        if longer >> shift & 15 > _NINE:
            return False
    return shorter >> 12 == 0 and digits_apart(longer, shorter)


@compiled
def holds(one: Numbers, low: int, high: int, value: int) -> bool:
    """Whether the figure of `value` is among those of `one[low:high]`."""
    found = False
    for place in range(low, high):
        found = found or same_figure(int(one[place]) & _FIGURE, value & _FIGURE)
    return found


@compiled
def slipped(one: Numbers, low: int, high: int, value: int) -> bool:
    """Whether a figure of `one[low:high]` is some digits apart from that of `value`."""
    found = False
    for place in range(low, high):
        found = found or digits_apart(int(one[place]) & _FIGURE, value & _FIGURE)
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
    slots, slips, uneven, agreeing, alone, alone_slips = 0, 0, 0, 0, 0, 0
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
            else:
                both = 1 if mine > 0 and theirs > 0 else 0
                slots += both
                slips += both if min(foreign, strange) == 0 else 0
                uneven += 1 if mine + theirs > 0 else 0
        if slot <= against:
            left = after
        if against <= slot:
            right = beyond
    return Difference(slots, slips, uneven, agreeing, alone, alone_slips)


def numbers_differ(one: Numbers, other: Numbers, changed: float, total: int, *, alike: bool) -> bool:
    """Whether two texts tell other numbers or dates.

    `changed` of the `total` shingles of the smaller text are not in the other, as far as the samples tell. `alike`:
    whether both texts are equally long but for a sign or two. A figure lies in three shingles, hence three cases:

    - nothing but figures has changed: two texts of one length must have the same figures in the same places;
    - hardly more has: no place may hold another figure in each, but an excerpt may lack some;
    - much has (a noisy copy): lost digits among many equal figures are slips of the copy. Dates of two notices
      within three days of each other are never lost digits apart.

    >>> first, second = np.array([5, 6], dtype=np.int64), np.array([5, 7], dtype=np.int64)
    >>> numbers_differ(first, second, 3, 40, alike=True)
    True
    """
    found = Difference(*difference(one, other))
    if alike and changed <= _A_FIGURE * max(found.uneven, found.alone) + 1:
        return found.uneven > 0 or found.alone > 0
    if changed <= _A_FIGURE * max(found.slots, found.alone) + _SLACK + total // _MORE_SLACK:
        return found.slots > 0 or found.alone > found.agreeing
    if found.slots:
        thorough = total >= _LONG and changed >= _THOROUGH * total
        foreign = found.agreeing // _TRUSTED if thorough else 0
        return found.slots - found.slips > foreign or found.slots > max(1, found.agreeing // 3)
    return found.alone > max(1, found.agreeing) and found.alone_slips == 0
