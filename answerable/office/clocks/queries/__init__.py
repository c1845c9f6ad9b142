"""Reading clocks, calendars and what the plan wrote down."""

from answerable.office.clocks.queries.clocks import (
    ClockRow,
    StepRow,
    clocks_of,
    clocks_of_many,
    running,
)
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
    "calendar_named",
    "calendar_of",
    "clocks_of",
    "clocks_of_many",
    "ladder",
    "parameter",
    "post_ids",
    "rule",
    "running",
    "sheet",
]
