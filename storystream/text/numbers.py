"""Numbers and dates of a text, each with the place it stands in: templated notices differ in them.

Figures ("1,204", "09:30", full-width and Arabic-Indic ones), names that end in one ("mh370"), Chinese numerals
("三十五", "第三"), number words, months and weekdays. Every number is written down twice: as the bare figure
(below 2**32), and as figure and *slot*, the words before and after it, in the upper half of the entry. Two
notices made from one template have the same slots with other figures in them. A date (month and day) is written down
once more in a slot of its own, `DATES`, because the place name that stands beside it may have changed with it.
"""

from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.alphabet import HAN
from storystream.text.language import word_hash
from storystream.text.signs import SEED, Bounds, Points, joined, mixed
from storystream.text.units import CLAUSE, Hashes, Units, long_code

#: Numbers of one item beyond this many are left out: a table, not a sentence.
MOST: Final = 128
_TABLE_BITS: Final = 11
_DIGITS: Final = "零一二三四五六七八九"
_TEN, _MANY = 10, 14
_MULTIPLIERS: Final = "十百千万亿"
_BEFORE_ONE: Final = tuple(ord(sign) for sign in "第周期拜")
_AFTER_ONE: Final = tuple(ord(sign) for sign in "年月日号时点例岁季期届批级周楼名")
_GLUE: Final = tuple(ord(sign) for sign in "年月日号时点分秒")
_HALF: Final = (1 << 31) - 1
_PART, _OF, _DAY, _MONTH, _WEEK, _NUMBER = (ord(sign) for sign in "分之日月周号")
_WEEKS: Final = (ord("期"), ord("拜"))
_WEEKS_BEFORE: Final = (ord("星"), ord("礼"))
#: The slot of whole dates, whatever words stand around them, and what divides month and day in their code: neither a
#: digit nor a point, so that a date is never taken for a year.
DATES: Final = 2
_DIVIDES: Final = 13
#: Codes of the month words 101 to 112, and of the 31st.
_JANUARY, _DECEMBER, _LAST = 0x212, 0x223, 0x42


class Numerals(NamedTuple):
    """What signs and words are worth: Chinese numerals by code point, number words by hash."""

    signs: NDArray[np.int8]
    words: Hashes
    figures: Hashes


def figure_of(figure: str) -> int:
    """The code of a figure written in decimal digits."""
    return int(decimal_code(int(figure)))


@cache
def numerals() -> Numerals:
    """The tables of Chinese numerals and of number words."""
    signs = np.full(0x10000, -1, dtype=np.int8)
    for value, sign in enumerate(_DIGITS + _MULTIPLIERS):
        signs[ord(sign)] = value
    signs[ord("〇")], signs[ord("两")] = 0, 2
    words = np.zeros(1 << _TABLE_BITS, dtype=np.int64)
    figures = np.zeros(1 << _TABLE_BITS, dtype=np.int64)
    lines = resources.files("storystream.text").joinpath("number_words.txt").read_text("utf-8").splitlines()
    for figure, names in (line.split(":", 1) for line in lines if line[:1].isdigit()):
        for name in names.split():
            state = word_hash(name)
            slot = state & (len(words) - 1)
            while words[slot]:
                slot = (slot + 1) & (len(words) - 1)
            words[slot], figures[slot] = state, figure_of(figure)
    return Numerals(signs, words, figures)


@compiled
def worth(points: Points, numbers: Numerals, place: int) -> int:
    """0-9 for a Chinese digit, 10-14 for ten, hundred, thousand, ten thousand, a hundred million, else -1."""
    point = int(points[place])
    return int(numbers.signs[point]) if point < 0x10000 else -1


@compiled
def decimal_code(value: int) -> int:
    """The code of a whole number, as `units.figure_code` makes it from its digits."""
    code, shift = 0, 0
    if value >= 10_000_000:
        return long_code(value)
    while value > 0 or shift == 0:
        code |= (value % 10 + 1) << shift
        value //= 10
        shift += 4
    return code


