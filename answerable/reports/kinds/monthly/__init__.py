"""The month's situation and trend (月度形势分析)."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance, listening, response
from answerable.reports.kinds.parts.asks import asked
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.parts.movement import movement_part
from answerable.reports.kinds.parts.trend import trend_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what was heard and done in the month, by subject, publication and unit; the judgement is a person's."""
    when = named(period.begin, period.end)
    judgement = asked(
        "judgement",
        Told("What is to be made of it", "形势研判和工作建议"),
        "which concerns will go on, where the risk lies, and what should be done.",
        "后续走势、主要风险点和工作建议。",
    )
    return Gathered(
        Told(f"Situation and trend of the month, {when.en}", f"{when.zh}舆情形势分析"),
        (
            listening.stories_part(period, at=at),
            listening.publications_part(period, at=at),
            listening.signals_part(period, at=at),
            movement_part(period, at=at),
            trend_part(period, at=at),
            response.cases_part(period, at=at),
            response.units_part(period, at=at),
            response.answers_part(period, at=at),
            letters_part(period, at=at),
            governance.duties_part(period, at=at),
            judgement,
        ),
    )


KIND = Kind(
    About(
        "monthly",
        Told("Situation and trend of the month", "月度舆情形势分析"),
        Span.MONTH,
        duties=("d-analysis",),
    ),
    gather,
)
