"""The first report of an event: what is known within the hour, and what is not."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.case import case_of, facts_part, matter_part, reports_part
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case as it stands."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        Told(f"First report of an event: {title}", f"关于“{title}”的初报"),
        (matter_part(found), facts_part(found), reports_part(found), next_steps_part(period, at=at)),
    )


KIND = Kind(
    About("event_first", Told("First report of an event", "初报"), Span.DAY, "case", document="report"),
    gather,
)
