"""Counting on calendars, on plain values."""

from answerable.office.clocks.rules.anchors import Roll, anchored, month_end
from answerable.office.clocks.rules.calendars import Day, DayKind, WorkCalendar
from answerable.office.clocks.rules.limits import Deadline, Limit, Span, Step, deadline, read_limit

__all__ = [
    "Day",
    "DayKind",
    "Deadline",
    "Limit",
    "Roll",
    "Span",
    "Step",
    "WorkCalendar",
    "anchored",
    "deadline",
    "month_end",
    "read_limit",
]
