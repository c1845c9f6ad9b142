"""The trend page: how much is read, what is expected next, and how cases and answers stand over the last weeks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together
from answerable.listening.stories.queries.trend import ReadPublication, publications_read
from answerable.office.people.queries import day_of
from answerable.reports.kinds.kind import Part
from answerable.reports.kinds.parts import listening, response
from answerable.reports.kinds.parts.trend import Trend, reading_asked
from answerable.reports.rules.periods import Period

#: How far back cases and answers are looked at: four weeks.
BACK_DAYS = 28
HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class TrendPage:
    """Everything of the page: items of each day, the trend of hours, and what was done meanwhile."""

    trend: Trend
    days: tuple[tuple[str, int], ...]
    parts: tuple[Part, ...]
    period: Period
    publications: tuple[ReadPublication, ...]
    publication: ReadPublication | None


def trend_page(actor: Actor, publication: int | None, *, at: datetime) -> TrendPage:
    """Show how counts move, of all that is read or of one publication."""
    actor.need("papers.read")
    today = day_of(at)
    begin = today - timedelta(days=BACK_DAYS - 1)
    period = Period(begin, today, at - timedelta(days=BACK_DAYS), at)
    trend = reading_asked(at=at, publication=publication or None)
    parts = (
        listening.stories_asked(period, at=at),
        response.cases_asked(period, at=at),
        response.answers_asked(period, at=at),
    )
    read_together(trend, *parts)
    found = trend.tell()
    read = publications_read(since=at - timedelta(days=7), until=at)
    chosen = next((one for one in read if one.id == publication), None)
    shown = () if chosen else tuple(part.tell() for part in parts)
    return TrendPage(found, _days(found, at=at), shown, period, read, chosen)


def _days(found: Trend, *, at: datetime) -> tuple[tuple[str, int], ...]:
    """Add the hours up to days of 24 hours that end now, the oldest first; the cut first one is left out."""
    whole = len(found.counts) // HOURS_OF_A_DAY
    cut = len(found.counts) - whole * HOURS_OF_A_DAY
    sums = [
        sum(found.counts[cut + day * HOURS_OF_A_DAY : cut + (day + 1) * HOURS_OF_A_DAY])
        for day in range(whole)
    ]
    return tuple(
        (day_of(at - timedelta(days=whole - 1 - place)).isoformat(), total)
        for place, total in enumerate(sums)
    )
