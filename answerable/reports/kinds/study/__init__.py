"""The May and November topic study: what the half-year brought, and what was concluded."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts import listening, response
from answerable.reports.kinds.parts.asks import attendance_part, conclusions_part
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.kinds.wording import half_year, titled
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the half-year that ends with the month of the study: what is studied is not that month alone."""
    when = named(period.begin, period.end)
    half = half_year(period)
    return Gathered(
        titled(
            period,
            f"Minutes of the topic study on communications, {when.en}",
            f"专题研究{when.zh}新闻宣传与舆情工作的会议纪要",
        ),
        (
            attendance_part(period, at=at),
            listening.stories_part(half, at=at),
            response.cases_part(half, at=at),
            letters_part(half, at=at),
            problems_part(half, at=at),
            conclusions_part(period, at=at),
        ),
        named(half.begin, half.end),
    )


KIND = Kind(
    About(
        "study",
        Told("Topic study", "专题研究"),
        Span.MONTH,
        duties=("d-topic", "d-topic-branch"),
        document="minutes",
    ),
    gather,
)
