"""Second pass: the units of a text. A word where spaces divide words, a single character where they do not.

A unit has a span in the buffer, a kind, a 62-bit hash, a mark for what lies before it (0 nothing, 1 a gap, 2 the
end of a clause, 3 the border between title and text), and a figure code (0: not a number).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.alphabet import DIGIT, DROPPED, GAP, HAN, HIRAGANA, JOINER, KATAKANA, LATIN, THAI
from storystream.text.signs import SEED, Bounds, Kinds, Points, mixed

Hashes = NDArray[np.int64]

ADJACENT, APART, CLAUSE, BORDER = 0, 1, 2, 3
#: Signs that end a clause: line feed ! ; ? and the ideographic comma and full stop.
_ENDS = (0x0A, 0x21, 0x3B, 0x3F, 0x3001, 0x3002)
_FULL_STOP, _COMMA, _COLON, _ZERO, _S = 0x2E, 0x2C, 0x3A, 0x30, 0x73
_SPACE, _T, _H, _P, _W, _FIRST_HAN = 0x20, 0x74, 0x68, 0x70, 0x77, 0x2E80


class Units(NamedTuple):
    """The units of a batch; item `i` owns `[offsets[i], offsets[i + 1])`. All arrays have one entry a unit."""

    starts: Bounds
    ends: Bounds
    kinds: Kinds
    hashes: Hashes
    values: Hashes
    before: Kinds
    offsets: Bounds


@compiled
def span_hash(points: Points, kinds: Kinds, start: int, end: int, last: int) -> int:
    """Hash of the signs in a span, without joiners and points; `last` > 0 stands in for the last sign."""
    state = SEED
    for place in range(start, end):
        kind = int(kinds[place])
        if kind in (JOINER, DROPPED):
            continue
        sign = int(points[place])
        if last > 0 and place == end - 1:
            sign = last
        state = mixed(state, sign)
    return state


@compiled
def figure_code(points: Points, start: int, end: int) -> int:
    """A figure in 32 bits: up to seven digits, points and colons as half-bytes 1-12, a longer one as a hash.

    Thousands commas and leading zeros do not count; figures that differ by one digit can be seen to.
    """
    code, length = 0, 0
    leading = True
    state = SEED
    for place in range(start, end):
        sign = int(points[place])
        if sign == _COMMA or (
            leading and sign == _ZERO and place + 1 < end and int(points[place + 1]) != _FULL_STOP
        ):
            continue
        leading = sign == _COLON
        state = mixed(state, sign)
        nibble = 11 if sign == _FULL_STOP else 12 if sign == _COLON else sign - _ZERO + 1
        code = code << 4 | nibble if length < 7 else code
        length += 1
    return code if length < 8 else long_code(state)


@compiled
def long_code(state: int) -> int:
    """The 32-bit code of a long figure, which is known by its hash only."""
    return 0xE0000000 | ((state ^ (state >> 31)) & 0x0FFFFFFF)


@compiled
def name_code(state: int, digits: int) -> int:
    """The 32-bit code of a name with a figure in it: below 12 bits of the whole, 16 bits of its digits alone."""
    return 0xF0000000 | ((state ^ (state >> 31)) & 0xFFF) << 16 | ((digits ^ (digits >> 31)) & 0xFFFF)


@compiled
def figure_end(points: Points, kinds: Kinds, start: int, end: int) -> int:
    """Where the figure that starts here ends: digits with single points, commas or colons between them."""
    place = start
    while place < end:
        if int(kinds[place]) == DIGIT:
            place += 1
            continue
        sign = int(points[place])
        inner = sign in (_FULL_STOP, _COMMA, _COLON)
        if inner and place + 1 < end and int(kinds[place + 1]) == DIGIT:
            place += 2
            continue
        break
    return place


@compiled
def word_end(kinds: Kinds, start: int, end: int) -> int:
    """Where the word that starts here ends; joiners belong to it only between two letters."""
    place = start
    while place < end:
        kind = int(kinds[place])
        if kind == JOINER:
            following = int(kinds[place + 1]) if place + 1 < end else GAP
            if following in (GAP, JOINER, DIGIT):
                break
        elif kind in (GAP, HAN, HIRAGANA, KATAKANA, THAI):
            break
        place += 1
    return place


@compiled
def scan_word(points: Points, kinds: Kinds, start: int, end: int) -> tuple[int, int, int, int]:
    """The word that starts here: its end without a possessive s, where reading goes on, its hash, that of its digits.

    One walk that does what `word_end` and `span_hash` do in two.
    """
    state, shorter = SEED, SEED
    digits = SEED
    joiner = -1
    place = start
    while place < end:
        kind = int(kinds[place])
        if kind == JOINER:
            following = int(kinds[place + 1]) if place + 1 < end else GAP
            if following in (GAP, JOINER, DIGIT):
                break
            joiner = place
        elif HAN <= kind <= KATAKANA or kind in (GAP, THAI):
            break
        elif kind != DROPPED:
            shorter = state
            state = mixed(state, int(points[place]))
            if kind == DIGIT:
                digits = mixed(digits, int(points[place]))
        place += 1
    if joiner == place - 2 and joiner > start and int(points[place - 1]) == _S:
        return joiner, place, shorter, digits
    return place, place, state, digits


@compiled
def gap_mark(points: Points, place: int, end: int) -> int:
    """CLAUSE for a sign that ends a clause, else APART: a full stop before a space, a comma without one (Chinese)."""
    sign = int(points[place])
    if sign in _ENDS:
        return CLAUSE
    spaced = place + 1 < end and int(points[place + 1]) <= _SPACE
    if (sign == _FULL_STOP and spaced) or (sign == _COMMA and not spaced):
        return CLAUSE
    return APART


@compiled
def address_end(points: Points, place: int, end: int) -> int:
    """Where the web address that begins here ends; `place` itself if none does."""
    if place + 7 > end:
        return place
    first, second, third = int(points[place]), int(points[place + 1]), int(points[place + 2])
    web = first == _W and second == _W and third == _W and int(points[place + 3]) == _FULL_STOP
    http = first == _H and second == _T and third == _T and int(points[place + 3]) == _P
    if not web and not (http and (int(points[place + 4]) == _COLON or int(points[place + 5]) == _COLON)):
        return place
    while place < end and _SPACE < int(points[place]) < _FIRST_HAN:
        place += 1
    return place


@compiled
def scan_unit(points: Points, kinds: Kinds, place: int, end: int) -> tuple[int, int, int, int]:
    """The unit that begins here: its end, where reading goes on, its hash and the code of its figure (0: none)."""
    kind = int(kinds[place])
    if HAN <= kind <= KATAKANA or kind == THAI:
        return place + 1, place + 1, mixed(SEED, int(points[place])), 0
    if kind == DIGIT:
        stop = figure_end(points, kinds, place, end)
        code = figure_code(points, place, stop)
        if stop < end and int(kinds[stop]) == LATIN:  # 5th, 30km, 5g: one word, the figure its value
            stop = word_end(kinds, stop, end)
        return stop, stop, span_hash(points, kinds, place, stop, 0), code
    last, stop, state, digits = scan_word(points, kinds, place, end)
    return (
        last,
        stop,
        state,
        name_code(state, digits) if digits != SEED else 0,
    )  # b737, s26ultra: a name with a figure in it


@compiled
def next_unit(points: Points, kinds: Kinds, place: int, end: int, mark: int) -> tuple[int, int]:
    """Where the next unit begins, at `place` or behind it, and what lies before it (at least `mark`)."""
    while place < end:
        kind = int(kinds[place])
        if kind == GAP:
            plain = int(points[place]) == _SPACE  # by far the commonest: no call
            mark = max(mark, APART if plain else gap_mark(points, place, end))
            place += 1
        elif kind >= JOINER:  # joiners and points
            place += 1
        elif kind == LATIN and mark != ADJACENT and int(points[place]) in (_H, _W):
            after = address_end(points, place, end)
            if after == place:
                break
            place = after
        else:
            break
    return place, mark


@compiled
def part_units(points: Points, kinds: Kinds, span: tuple[int, int], unit: int, out: Units) -> int:
    """Write the units of a title or a text from row `unit` on; returns the row after the last."""
    place, end = span
    place, mark = next_unit(points, kinds, place, end, BORDER)
    while place < end:
        out.starts[unit] = place
        out.kinds[unit] = kinds[place]
        out.before[unit] = mark
        out.ends[unit], place, out.hashes[unit], out.values[unit] = scan_unit(points, kinds, place, end)
        unit += 1
        place, mark = next_unit(points, kinds, place, end, ADJACENT)
    return unit


@compiled
def find_units(points: Points, kinds: Kinds, bounds: Bounds, heads: Bounds) -> Units:
    """The units of every item of a batch, in order."""
    room = len(points) + 1
    out = Units(
        np.empty(room, dtype=np.int64),
        np.empty(room, dtype=np.int64),
        np.empty(room, dtype=np.uint8),
        np.empty(room, dtype=np.int64),
        np.empty(room, dtype=np.int64),
        np.empty(room, dtype=np.uint8),
        np.zeros(len(bounds), dtype=np.int64),
    )
    unit = 0
    for item in range(len(bounds) - 1):
        head = int(heads[item])
        unit = part_units(points, kinds, (int(bounds[item]), head), unit, out)
        unit = part_units(points, kinds, (head, int(bounds[item + 1])), unit, out)
        out.offsets[item + 1] = unit
    return Units(
        out.starts[:unit],
        out.ends[:unit],
        out.kinds[:unit],
        out.hashes[:unit],
        out.values[:unit],
        out.before[:unit],
        out.offsets,
    )
