"""Counts as JSON lines: `series`, `at`, `count`, optionally `exposure`; and what length of interval they are in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from storystream.early_warning.history import interval_of
from storystream.early_warning.settings import INTERVALS_IN_DAY, Every
from storystream.items import Count

#: More digits than any count or exposure needs; a longer number is a mistake.
MOST: Final = 10**9
#: A year inside the ends of the calendar, so that any offset and any window stays inside.
FIRST_YEAR, LAST_YEAR = 2, 9998


@dataclass(slots=True)
class Lines:
    """The counts of all good lines, and one sentence for each bad one."""

    counts: list[Count] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_lines(lines: Iterable[str]) -> Lines:
    """Reads every line; a bad one is named and the next is read.

    >>> read = read_lines(['{"series": "a", "at": "2026-03-01", "count": 2}', "{}"])
    >>> read.counts[0].count, read.refused
    (2, ["line 2: 'series' is missing or not a text"])
    """
    result = Lines()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            result.counts.append(_count_of(line))
        except (ValueError, RecursionError) as error:
            result.refused.append(f"line {number}: {error}")
    return result


def _count_of(line: str) -> Count:
    """One line's Count; ValueError says what is wrong with it."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg})") from error
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    series = row.get("series")
    if not isinstance(series, str) or not series:
        raise ValueError("'series' is missing or not a text")
    if any("\ud800" <= sign <= "\udfff" for sign in series):
        raise ValueError("'series' holds half a character")
    count = _number(row, "count")
    if count != int(count):
        raise ValueError("'count' is not a whole number")
    exposure = 1.0 if row.get("exposure") is None else _number(row, "exposure")
    return Count(series, _moment(row.get("at")), int(count), exposure)


def _number(row: dict[str, object], name: str) -> float:
    """A finite number from 0 on."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"'{name}' is missing or not a number")
    if not 0 <= value <= MOST:  # refuses "NaN" and "Infinity" too
        raise ValueError(f"'{name}' must lie between 0 and {MOST}")
    return float(value)


def _moment(value: object) -> datetime:
    """An ISO 8601 time or date; without an offset it is UTC."""
    if not isinstance(value, str):
        raise ValueError("'at' is missing or not a text")
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"'at' is not an ISO 8601 time: {value[:40]!r}") from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"'at' lies outside the calendar: {value[:40]!r}")
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def interval_in(counts: Iterable[Count]) -> Every:
    """Whether the counts are daily (all times lie whole days apart) or hourly.

    >>> interval_in(read_lines(['{"series": "a", "at": "2026-03-01", "count": 2}']).counts)
    'day'
    """
    clocks = {(count.at.hour, count.at.minute) for count in counts}
    return "day" if len(clocks) <= 1 else "hour"


def gathered(counts: Iterable[Count], every: Every) -> list[Count]:
    """One Count for each series and interval: finer ones are added up, and what they missed is missing.

    >>> read = read_lines('{"series": "a", "at": "2026-03-01T0%d:00", "count": 2}' % hour for hour in (1, 2))
    >>> [(count.count, count.exposure) for count in gathered(read.counts, "day")]
    [(4, 1.0)]
    """
    parts: dict[tuple[str, int], list[Count]] = {}
    for count in counts:
        parts.setdefault((count.series, interval_of(count.at, every)), []).append(count)
    return [_sum_of(several, every) for several in parts.values()]


def _sum_of(parts: list[Count], every: Every) -> Count:
    """Parts of one interval as one Count."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    pieces = max(len(parts), 24 // INTERVALS_IN_DAY[every])
    lost = sum(1.0 - part.exposure for part in parts) / pieces
    seen = sum(part.count for part in parts if part.exposure > 0.0)
    begin = first.at.replace(minute=0, second=0, microsecond=0)
    if every == "day":
        begin -= timedelta(hours=begin.hour)
    return Count(first.series, begin, seen, max(0.0, 1.0 - lost))
