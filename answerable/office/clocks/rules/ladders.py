"""Ladders of reminding and urging: when a rung is due, counted from the deadline, and inside office hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.limits import FARTHEST

#: An offset as the plan writes it: "-10wd", "+5wd", "-50%", "+0h".
Offset = str


class Far(StrEnum):
    """What an offset counts."""

    HOUR = "h"
    WORKING_HOUR = "wh"
    WORKING_DAY = "wd"
    CALENDAR_DAY = "cd"
    SHARE = "%"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: when, to whom (owner, backup, superior or a post of the plan), and what it does."""

    at: Offset
    to: tuple[str, ...]
    do: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps by which somebody is reminded, then urged, then reported."""

    name: str
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when a clock runs; `round_the_clock` says that its limit is in hours, nights included."""

    since: datetime
    due: datetime
    round_the_clock: bool


def read_offset(text: str) -> tuple[int, Far]:
    """Read an offset: a sign, a number and what it counts. Raises ValueError for anything else."""
    match = re.fullmatch(r"\s*([+-]?\d{1,4})\s*(h|wh|wd|cd|%)\s*", text)
    if match is None:
        raise ValueError(f"“{text}” is no offset: write for example -10wd, +5wd, -50% or +0h")
    number, far = int(match.group(1)), Far(match.group(2))
    if far is Far.SHARE and not -100 <= number <= 0:
        raise ValueError(f"“{text}” is no offset: a share lies between -100% and 0%")
    return number, far


def moment_of(offset: Offset, stretch: Stretch, calendar: WorkCalendar) -> datetime:
    """Say when a rung is due.

    Hours and shares of a limit that runs round the clock fire when they fall, at night too. Everything else waits
    for office hours: a day counts from the opening of the office, and what comes before the deadline does not
    slip behind it.
    """
    number, far = read_offset(offset)
    if far in (Far.WORKING_DAY, Far.CALENDAR_DAY):
        return _day_off(stretch.due, number, far, calendar)
    if far is Far.WORKING_HOUR:
        return _working_hours_off(stretch.due, number, calendar)
    if far is Far.SHARE:
        raw = stretch.due + (stretch.due - stretch.since) * number / 100
    else:
        raw = stretch.due + timedelta(hours=number)
    if stretch.round_the_clock:
        return raw
    inside = into_hours(raw, calendar)
    if number < 0 and inside > stretch.due:
        return max(stretch.since, back_into_hours(raw, calendar))
    return inside


def _day_off(due: datetime, number: int, far: Far, calendar: WorkCalendar) -> datetime:
    """Give the opening of the office so many days before or after the day of the deadline."""
    day = due.astimezone(calendar.place).date()
    if far is Far.CALENDAR_DAY:
        day += timedelta(days=number)
        return _opening(_worked(day, -1 if number < 0 else 1, calendar), calendar)
    step, left = (-1 if number < 0 else 1), abs(number)
    if not left:
        return _opening(_worked(day, step, calendar), calendar)
    for other in _from(day, step):
        left -= calendar.look_up(other).is_working
        if not left:
            return _opening(other, calendar)
    raise ValueError("the calendar has too few working days to count on")


def _from(day: date, step: int) -> Iterator[date]:
    for number in range(1, FARTHEST.days):
        yield day + timedelta(days=step * number)


def _worked(day: date, step: int, calendar: WorkCalendar) -> date:
    """Give this day if it is worked, or the nearest one before or after it."""
    if calendar.look_up(day).is_working:
        return day
    return next(other for other in _from(day, step) if calendar.look_up(other).is_working)


def spans_of(day: date, calendar: WorkCalendar) -> list[tuple[datetime, datetime]]:
    """Give the office hours of a day in UTC; none on a day that is not worked."""
    if not calendar.look_up(day).is_working:
        return []
    return [
        (_moment(day, opens, calendar), _moment(day, closes, calendar)) for opens, closes in calendar.hours
    ]


def _moment(day: date, hour: time, calendar: WorkCalendar) -> datetime:
    return datetime.combine(day, hour, tzinfo=calendar.place).astimezone(UTC)


def _opening(day: date, calendar: WorkCalendar) -> datetime:
    return spans_of(day, calendar)[0][0]


def into_hours(moment: datetime, calendar: WorkCalendar) -> datetime:
    """Give the moment itself in office hours, or else the next opening."""
    first = moment.astimezone(calendar.place).date()
    for day in (first, *_from(first, 1)):
        for opens, closes in spans_of(day, calendar):
            if moment < closes:
                return max(opens, moment)
    raise ValueError("the calendar has no office hours to count on")


def touches_hours(calendar: WorkCalendar, begins: datetime, ends: datetime) -> bool:
    """Say whether a span of time touches office hours."""
    return into_hours(begins, calendar) < ends


def back_into_hours(moment: datetime, calendar: WorkCalendar) -> datetime:
    """Give the moment itself in office hours, or else the last closing before it."""
    first = moment.astimezone(calendar.place).date()
    for day in (first, *_from(first, -1)):
        for opens, closes in reversed(spans_of(day, calendar)):
            if moment >= opens:
                return min(closes, moment)
    raise ValueError("the calendar has no office hours to count on")


def _working_hours_off(due: datetime, number: int, calendar: WorkCalendar) -> datetime:
    left, step = timedelta(hours=abs(number)), (-1 if number < 0 else 1)
    first = due.astimezone(calendar.place).date()
    for day in (first, *_from(first, step)):
        for opens, closes in spans_of(day, calendar)[::step]:
            begin, end = (max(opens, due), closes) if step > 0 else (opens, min(closes, due))
            room = max(end - begin, timedelta(0))
            if left <= room:
                return begin + left if step > 0 else end - left
            left -= room
    raise ValueError("the calendar has too few working hours to count on")