@compiled
def chinese_value(points: Points, numbers: Numerals, start: int, end: int) -> int:
    """The value of a Chinese numeral; digits in a row are read as a year is ("二〇二四")."""
    total, section, digit, multiplied = 0, 0, 0, False
    for place in range(start, min(end, start + 12)):
        value = worth(points, numbers, place)
        if value < _TEN:
            digit = digit * 10 + value if not multiplied else value
            continue
        multiplied = True
        if value <= 12:
            section += max(digit, 1) * 10 ** (value - 9)
        else:
            total = (total + section + digit) * 10 ** (4 * (value - 12))
            section = 0
        digit = 0
    return total + section + digit


@compiled
def numeral_stop(points: Points, units: Units, numbers: Numerals, first: int, stop: int) -> int:
    """The unit after the Chinese numeral that begins at `first`; `first` itself if none does."""
    unit = first
    digits = 0
    while unit < stop and int(units.kinds[unit]) == HAN and (unit == first or int(units.before[unit]) == 0):
        value = worth(points, numbers, int(units.starts[unit]))
        if value < 0:
            break
        digits += 1 if value <= _TEN else 0
        unit += 1
    if unit - first >= 2 and digits > 0:
        return unit
    if unit - first == 1 and digits == 1:
        following = int(points[int(units.starts[unit])]) if unit < stop else 0
        previous = int(points[int(units.starts[first - 1])]) if first > 0 else 0
        if following in _AFTER_ONE or previous in _BEFORE_ONE or is_part(points, units, first):
            return unit
    return first


@compiled
def is_part(points: Points, units: Units, unit: int) -> bool:
    """Whether "分之" stands before a unit: "百分之三"."""
    if unit < 2 or int(points[int(units.starts[unit - 1])]) != _OF:
        return False
    return int(points[int(units.starts[unit - 2])]) == _PART


@compiled
def is_sunday(points: Points, units: Units, unit: int) -> bool:
    """Whether a sign is the day in "星期日", "周日" or "礼拜日", whose other days are numerals."""
    if unit < 2 or int(points[int(units.starts[unit])]) != _DAY or int(units.before[unit]) != 0:
        return False
    previous = int(points[int(units.starts[unit - 1])])
    return previous == _WEEK or (
        previous in _WEEKS and int(points[int(units.starts[unit - 2])]) in _WEEKS_BEFORE
    )


@compiled
def word_figure(numbers: Numerals, state: int) -> int:
    """The figure that a number word stands for, 0 if the word is none."""
    slot = state & (len(numbers.words) - 1)
    while int(numbers.words[slot]) != 0:
        if int(numbers.words[slot]) == state:
            return int(numbers.figures[slot])
        slot = (slot + 1) & (len(numbers.words) - 1)
    return 0


@compiled
def mark_values(
    points: Points, units: Units, numbers: Numerals, span: tuple[int, int], values: Hashes
) -> None:
    """Fill in the figure code of each unit of a span: 0 none, -1 for the further signs of a numeral."""
    unit, stop = span
    while unit < stop:
        values[unit] = units.values[unit]
        kind = int(units.kinds[unit])
        if kind == HAN:
            after = unit
            if worth(points, numbers, int(units.starts[unit])) >= 0:
                after = numeral_stop(points, units, numbers, unit, stop)
            if after > unit:
                start, end = int(units.starts[unit]), int(units.ends[after - 1])
                values[unit] = decimal_code(chinese_value(points, numbers, start, end))
                for further in range(unit + 1, after):
                    values[further] = -1
                unit = after
                continue
            if is_sunday(points, units, unit):
                values[unit] = decimal_code(7)
        elif int(values[unit]) == 0:
            values[unit] = word_figure(numbers, int(units.hashes[unit]))
        unit += 1


@compiled
def is_glue(points: Points, units: Units, unit: int) -> int:
    """The sign that binds figures into a date or a time ("年", "月", "日", "时" ...), 0 for any other unit."""
    if int(units.kinds[unit]) != HAN:
        return 0
    point = int(points[int(units.starts[unit])])
    return point if point in _GLUE else 0


