"""Days as pages write them: 2026-11-20, 2026年11月20日, 20 November 2026, November 20, 2026, and [11-20] in lists."""

import re
from datetime import date, timedelta

NUMBERS = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<{0}>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}})\.?"
WORDS = re.compile(
    r"(?<!\d)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+"
    + _NAME.format("month")
    + r"|"
    + _NAME.format("first")
    + r"\s+(?P<second>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<year>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
#: At the end of a line of a list: the year is left out.
SHORT = re.compile(
    r"(?:[\[(（【]|\s|^)(?:(?P<month>\d{2})[-/](?P<day>\d{2})|(?P<moon>\d{1,2})月(?P<sun>\d{1,2})日)[\])）】]?\s*$"
)
#: Words before a page's own day, in both languages of the house.
LABEL = re.compile(
    r"(?:发布时间|发布日期|发文日期|成文日期|更新时间|时间|日期|published(?:\s+on)?|posted(?:\s+on)?|date|updated(?:\s+on)?)"
    r"\s*[:：]?\s*$",
    re.IGNORECASE,
)
#: A day that lies ahead without its year is one of last year; a day is left for zones.
AHEAD = timedelta(days=1)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_words(found: re.Match[str]) -> date | None:
    name = (found["month"] or found["first"]).lower()[:3]
    return _made(int(found["year"]), MONTHS.index(name) + 1, int(found["day"] or found["second"]))


def days_in(text: str) -> list[tuple[int, date]]:
    """List the whole days in a text, each with where it begins."""
    found = [
        (match.start(), _made(int(match["year"]), int(match["month"]), int(match["day"])))
        for match in NUMBERS.finditer(text)
    ]
    found += [(match.start(), _of_words(match)) for match in WORDS.finditer(text)]
    return sorted((start, day) for start, day in found if day is not None)


def day_of_line(text: str, today: date) -> date | None:
    """Give the day that a line of a list bears: its last whole day, or a short one at its end."""
    whole = days_in(text)
    if whole:
        return whole[-1][1]
    short = SHORT.search(text)
    if short is None:
        return None
    month, day = int(short["month"] or short["moon"]), int(short["day"] or short["sun"])
    this_year = _made(today.year, month, day)
    if this_year is None or this_year > today + AHEAD:
        return _made(today.year - 1, month, day)
    return this_year


def labelled_day(text: str) -> date | None:
    """Give the first day in a text that stands behind a word such as "Published" or 发布时间."""
    for start, day in days_in(text):
        if LABEL.search(text[max(0, start - 20) : start]):
            return day
    return None


def without_days(text: str) -> str:
    """Take every day out of a text, so that a text that only got another date is the same text."""
    return WORDS.sub("", NUMBERS.sub("", text))
