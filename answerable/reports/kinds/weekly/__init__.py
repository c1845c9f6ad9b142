"""The week's situation and trend."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import listening, response
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.parts.movement import movement_part
from answerable.reports.kinds.parts.trend import trend_part
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what was heard and done in the week, and what is to be expected."""
    when = named(period.begin, period.end)
    return Gathered(
        Told(f"Situation and trend of the week, {when.en}", f"舆情周报（{when.zh}）"),
        (
            listening.stories_part(period, at=at),
            listening.publications_part(period, at=at),
            listening.signals_part(period, at=at),
            movement_part(period, at=at),
            trend_part(period, at=at),
            response.cases_part(period, at=at),
            response.answers_part(period, at=at),
            letters_part(period, at=at),
        ),
    )


KIND = Kind(
    About("weekly", Told("Situation and trend of the week", "舆情周报"), Span.WEEK),
    gather,
)
