"""The circular (通报) that tells the units who held the topic study, what it found and what is asked of them."""

from datetime import datetime

from answerable.governance.plan import queries as plan
from answerable.reports.kinds.kind import About, Gathered, Kind, Part, Said
from answerable.reports.kinds.parts import governance, response
from answerable.reports.kinds.parts.asks import requirements_part
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.kinds.wording import half_year, titled
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read who studied in time, what the half-year brought, and which problems stand."""
    when = named(period.begin, period.end)
    half = half_year(period)
    opening = Told(
        f"This circular tells of the topic studies of {when.en}.",
        f"现将{when.zh}新闻宣传与舆情工作专题研究情况通报如下。",
    )
    return Gathered(
        titled(
            period,
            f"Circular on the topic study of {when.en}",
            f"{when.zh}新闻宣传与舆情工作专题研究情况的通报",
        ),
        (
            Part("opening", Told("Opening words", "导语"), (Said(opening),)),
            studies_part(period, at=at),
            response.cases_part(half, at=at),
            problems_part(half, at=at),
            requirements_part(period, at=at),
        ),
        named(half.begin, half.end),
    )


def studies_part(period: Period, *, at: datetime) -> Part:
    """Say which units held and filed the study that the plan asks for."""
    heading = Told("How the studies were held", "专题研究开展情况")
    standing = plan.in_force(at=at)
    studies = (
        tuple(key for key, duty in standing.document.duties.items() if duty.doc.get("paper") == "study")
        if standing
        else ()
    )
    if not studies:
        gap = Told("No plan in force asks for a topic study.", "目前没有生效的方案要求开展专题研究。")
        return Part("studies", heading, missing=(gap,))
    return governance.runs_part(
        heading,
        governance.runs_of(period, duties=studies, at=at),
        governance.matrix_link(period),
        Told("No topic study was due in this period.", "本期没有应开展的专题研究。"),
        key="studies",
        at=at,
    )


KIND = Kind(
    About(
        "circular",
        Told("Circular on the topic study", "专题研究情况通报"),
        Span.MONTH,
        duties=("d-circular",),
        document="circular",
        direction="down",
    ),
    gather,
)
