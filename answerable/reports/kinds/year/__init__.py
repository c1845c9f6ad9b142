"""The year-end report to each superior body."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance, listening, response
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the rooms know of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Year-end report, {when.en}", f"{when.zh}年度工作报告"),
        (
            governance.duties_part(period, at=at),
            listening.stories_part(period, at=at),
            listening.signals_part(period, at=at),
            response.cases_part(period, at=at),
            response.answers_part(period, at=at),
            response.letters_part(period, at=at),
            governance.problems_part(period, at=at),
            governance.clauses_part(period, at=at),
            next_steps_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "year",
        Told("Year-end report", "年度工作报告"),
        Span.YEAR,
        duties=("d-year",),
        document="report",
        direction="up",
    ),
    gather,
)
