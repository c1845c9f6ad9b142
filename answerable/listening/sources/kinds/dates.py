"""Reads the dates that feeds, tables and pages write, and keeps them inside a believable span."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

#: Back-dated further than this is a mistake or a game (trust design §6.5).
OLDEST = timedelta(days=3652)
CHINA = timezone(timedelta(hours=8))
#: 2024年5月1日 10:05, 2024-05-01 10:05:00, 2024/5/1, 20240501; parts after the day may be missing.
NUMBERS = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})日?|(?P<run>\d{8}))(?!\d)"
    r"(?:[T\s]*(?P<hour>\d{1,2})\s*[:：时点]\s*(?P<minute>\d{1,2})(?:\s*[:：分]\s*(?P<second>\d{1,2}))?"
    r"(?P<fraction>\.\d{1,9})?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)


def read_date(text: str, language: str = "") -> datetime | None:
    """Read a date with its zone; without one, Chinese texts mean Beijing time and others UTC. None when unreadable."""
    text = text.strip()[:80]
    if not text:
        return None
    home = CHINA if language.startswith("zh") else UTC
    numbers = NUMBERS.match(text)
    read = _from_numbers(numbers, home) if numbers else _from_mail(text, home)
    return read.astimezone(UTC) if read else None


def _from_numbers(found: re.Match[str], home: timezone) -> datetime | None:
    run = found["run"]
    parts = (run[:4], run[4:6], run[6:]) if run else (found["year"], found["month"], found["day"])
    year, month, day = map(int, parts)
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(found["zone"], home))
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None, home: timezone) -> timezone:
    if not text:
        return home
    if text in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]) % 24, minutes=int(digits[2:]) % 60))


def _from_mail(text: str, home: timezone) -> datetime | None:
    try:
        read = parsedate_to_datetime(text)
        return read if read.tzinfo else read.replace(tzinfo=home)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def clamp(date: datetime | None, at: datetime) -> tuple[datetime | None, bool]:
    """Keep a date inside the ten years before `at`; say whether it was moved."""
    if date is None:
        return None, False
    try:
        kept = min(max(date, at - OLDEST), at)
    except (OverflowError, TypeError):
        return None, True
    # A quarter of an hour is a clock that runs fast, not a mistake worth a note.
    return kept, date < at - OLDEST or date > at + timedelta(minutes=15)
