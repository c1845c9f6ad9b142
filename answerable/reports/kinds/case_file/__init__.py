"""The file of a case: everything that is kept of it, for the archive."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.case import (
    case_of,
    course_part,
    done_part,
    facts_part,
    matter_part,
    reports_part,
)
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case as it stands."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        Told(f"Case file: {title}", f"关于“{title}”的事项卷宗"),
        (
            matter_part(found),
            facts_part(found),
            done_part(found),
            reports_part(found),
            course_part(found),
            next_steps_part(period, at=at),
        ),
    )


KIND = Kind(About("case_file", Told("Case file", "事项卷宗"), Span.DAY, "case", document=""), gather)
