"""A follow-up report: what has been found and done since the last."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.case import case_of, done_part, facts_part, matter_part, reports_part
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case as it stands."""
    found = case_of(period, at=at)
    title = found.case.title
    return Gathered(
        Told(f"Follow-up report of an event: {title}", f"关于“{title}”的续报"),
        (
            matter_part(found),
            facts_part(found),
            done_part(found),
            reports_part(found),
            next_steps_part(period, at=at),
        ),
    )


KIND = Kind(
    About(
        "event_follow_up", Told("Follow-up report of an event", "续报"), Span.DAY, "case", document="report"
    ),
    gather,
)
