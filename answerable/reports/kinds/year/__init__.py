"""The year-end report to each superior body."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance, listening, response
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.channels import channels_part
from answerable.reports.kinds.parts.frame import closing_part, opening_part
from answerable.reports.kinds.parts.inspections import rounds_part
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.kinds.parts.training import training_part
from answerable.reports.kinds.wording import titled
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told

DUTIES = ("d-year",)
MATTER = Told("communications and responses", "新闻宣传与舆情工作情况")


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the whole year, room by room."""
    when = named(period.begin, period.end)
    return Gathered(
        titled(period, f"Report on communications in {when.en}", f"{when.zh}新闻宣传与舆情工作情况的报告"),
        (
            opening_part(period, MATTER, duties=DUTIES, at=at),
            governance.duties_part(period, at=at),
            listening.stories_part(period, at=at),
            listening.signals_part(period, at=at),
            response.cases_part(period, at=at),
            response.answers_part(period, at=at),
            letters_part(period, at=at),
            channels_part(period, at=at),
            rounds_part(period, at=at),
            training_part(period, at=at),
            problems_part(period, at=at),
            next_steps_part(period, at=at),
            closing_part(),
        ),
    )


KIND = Kind(
    About("year", Told("Year-end report", "年度工作报告"), Span.YEAR, duties=DUTIES, document="report"),
    gather,
)
