"""Dates that the calendar itself fixes: the end of a month, moved off days that are not worked."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from answerable.office.clocks.rules.calendars import WorkCalendar


class Roll(StrEnum):
    """Where a date goes that falls on a day not worked."""

    PREVIOUS = "prev"
    NEXT = "next"
    NONE = "none"


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def anchored(day: date, roll: Roll, calendar: WorkCalendar) -> date:
    """Move a date to the nearest working day before or after it, or leave it where it is."""
    if roll is Roll.NONE:
        return day
    step = timedelta(days=-1 if roll is Roll.PREVIOUS else 1)
    for _ in range(60):
        if calendar.look_up(day).is_working:
            return day
        day += step
    raise ValueError("the calendar has sixty days in a row that are not worked")
