"""The quarter-end filing: what was done, which problems there are, how they are handled."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance, response
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the rooms know of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Quarterly filing, {when.en}", f"{when.zh}季度情况报送"),
        (
            governance.duties_part(period, at=at),
            response.cases_part(period, at=at),
            response.letters_part(period, at=at),
            governance.problems_part(period, at=at),
            next_steps_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "quarter",
        Told("Quarterly filing", "季度情况报送"),
        Span.QUARTER,
        duties=("d-quarter",),
        document="report",
        direction="up",
    ),
    gather,
)
