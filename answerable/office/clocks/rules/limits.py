"""From a start and a limit to a deadline, with the derivation day by day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from answerable.office.clocks.rules.calendars import Day, WorkCalendar

#: Spans in which a clock stood still, each from when to when.
Pauses = Sequence[tuple[datetime, datetime]]

#: No rule of any pack counts further; a loop that would is a calendar without working days.
FARTHEST = timedelta(days=366 * 3)


class Span(StrEnum):
    """What is counted."""

    HOUR = "h"
    WORKING_HOUR = "wh"
    WORKING_DAY = "wd"
    CALENDAR_DAY = "cd"


@dataclass(frozen=True, slots=True)
class Limit:
    """So many hours, working hours, working days or calendar days."""

    amount: int
    span: Span

    def __str__(self) -> str:
        return f"{self.amount}{self.span}"


@dataclass(frozen=True, slots=True)
class Step:
    """One day of a derivation: what kind of day it is, and how much of the limit is used up when it ends."""

    day: Day
    counted: bool
    used: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a limit ends, in UTC, and how that was worked out."""

    at: datetime
    provisional: bool
    calendar: str
    steps: tuple[Step, ...]


def read_limit(text: str) -> Limit:
    """Read a limit as the plan writes it: 5h, 4wh, 7wd, 30cd. Raises ValueError for anything else."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*(h|wh|wd|cd)\s*", text)
    if match is None:
        raise ValueError(f"“{text}” is no limit: write for example 5h, 4wh, 7wd or 30cd")
    return Limit(int(match.group(1)), Span(match.group(2)))


def deadline(start: datetime, limit: Limit, calendar: WorkCalendar, *, pauses: Pauses = ()) -> Deadline:
    """Count a limit from a start, leaving out the spans in which the clock stood still.

    Hours run on the clock, nights and holidays included. Days begin to count on the day after the start
    (the rule of civil time limits in China and in English freedom-of-information law alike) and end with the
    last second of the last one. Working hours count inside office hours of working days, beginning at once.
    Of a pause, hours count to the second, and a day does not count when the clock stood still at its end.
    """
    counters = {
        Span.HOUR: _hours,
        Span.CALENDAR_DAY: _calendar_days,
        Span.WORKING_DAY: _working_days,
        Span.WORKING_HOUR: _working_hours,
    }
    at, steps = counters[limit.span](start, limit.amount, calendar, sorted(pauses))
    first = start.astimezone(calendar.place).date()
    last = at.astimezone(calendar.place).date()
    counts_days = limit.span in (Span.WORKING_DAY, Span.WORKING_HOUR)
    return Deadline(at, counts_days and calendar.is_provisional(first, last), calendar.version, tuple(steps))


def end_of(day: date, calendar: WorkCalendar) -> datetime:
    """Give the last second of a day in the calendar's zone, in UTC."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=calendar.place).astimezone(UTC)


def _days_after(start: date) -> Iterator[date]:
    for number in range(1, FARTHEST.days):
        yield start + timedelta(days=number)


def _stood_still(day: date, calendar: WorkCalendar, pauses: Pauses) -> bool:
    """Say whether the clock stood still at the end of a day."""
    end = end_of(day, calendar)
    return any(begins <= end < ends for begins, ends in pauses)


def _hours(
    start: datetime, amount: int, calendar: WorkCalendar, pauses: Pauses
) -> tuple[datetime, list[Step]]:
    at = start.astimezone(UTC) + timedelta(hours=amount)
    for begins, ends in pauses:
        if begins < at:
            at += max(ends - max(begins, start), timedelta(0))
    days = sorted({moment.astimezone(calendar.place).date() for moment in (start, at)})
    return at, [Step(calendar.look_up(day), True, f"{amount}h") for day in days]


def _calendar_days(
    start: datetime, amount: int, calendar: WorkCalendar, pauses: Pauses
) -> tuple[datetime, list[Step]]:
    return _days(start, Limit(amount, Span.CALENDAR_DAY), calendar, pauses)


def _working_days(
    start: datetime, amount: int, calendar: WorkCalendar, pauses: Pauses
) -> tuple[datetime, list[Step]]:
    return _days(start, Limit(amount, Span.WORKING_DAY), calendar, pauses)


def _days(
    start: datetime, limit: Limit, calendar: WorkCalendar, pauses: Pauses
) -> tuple[datetime, list[Step]]:
    first, used, steps = start.astimezone(calendar.place).date(), 0, []
    if limit.amount == 0:
        return end_of(first, calendar), [Step(calendar.look_up(first), False, str(limit))]
    for day in _days_after(first):
        kind = calendar.look_up(day)
        counts = kind.is_working or limit.span is Span.CALENDAR_DAY
        counted = counts and not _stood_still(day, calendar, pauses)
        used += counted
        steps.append(Step(kind, counted, f"{used}{limit.span}"))
        if used == limit.amount:
            return end_of(day, calendar), steps
    raise ValueError("the calendar has too few working days to count on")


def _working_hours(
    start: datetime, amount: int, calendar: WorkCalendar, pauses: Pauses
) -> tuple[datetime, list[Step]]:
    first = start.astimezone(calendar.place).date()
    left, steps = timedelta(hours=amount), []
    for day in (first, *_days_after(first)):
        kind = calendar.look_up(day)
        spans = _cut(_office_spans(day, calendar), pauses) if kind.is_working else ()
        for opens, closes in spans:
            begin = max(opens, start.astimezone(UTC))
            if begin >= closes:
                continue
            if left <= closes - begin:
                steps.append(Step(kind, True, f"{amount}wh"))
                return begin + left, steps
            left -= closes - begin
        used = timedelta(hours=amount) - left
        steps.append(Step(kind, bool(spans), f"{used.total_seconds() / 3600:g}wh"))
    raise ValueError("the calendar has too few working hours to count on")


def _cut(spans: Sequence[tuple[datetime, datetime]], pauses: Pauses) -> list[tuple[datetime, datetime]]:
    """Take the pauses out of spans of time."""
    left = list(spans)
    for begins, ends in pauses:
        pieces = [
            piece
            for span in left
            for piece in ((span[0], min(span[1], begins)), (max(span[0], ends), span[1]))
        ]
        left = [piece for piece in pieces if piece[0] < piece[1]]
    return left


def _office_spans(day: date, calendar: WorkCalendar) -> Sequence[tuple[datetime, datetime]]:
    return [
        (
            datetime.combine(day, opens, tzinfo=calendar.place).astimezone(UTC),
            datetime.combine(day, closes, tzinfo=calendar.place).astimezone(UTC),
        )
        for opens, closes in calendar.hours
    ]
