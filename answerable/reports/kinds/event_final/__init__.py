"""The final report (终报): the whole course, what it came to, what is changed because of it."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.case import case_of, facts_part, matter_part
from answerable.reports.kinds.parts.case_course import (
    closing_words_part,
    course_part,
    done_part,
    effect_part,
    reports_part,
)
from answerable.reports.kinds.parts.frame import closing_part
from answerable.reports.kinds.wording import titled
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case as it stands."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        titled(period, f"Final report on “{title}”", f"“{title}”处置结果的报告"),
        (
            matter_part(found),
            facts_part(found),
            done_part(found),
            course_part(found),
            effect_part(found),
            closing_words_part(found),
            reports_part(found),
            next_steps_part(period, at=at),
            closing_part(),
        ),
    )


KIND = Kind(
    About("event_final", Told("Final report of an event", "终报"), Span.DAY, "case", document="report"),
    gather,
)
