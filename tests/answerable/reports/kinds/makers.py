"""Periods that papers are gathered for."""

from datetime import UTC, date, datetime

from answerable.governance.duties.queries.matrix import moments
from answerable.reports.rules.periods import Period, Span, span_of

#: A Monday noon in Shanghai; everything in these tests has happened by then.
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def make_period(span=Span.QUARTER, day=TODAY, **changes):
    """The day, week, month, quarter or year that holds a day."""
    begin, end = span_of(span, day)
    since, until = moments(begin, end)
    return Period(**{"begin": begin, "end": end, "since": since, "until": until, **changes})
