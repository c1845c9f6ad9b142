"""Dates that cannot be true, told from what was seen: a machine suspects, a person judges."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Doubt(StrEnum):
    """Why a date is doubted."""

    AHEAD = "date_ahead"
    OLD_FILE = "date_after_file"
    OLD_MAP = "date_after_map"
    BACKDATED = "date_backdated"
    REDATED = "date_redated"
    TWO_DAYS = "date_differs"


#: Time zones, servers that run in UTC and texts put up the evening before: two days are no lie.
SLACK = timedelta(days=2)
#: A list that was given new dates shows it on several lines; one alone may be a correction.
FEWEST_REDATED = 2


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page: the days that it, its file and its place in the sitemap bear; whether its text is the old one."""

    address: str
    day: date | None = None
    file_day: date | None = None
    map_day: date | None = None
    same_text: bool = False


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One entry of a list today, and the day it bore when it was last seen (None where it is new or bore none)."""

    address: str
    day: date | None
    known: bool = False
    day_before: date | None = None


@dataclass(frozen=True, slots=True)
class Doubted:
    """One doubt: about which address, what it says, and what speaks against it."""

    doubt: Doubt
    address: str
    says: date | None
    against: date | None
    times: int = 1


def of_page(page: PageSeen, today: date) -> Iterator[Doubted]:
    """Doubt the day of one page: ahead of today, or later than the file and the sitemap say it can be."""
    if page.day is None:
        return
    if page.day > today + timedelta(days=1):
        yield Doubted(Doubt.AHEAD, page.address, page.day, today)
        return
    for doubt, known in ((Doubt.OLD_FILE, page.file_day), (Doubt.OLD_MAP, page.map_day)):
        if known is not None and page.day > known + SLACK:
            yield Doubted(doubt, page.address, page.day, known)
            return


def of_list(
    lines: Sequence[LineSeen], pages: Mapping[str, PageSeen], *, last_look: date | None, today: date
) -> Iterator[Doubted]:
    """Doubt the days of a list: against today, against its pages, against what it said at the last look."""
    for line in lines:
        page = pages.get(line.address)
        if line.day is None:
            continue
        if line.day > today + timedelta(days=1):
            if page is None or page.day != line.day:  # else the page says so itself
                yield Doubted(Doubt.AHEAD, line.address, line.day, today)
        elif page is not None and page.day is not None and abs(page.day - line.day) > SLACK:
            yield Doubted(Doubt.TWO_DAYS, line.address, line.day, page.day)
    if last_look is not None:
        yield from _backdated(lines, last_look)
        yield from _redated(lines, pages)


def _backdated(lines: Sequence[LineSeen], last_look: date) -> Iterator[Doubted]:
    """A line that was not there at the last look, stands above one that was, and bears a day before that look."""
    lowest_known = max((at for at, line in enumerate(lines) if line.known), default=-1)
    for line in lines[: max(lowest_known, 0)]:
        if not line.known and line.day is not None and line.day < last_look - SLACK:
            yield Doubted(Doubt.BACKDATED, line.address, line.day, last_look)


def _redated(lines: Sequence[LineSeen], pages: Mapping[str, PageSeen]) -> Iterator[Doubted]:
    """Lines that bear a later day than before while the text behind them is the same."""
    moved = [
        line
        for line in lines
        if line.day is not None
        and line.day_before is not None
        and line.day > line.day_before
        and (page := pages.get(line.address)) is not None
        and page.same_text
    ]
    if len(moved) >= FEWEST_REDATED:
        first = moved[0]
        yield Doubted(Doubt.REDATED, first.address, first.day, first.day_before, len(moved))
