"""Reading clocks, calendars and what the plan wrote down."""

from answerable.office.clocks.queries.calendars import calendar_name, moved_by, year_page
from answerable.office.clocks.queries.clocks import (
    ClockRow,
    StepRow,
    clocks_of,
    clocks_of_many,
    running,
    running_asked,
)
from answerable.office.clocks.queries.page import clock_page, open_clocks, rungs_of
from answerable.office.clocks.queries.standing import (
    calendar_code,
    calendar_named,
    calendar_of,
    ladder,
    parameter,
    post_ids,
    rule,
    sheet,
)

__all__ = [
    "ClockRow",
    "StepRow",
    "calendar_code",
    "calendar_name",
    "calendar_named",
    "calendar_of",
    "clock_page",
    "clocks_of",
    "clocks_of_many",
    "ladder",
    "moved_by",
    "open_clocks",
    "parameter",
    "post_ids",
    "rule",
    "rungs_of",
    "running",
    "running_asked",
    "sheet",
    "year_page",
]
