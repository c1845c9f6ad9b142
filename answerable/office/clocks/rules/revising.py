"""Changes of a calendar on plain values: days off, make-up working days, office hours, a year that is confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise

from answerable.office.clocks.rules.calendars import WorkCalendar

#: No holiday of any place is longer; a longer span is a slip of the pen.
LONGEST = 31


class Wrong(StrEnum):
    """Why a change is refused."""

    ORDER = "order"
    TOO_LONG = "too_long"
    NOTHING = "nothing"
    HOURS = "hours"


class Refused(ValueError):
    """A change that makes no sense; `why` says which."""

    def __init__(self, why: Wrong) -> None:
        super().__init__(why.value)
        self.why = why


class To(StrEnum):
    """What days become."""

    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class DayChange:
    """Days from first to last, both included, and what they become; `name` is that of the holiday."""

    first: date
    last: date
    to: To
    name: str = ""


def revised(calendar: WorkCalendar, changes: Iterable[DayChange]) -> WorkCalendar:
    """Give a calendar with some days changed. Raises Refused, also where nothing would change."""
    holidays, make_up = dict(calendar.holidays), set(calendar.make_up)
    for change in changes:
        for day in _days(change):
            holidays.pop(day, None)
            make_up.discard(day)
            if change.to is To.HOLIDAY:
                holidays[day] = change.name
            elif change.to is To.MAKE_UP and day.weekday() in calendar.weekend:
                make_up.add(day)
    if (holidays, make_up) == (calendar.holidays, set(calendar.make_up)):
        raise Refused(Wrong.NOTHING)
    return replace(calendar, holidays=holidays, make_up=frozenset(make_up))


def _days(change: DayChange) -> list[date]:
    length = (change.last - change.first).days + 1
    if length < 1:
        raise Refused(Wrong.ORDER)
    if length > LONGEST:
        raise Refused(Wrong.TOO_LONG)
    return [change.first + timedelta(days=number) for number in range(length)]


def with_hours(calendar: WorkCalendar, hours: tuple[tuple[time, time], ...]) -> WorkCalendar:
    """Give a calendar with other office hours. Raises Refused for spans that overlap or end before they begin."""
    ordered = all(opens < closes for opens, closes in hours)
    apart = all(before[1] <= after[0] for before, after in pairwise(hours))
    if not hours or not ordered or not apart:
        raise Refused(Wrong.HOURS)
    if hours == calendar.hours:
        raise Refused(Wrong.NOTHING)
    return replace(calendar, hours=hours)


def confirmed(calendar: WorkCalendar, year: int) -> WorkCalendar:
    """Give a calendar whose year has its official notice."""
    return replace(calendar, confirmed=calendar.confirmed | {year})
