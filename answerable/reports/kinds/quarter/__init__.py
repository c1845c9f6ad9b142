"""The quarter-end filing: what was done, which problems there are, how they are handled."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import governance, response
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.frame import closing_part, opening_part
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.kinds.wording import titled
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told

DUTIES = ("d-quarter",)
MATTER = Told("communications and responses", "新闻宣传与舆情工作情况")


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what the unit did in the quarter and what was found wrong; that nothing was is said too."""
    when = named(period.begin, period.end)
    return Gathered(
        titled(period, f"Filing on communications of {when.en}", f"{when.zh}新闻宣传与舆情工作情况的报告"),
        (
            opening_part(period, MATTER, duties=DUTIES, at=at),
            governance.duties_part(period, at=at),
            response.cases_part(period, at=at),
            letters_part(period, at=at),
            problems_part(period, at=at),
            next_steps_part(period, at=at),
            closing_part(),
        ),
    )


KIND = Kind(
    About(
        "quarter", Told("Quarterly filing", "季度情况报送"), Span.QUARTER, duties=DUTIES, document="report"
    ),
    gather,
)
