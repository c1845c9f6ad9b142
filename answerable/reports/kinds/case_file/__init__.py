"""The file of a case: everything that is kept of it, for the archive."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.case import assessed_part, case_of, facts_part, matter_part
from answerable.reports.kinds.parts.case_course import (
    closing_words_part,
    course_part,
    done_part,
    effect_part,
    kept_part,
    reports_part,
)
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case as it stands."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        Told(f"Case file {found.case.id}: {title}", f"关切事项卷宗（第{found.case.id}号）：{title}"),
        (
            matter_part(found),
            assessed_part(found),
            facts_part(found),
            done_part(found),
            reports_part(found),
            course_part(found),
            effect_part(found),
            kept_part(found),
            closing_words_part(found),
        ),
    )


KIND = Kind(About("case_file", Told("Case file", "关切事项卷宗"), Span.DAY, "case"), gather)
