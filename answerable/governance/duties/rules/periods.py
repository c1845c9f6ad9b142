"""What a period is called: a year, a half, a quarter, a month, a week, a day, or from one day to another."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from answerable.office.clocks.rules.anchors import month_end


class Sort(StrEnum):
    """What kind of period it is."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    SPAN = "span"


#: Months of a period that is a regular part of the year, and what it is called.
_PARTS = {12: Sort.YEAR, 6: Sort.HALF, 3: Sort.QUARTER, 1: Sort.MONTH}


@dataclass(frozen=True, slots=True)
class Period:
    """A period with its number inside the year, counted from one."""

    sort: Sort
    begin: date
    end: date
    number: int = 1


def period(begin: date, end: date) -> Period:
    """Recognise a period by its first and last day."""
    if begin == end:
        return Period(Sort.DAY, begin, end)
    if begin.weekday() == 0 and end - begin == timedelta(days=6):
        return Period(Sort.WEEK, begin, end, begin.isocalendar().week)
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    is_whole = begin.day == 1 and end == month_end(end.year, end.month)
    if is_whole and months in _PARTS and (begin.month - 1) % months == 0:
        return Period(_PARTS[months], begin, end, (begin.month - 1) // months + 1)
    return Period(Sort.SPAN, begin, end)


def quarter_of(day: date) -> tuple[date, date]:
    """Give the first and the last day of the quarter of a day."""
    first = (day.month - 1) // 3 * 3 + 1
    return date(day.year, first, 1), month_end(day.year, first + 2)
