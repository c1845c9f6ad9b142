"""Which days are worked: weekends, holidays, make-up working days, and whether a year has its notice yet."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class DayKind(StrEnum):
    """Why a day counts or not."""

    WORKING = "working"
    MAKE_UP = "make_up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Day:
    """One day as the calendar sees it; `name` is that of the holiday."""

    day: date
    kind: DayKind
    name: str = ""

    @property
    def is_working(self) -> bool:
        """Say whether it is worked."""
        return self.kind in (DayKind.WORKING, DayKind.MAKE_UP)


#: Ordinary office hours of a Chinese bureau; a body sets its own.
OFFICE_HOURS = ((time(9), time(12)), (time(13, 30), time(17, 30)))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """One version of a calendar.

    `make_up` are weekend days that are worked in exchange for holidays (调休). `confirmed` lists the years whose
    official notice has been entered: a deadline that reaches into another year is provisional.
    """

    zone: str
    version: str
    holidays: dict[date, str] = field(default_factory=dict)
    make_up: frozenset[date] = frozenset()
    confirmed: frozenset[int] = frozenset()
    hours: tuple[tuple[time, time], ...] = OFFICE_HOURS
    weekend: frozenset[int] = frozenset({5, 6})

    @property
    def place(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.zone)

    def look_up(self, day: date) -> Day:
        """Say what kind of day it is. A make-up day wins over the weekend, a holiday over an ordinary day."""
        if day in self.make_up:
            return Day(day, DayKind.MAKE_UP)
        if day in self.holidays:
            return Day(day, DayKind.HOLIDAY, self.holidays[day])
        if day.weekday() in self.weekend:
            return Day(day, DayKind.WEEKEND)
        return Day(day, DayKind.WORKING)

    def is_provisional(self, first: date, last: date) -> bool:
        """Say whether a span touches a year whose notice has not been entered."""
        return any(year not in self.confirmed for year in range(first.year, last.year + 1))
