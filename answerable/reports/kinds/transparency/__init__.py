"""What the answers site published, corrected and was told of."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import response
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the rooms know of the period."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Transparency report of the answers site, {when.en}", f"{when.zh}回应公开情况报告"),
        (
            response.answers_part(period, at=at),
            response.cases_part(period, at=at),
            response.letters_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "transparency",
        Told("Transparency report of the answers site", "回应公开情况报告"),
        Span.YEAR,
        duties=(),
        document="",
        direction="public",
    ),
    gather,
)
