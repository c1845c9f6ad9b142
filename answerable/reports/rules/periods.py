"""The time a paper is about, and what it is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from answerable.kernel.actor import MACHINE, Actor
from answerable.reports.rules.told import Told


class Span(StrEnum):
    """How long the papers of a kind look back."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """From `begin` to `end`, both inclusive, as days and as moments; `unit` or `subject` where it is about one."""

    begin: date
    end: date
    since: datetime
    until: datetime
    unit: int | None = None
    unit_name: str = ""
    subject: str = ""
    #: With whose eyes the rooms are read: the machine's, or a person's where only people may see.
    eyes: Actor = MACHINE

    @property
    def number(self) -> int:
        """The number in its subject: 12 of "case:12"; 0 without one."""
        tail = self.subject.rpartition(":")[2]
        return int(tail) if tail.isdecimal() else 0


def span_of(span: Span, day: date) -> tuple[date, date]:
    """Give the first and last day of the day, week (from Monday), month, quarter or year that holds a day."""
    if span is Span.DAY:
        return day, day
    if span is Span.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if span is Span.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    length = 1 if span is Span.MONTH else 3
    first = (day.month - 1) // length * length + 1
    begin = date(day.year, first, 1)
    after = date(day.year + (first + length > 12), (first + length - 1) % 12 + 1, 1)
    return begin, after - timedelta(days=1)


def half_year_to(end: date) -> date:
    """Give the first day of the six months that end with the month of a day: what a study each half-year looks at."""
    month = end.year * 12 + end.month - 6
    return date(month // 12, month % 12 + 1, 1)


def named(begin: date, end: date) -> Told:
    """Name a period as its paper does: 2026年第四季度, 2026年11月, November 2026, or its two days."""
    for span, words in _NAMES.items():
        if span_of(span, begin) == (begin, end):
            return words(begin)
    if begin.day == 1 and span_of(Span.MONTH, end)[1] == end:
        return _months(begin, end)
    return Told(f"{begin.isoformat()} to {end.isoformat()}", f"{_day(begin)}至{_day(end)}")


def _months(begin: date, end: date) -> Told:
    """Name whole months: 2026年6月至11月; the second year only where it is another."""
    same = begin.year == end.year
    return Told(
        f"{begin:%B}{'' if same else f' {begin.year}'} to {end:%B} {end.year}",
        f"{begin.year}年{begin.month}月至{'' if same else f'{end.year}年'}{end.month}月",
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_NAMES: dict[Span, Callable[[date], Told]] = {
    Span.DAY: lambda day: Told(f"{day.day} {day:%B} {day.year}", _day(day)),
    Span.MONTH: lambda day: Told(f"{day:%B} {day.year}", f"{day.year}年{day.month}月"),
    Span.QUARTER: lambda day: Told(
        f"quarter {(day.month + 2) // 3} of {day.year}",
        f"{day.year}年第{'一二三四'[(day.month - 1) // 3]}季度",
    ),
    Span.YEAR: lambda day: Told(f"{day.year}", f"{day.year}年"),
}
