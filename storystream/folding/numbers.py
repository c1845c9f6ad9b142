"""The guard against templates: two notices with other numbers or dates in the same places are two notices."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.numbers import DATES
from storystream.text.signs import SEED, mixed

_FIGURE: Final = (1 << 32) - 1
#: Codes from here on are hashes: of long figures, then of names (`units.name_code`).
_HASHED: Final = 0xE0000000
_NAMES: Final = 0xF0000000
#: The half-byte of the digit nine; beyond it lie the decimal point and the colon.
_NINE: Final = 10
#: Shingles that one changed figure changes; how many more may differ before a copy counts as noisy: so many, and one
#: for every _MORE_SLACK of them.
_A_FIGURE: Final = 3
_SLACK: Final = 3
_MORE_SLACK: Final = 32
#: Shingles that one changed word changes at least, and how many such changes make one more slip likely.
_A_WORD: Final = 2
_A_SLIP: Final = 8
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
    digits explain all of these. `dates`: 1 if both texts tell dates, none in common, and not for a slip.
    """

    slots: int
    slips: int
    uneven: int
    agreeing: int
    alone: int
    alone_slips: int
    dates: int


@compiled
def digits_of(figure: int) -> int:
    """What `units.name_code` says of a name's digits, from the code of a figure with the same."""
    state = SEED
    for shift in (24, 20, 16, 12, 8, 4, 0):
        digit = figure >> shift & 15
        if 0 < digit <= _NINE:
            state = mixed(state, digit + 47)
    return (state ^ (state >> 31)) & 0xFFFF


@compiled
def digits_apart(one: int, other: int) -> bool:
    """Whether one figure is the other with digits left out (codes of `units.figure_code`: half-bytes).

    Names are so when they have the same digits: letters are lost, not another thing named.
    """
    longer, shorter = max(one, other), min(one, other)
    if longer >= _NAMES:
        return longer & 0xFFFF == (shorter if shorter >= _NAMES else digits_of(shorter)) & 0xFFFF
    if longer >= _HASHED:
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
def slipped(one: Numbers, other: Numbers, mine: tuple[int, int], theirs: tuple[int, int], value: int) -> bool:
    """Whether a figure that only `one[mine]` and not `other[theirs]` has is some digits apart from `value`."""
    found = False
    for place in range(mine[0], mine[1]):
        figure = int(one[place])
        if digits_apart(figure & _FIGURE, value & _FIGURE):
            found = found or not holds(other, theirs[0], theirs[1], figure)
    return found


@compiled
def only_here(
    one: Numbers, other: Numbers, mine: tuple[int, int], theirs: tuple[int, int]
) -> tuple[int, int]:
    """How many of `one[mine]` are not among `other[theirs]`, and how many of these are no slip of one only there."""
    missing, foreign = 0, 0
    for place in range(mine[0], mine[1]):
        value = int(one[place])
        if not holds(other, theirs[0], theirs[1], value):
            missing += 1
            if not slipped(other, one, theirs, mine, value):
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
    slots, slips, uneven, agreeing, alone, alone_slips, dates = 0, 0, 0, 0, 0, 0, 0
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
            elif slot == DATES:
                apart = mine == after - left and theirs == beyond - right
                dates = 1 if apart and min(foreign, strange) > 0 else 0
            else:
                both = 1 if mine > 0 and theirs > 0 else 0
                slots += both
                slips += both if min(foreign, strange) == 0 else 0
                uneven += 1 if mine + theirs > 0 else 0
        if slot <= against:
            left = after
        if against <= slot:
            right = beyond
    return Difference(slots, slips, uneven, agreeing, alone, alone_slips, dates)


class Change(NamedTuple):
    """How much of two texts has changed, as far as the samples tell.

    `changed` of the `total` shingles of the smaller text are not in the other, reckoned from `missing` ones of its
    sample. `alike`: whether both texts are equally long but for a sign or two; then both figures are means of what
    each text has alone.
    """

    changed: float
    total: int
    missing: float
    alike: bool


def numbers_differ(one: Numbers, other: Numbers, change: Change) -> bool:
    """Whether two texts tell other numbers or dates. A figure lies in three shingles, hence these cases:

    - nothing but figures has changed: two texts of one length must have the same figures in the same places;
    - lost or doubled digits are slips of a noisy copy, where words have changed, too, and the more of these, the
      more slips; dates of two notices within three days of each other are never lost digits apart;
    - hardly more than figures has changed: no place may hold another figure in each, but an excerpt may lack some;
    - much has: in a long text one other figure among many equal ones is let pass.

    >>> first, second = np.array([5, 6], dtype=np.int64), np.array([5, 7], dtype=np.int64)
    >>> numbers_differ(first, second, Change(3, 40, missing=3.0, alike=True))
    True
    """
    found = Difference(*difference(one, other))
    if found.dates:
        return True
    if change.alike and change.changed <= _A_FIGURE * max(found.uneven, found.alone) + 1:
        return found.uneven > 0 or found.alone > 0
    figures = _A_FIGURE * max(found.slots, found.alone)
    words = change.missing - figures
    if found.slots and found.slips == found.slots:
        return words < _A_WORD or found.slots > max(1, found.agreeing // 3, 1 + words // _A_SLIP)
    if not found.slots and found.alone_slips and words >= _A_WORD:
        return False
    if change.changed <= figures + _SLACK + change.total // _MORE_SLACK:
        return found.slots > 0 or found.alone > found.agreeing
    if found.slots:
        thorough = change.total >= _LONG and change.changed >= _THOROUGH * change.total
        foreign = found.agreeing // _TRUSTED if thorough else 0
        return found.slots - found.slips > foreign or found.slots > max(1, found.agreeing // 3)
    return found.alone > max(1, found.agreeing) and found.alone_slips == 0
