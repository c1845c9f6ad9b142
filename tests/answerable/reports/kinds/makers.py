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


#: The quarter in which the makers of other rooms let things happen, and an evening two days after its noon.
MARCH = date(2026, 3, 2)
LATER = datetime(2026, 3, 4, 12, tzinfo=UTC)


def part_of(gathered, key):
    """One part of what was gathered."""
    return next(part for part in gathered.parts if part.key == key)


def figures_of(part):
    """The figures of a part by their English name: (value, n)."""
    return {one.name.en: (one.value, one.n) for one in part.counts}


def words_of(part):
    """What a part says in English, in one text."""
    return "\n".join(said.words.en for said in part.said)


def gaps_of(part):
    """What a part says is missing, in English."""
    return [gap.en for gap in part.missing]


def cells_of(part, table=0):
    """The rows of a part's table, with words in English."""
    return [tuple(getattr(cell, "en", cell) for cell in row) for row in part.rows[table].rows]
