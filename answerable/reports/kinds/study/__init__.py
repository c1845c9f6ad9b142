"""The May and November topic study: what the half-year brought, and what was concluded."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import listening, response
from answerable.reports.kinds.parts.asks import attendance_part, conclusions_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the rooms know of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Topic study, {when.en}", f"{when.zh}专题研究"),
        (
            attendance_part(period, at=at),
            listening.stories_part(period, at=at),
            response.cases_part(period, at=at),
            response.letters_part(period, at=at),
            conclusions_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "study",
        Told("Topic study", "专题研究"),
        Span.MONTH,
        duties=("d-topic",),
        document="minutes",
        direction="up",
    ),
    gather,
)
