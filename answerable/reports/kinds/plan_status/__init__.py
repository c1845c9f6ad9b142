"""How each sentence of the plan stands."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the plan in force sentence by sentence, then the runs and problems of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Plan status by clause, {when.en}", f"{when.zh}实施方案逐条落实情况"),
        (
            governance.clauses_part(period, at=at),
            governance.duties_part(period, at=at),
            problems_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "plan_status",
        Told("Plan status by clause", "方案逐条落实情况"),
        Span.QUARTER,
        duties=("d-review",),
    ),
    gather,
)
