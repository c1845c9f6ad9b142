"""How loud the stories of a case were before and after its answer."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.listening.sources import queries as sources
from answerable.listening.stories import queries as stories
from answerable.listening.stories.rules.spans import Bar, bars
from answerable.response.cases.rules.before_after import RateRatio, rate_ratio

HOUR = timedelta(hours=1)
#: As much on either side of the answer is compared: three days hold a weekend or leave it out on both sides alike.
WIDEST = 72 * HOUR
#: How much before the case is drawn.
LEAD_IN = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Loudness:
    """Publications per hour that carried the stories, drawn as bars, and the comparison around the answer.

    `compared` is None before an answer, in its first hour, and when nothing was heard on either side. `hours` is the
    length of each side.
    """

    bars: tuple[Bar, ...]
    hours_a_bar: int
    compared: RateRatio | None
    hours: int
    answered_at: datetime | None


def loudness(
    ids: Collection[int], *, seen_at: datetime, answered_at: datetime | None, at: datetime
) -> Loudness:
    """Say what the stories did; the hours in which sources were away weigh as little as was heard. Four queries."""
    until = at.replace(minute=0, second=0, microsecond=0)
    middle = answered_at or until
    since = (min(seen_at, middle - WIDEST) - LEAD_IN).replace(minute=0, second=0, microsecond=0)
    found = stories.story_hours(ids, since=since, until=until) if ids else {}
    heard: Counter[datetime] = Counter()
    for hours in found.values():
        for hour, count in hours.items():
            heard[hour] += count.all
    if heard:
        heard[max(until - HOUR, *heard)] += 0  # silence up to now is drawn too
    drawn, hours_a_bar = bars(dict(heard)) if heard else ((), 1)
    if answered_at is None or not heard:
        return Loudness(drawn, hours_a_bar, None, 0, answered_at)
    compared, length = _compare(heard, answered_at, until)
    return Loudness(drawn, hours_a_bar, compared, length, answered_at)


def _compare(
    heard: Counter[datetime], answered_at: datetime, until: datetime
) -> tuple[RateRatio | None, int]:
    """Compare as many full hours after the answer as there are, at most WIDEST, with as many before it."""
    before_end = answered_at.replace(minute=0, second=0, microsecond=0)
    after_start = before_end + HOUR
    width = min(until - after_start, WIDEST)
    if width < HOUR:
        return None, 0
    share = {hour.hour: hour.share for hour in sources.exposure(before_end - width, after_start + width)}
    sides = []
    for start in (before_end - width, after_start):
        hours = [start + HOUR * number for number in range(int(width / HOUR))]
        sides.append((sum(heard[hour] for hour in hours), sum(share.get(hour, 1.0) for hour in hours)))
    return rate_ratio(*sides[0], *sides[1]), int(width / HOUR)
