"""The annual report that art. 49 and 50 of the regulation on disclosure (国务院令第711号) ask for."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import response
from answerable.reports.kinds.parts.asks import disclosure_parts, next_steps_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the rooms know of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Annual report on information disclosure, {when.en}", f"{when.zh}政府信息公开工作年度报告"),
        (
            response.answers_part(period, at=at),
            *disclosure_parts(period, at=at),
            next_steps_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "disclosure",
        Told("Annual report on information disclosure", "政府信息公开工作年度报告"),
        Span.YEAR,
        duties=("d-foi-annual",),
        document="report",
        direction="up",
    ),
    gather,
)
