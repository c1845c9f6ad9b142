"""The first report of an event (初报): what is known within the hour, what is not, and what is being done."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.case import case_of, facts_part, matter_part
from answerable.reports.kinds.parts.case_course import done_part, reports_part
from answerable.reports.kinds.parts.frame import closing_part
from answerable.reports.kinds.wording import titled
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case as it stands."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        titled(period, f"First report on “{title}”", f"“{title}”有关情况的初步报告"),
        (
            matter_part(found),
            facts_part(found),
            done_part(found),
            reports_part(found),
            next_steps_part(period, at=at),
            closing_part(),
        ),
    )


KIND = Kind(
    About("event_first", Told("First report of an event", "初报"), Span.DAY, "case", document="report"),
    gather,
)
