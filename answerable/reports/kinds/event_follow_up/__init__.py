"""A follow-up report (续报): what has been found and done since the last one went out, and what has not."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Gathered, Kind, Part, Said
from answerable.reports.kinds.parts.asks import next_steps_part
from answerable.reports.kinds.parts.case import case_of, facts_part, last_report, matter_part
from answerable.reports.kinds.parts.case_course import course_part, done_part, reports_part
from answerable.reports.kinds.parts.frame import OPENING, closing_part
from answerable.reports.kinds.wording import day_of, day_words, hour_of, titled
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the case since its last report; all of it where none has gone out."""
    found = case_of(period, at=at)
    title, since = found.case.title, last_report(found)
    return Gathered(
        titled(period, f"Follow-up report on “{title}”", f"“{title}”处置进展情况的报告"),
        (
            Part("opening", OPENING, (Said(_since(since)),)),
            matter_part(found),
            facts_part(found, since=since),
            done_part(found, since=since),
            course_part(found, since=since),
            reports_part(found),
            next_steps_part(period, at=at),
            closing_part(),
        ),
    )


def _since(since: datetime | None) -> Told:
    if since is None:
        return Told(
            "No earlier report has gone out; this one tells everything.",
            "此前未报送过有关情况，现将全部情况报告如下。",
        )
    day, hour = day_of(since), hour_of(since)
    return Told(
        f"This goes on from the report sent on {day.isoformat()} at {hour}; it tells what is new since.",
        f"现就{day_words(day)}{hour}报送的有关情况，将其后进展续报如下。",
    )


KIND = Kind(
    About(
        "event_follow_up", Told("Follow-up report of an event", "续报"), Span.DAY, "case", document="report"
    ),
    gather,
)
