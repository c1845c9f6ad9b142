"""The circular that tells the units what the topic study concluded."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance, response
from answerable.reports.kinds.parts.asks import conclusions_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the rooms know of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Circular on the topic study, {when.en}", f"{when.zh}专题研究情况通报"),
        (
            response.cases_part(period, at=at),
            governance.problems_part(period, at=at),
            conclusions_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "circular",
        Told("Circular on the topic study", "专题研究情况通报"),
        Span.MONTH,
        duties=(),
        document="circular",
        direction="down",
    ),
    gather,
)
