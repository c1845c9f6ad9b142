"""Reads the days out of the State Council's yearly notice, as it is published: a person looks before anything changes.

The sentences have kept one shape for years: name of the holiday, from day to day, then the days that are worked.
"""

import re
from datetime import date

from answerable.office.clocks.rules.revising import DayChange, To

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_HEAD = re.compile(r"^\s*(?:[一二三四五六七八九十]+、)?\s*([\u4e00-\u9fff、]{2,12})[：:]")
_DAY = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")
_OFF = re.compile(
    r"((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:\s*至\s*((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日))?[^。；，]*放假"
)


def read_notice(text: str, year: int) -> tuple[DayChange, ...]:
    """Give the days off and the make-up working days that a notice sets; nothing where it has none."""
    found: list[DayChange] = []
    for line in text.replace("\u3000", " ").splitlines():
        bare = _BRACKETS.sub("", line)
        head = _HEAD.match(bare)
        name = head.group(1) if head else ""
        for sentence in re.split(r"[。；]", bare):
            found += _days_off(sentence, name, year) + _made_up(sentence, year)
    return tuple(found)


def _days_off(sentence: str, name: str, year: int) -> list[DayChange]:
    match = _OFF.search(sentence)
    if match is None:
        return []
    first = _day(match.group(1), year, None)
    last = _day(match.group(2), year, first) if match.group(2) and first else first
    return [DayChange(first, last, To.HOLIDAY, name)] if first and last and first <= last else []


def _made_up(sentence: str, year: int) -> list[DayChange]:
    if "上班" not in sentence:
        return []
    found, month = [], None
    for one in _DAY.finditer(sentence.split("上班")[0]):
        day = _day(one.group(0), year, month)
        if day:
            found.append(DayChange(day, day, To.MAKE_UP))
            month = day
    return found


def _day(text: str, year: int, before: date | None) -> date | None:
    """Read a day; what it leaves out is taken from the day before it in the sentence."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    own_year, own_month, number = match.groups()
    month = int(own_month) if own_month else (before.month if before else 0)
    try:
        return date(int(own_year) if own_year else (before.year if before else year), month, int(number))
    except ValueError:
        return None