@compiled
def context(points: Points, units: Units, values: Hashes, walk: tuple[int, int, int, int]) -> int:
    """Hash of the nearest units before (step -1) or after (+1) that are no part of a figure: a word, or two signs.

    `walk`: first unit, step, and the span that it stays in. A slot ends with its clause, so that sentences in another
    order keep theirs.
    """
    unit, step, first, stop = walk
    state = SEED
    seen = 0
    while first <= unit < stop and seen < 2:
        if step > 0 and int(units.before[unit]) >= CLAUSE:
            break
        if int(values[unit]) == 0 and is_glue(points, units, unit) == 0:
            state = joined(state, int(units.hashes[unit]))
            seen += 1 if int(units.kinds[unit]) == HAN else 2
        if step < 0 and int(units.before[unit]) >= CLAUSE:
            break
        unit += step
    return state


@compiled
def date_of(points: Points, units: Units, values: Hashes, unit: int, span: tuple[int, int]) -> int:
    """The code of the date whose day is at `unit`, 0 if none is: "7月5日", "July 5", "5 July"."""
    first, stop = span
    day = int(values[unit])
    if day > _LAST:
        return 0
    last = unit + 1
    while last < stop and int(values[last]) == -1:
        last += 1
    month = 0
    if last < stop and is_glue(points, units, last) in (_DAY, _NUMBER):
        before = unit - 1
        if before > first and is_glue(points, units, before) == _MONTH:
            before -= 1
            while before > first and int(values[before]) == -1:
                before -= 1
            month = int(values[before])
    elif unit > first and _JANUARY <= int(values[unit - 1]) <= _DECEMBER:
        month = month_of(int(values[unit - 1]))
    elif last < stop and _JANUARY <= int(values[last]) <= _DECEMBER:
        month = month_of(int(values[last]))
    shift = 4 if day < 0x10 else 8
    return (month << 4 | _DIVIDES) << shift | day if 0 < month <= _LAST else 0


@compiled
def month_of(code: int) -> int:
    """The code of 1 to 12 from the code of a month word, 101 to 112."""
    return code & 0xFF if code & 0xF0 > 0x10 else code & 0xF


@compiled
def entries_of(points: Points, units: Units, values: Hashes, span: tuple[int, int, int], room: Hashes) -> int:
    """The number entries of one item, unsorted; returns how many.

    `span`: first unit, the unit after the last, and where a figure must not end: one that ends with the text may be
    half of one, cut off in an excerpt, and only counts in a slot of its own.
    """
    first, stop, end = span
    count = 0
    for unit in range(first, stop):
        if int(values[unit]) <= 0 or count + 3 > len(room):
            continue
        before = SEED
        if int(units.before[unit]) < CLAUSE:
            before = context(points, units, values, (unit - 1, -1, first, stop))
        slot = joined(before, context(points, units, values, (unit + 1, 1, first, stop)))
        cut_off = int(units.ends[unit]) == end
        after = unit + 1
        while after < stop and int(values[after]) == -1:
            after += 1
        glue = is_glue(points, units, after) if after < stop else 0
        slot = mixed(slot, glue + (1 if cut_off else 0))
        room[count] = (((slot ^ (slot >> 31)) & _HALF) | 1) << 32 | int(values[unit])  # odd: never `DATES`
        count += 1
        if not cut_off:
            room[count] = values[unit]
            count += 1
        date = date_of(points, units, values, unit, (first, stop))
        if date > 0 and not cut_off:
            room[count] = DATES << 32 | date
            count += 1
    return count


@compiled
def find_numbers(
    points: Points, units: Units, heads: Bounds, bounds: Bounds, numbers: Numerals
) -> tuple[NDArray[np.uint64], Bounds]:
    """The sorted number entries of a batch, and item offsets."""
    values = np.zeros(len(units.starts) + 1, dtype=np.int64)
    out = np.empty(len(units.starts) * 2 + 1, dtype=np.uint64)
    offsets = np.zeros(len(units.offsets), dtype=np.int64)
    room = np.empty(2 * MOST, dtype=np.int64)
    made = 0
    for item in range(len(offsets) - 1):
        first, stop = int(units.offsets[item]), int(units.offsets[item + 1])
        mark_values(points, units, numbers, (first, stop), values)
        end = int(bounds[item + 1])  # a title does not end in half a figure
        count = entries_of(
            points, units, values, (first, stop, end if end > int(heads[item]) + 1 else -1), room
        )
        room[:count].sort()
        for place in range(count):
            if place == 0 or int(room[place]) != int(room[place - 1]):
                out[made] = room[place]
                made += 1
        offsets[item + 1] = made
    return out[:made], offsets
