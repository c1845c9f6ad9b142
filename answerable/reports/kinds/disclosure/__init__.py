"""The annual report that art. 49 and 50 of the regulation on disclosure (国务院令第711号) ask for, in its six parts."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.disclosure import disclosure_parts
from answerable.reports.kinds.wording import sender
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what this house counts; the fixed tables wait for what other registers hold."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(
            f"Annual report on information disclosure, {when.en}",
            f"{sender(period)}{when.zh}政府信息公开工作年度报告",
        ),
        disclosure_parts(period, at=at),
    )


KIND = Kind(
    About(
        "disclosure",
        Told("Annual report on information disclosure", "政府信息公开工作年度报告"),
        Span.YEAR,
        duties=("d-foi-annual",),
        direction="public",
    ),
    gather,
)
