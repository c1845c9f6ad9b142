"""How counts move: hours of the past weeks, growth, and what is expected with the coverage of its interval."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.listening.stories.queries.counts import first_hour
from answerable.listening.stories.queries.trend import items_by_hour
from answerable.reports.kinds.kind import Count, Part
from answerable.reports.rules.forecast import PROFILE_H, Expected, Refused, forecast, growth
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told

HOUR = timedelta(hours=1)
AHEAD = (24, 48, 72)


@dataclass(frozen=True, slots=True)
class Trend:
    """A series of hourly counts up to the hour just over, its growth, and what is expected of 24, 48 and 72 hours."""

    since: datetime
    counts: tuple[int, ...]
    day_growth: float | None
    week_growth: float | None
    expected: tuple[tuple[int, Expected | Refused], ...]


def trend_of(by_hour: Mapping[datetime, int], first: datetime | None, *, at: datetime) -> Trend:
    """Lay hourly counts out from when the body's history begins and say what is to be expected."""
    end = at.replace(minute=0, second=0, microsecond=0)
    begin = max(end - PROFILE_H * HOUR, first or end)
    hours = max(int((end - begin) / HOUR), 0)
    counts = tuple(by_hour.get(begin + place * HOUR, 0) for place in range(hours))
    return Trend(
        begin,
        counts,
        growth(counts, 24),
        growth(counts, 168),
        tuple((ahead, forecast(counts, ahead)) for ahead in AHEAD),
    )


def reading_trend(*, at: datetime, publication: int | None = None) -> Trend:
    """Give the trend of everything that is read, or of one publication."""
    first = first_hour()
    begin = at - PROFILE_H * HOUR - HOUR
    return trend_of(items_by_hour(since=begin, until=at, publication=publication), first, at=at)


def trend_part(period: Period, *, at: datetime) -> Part:
    """Say how much was read, how it grew, and what is expected next."""
    now = min(at, period.until)
    found = reading_trend(at=now)
    said, gaps = [], []
    for ahead, one in found.expected:
        if isinstance(one, Refused):
            gaps.append(refusal(ahead, one))
            break
        said.append(
            Count(
                Told(
                    f"Expected in {ahead} h (interval {one.low:.0f} to {one.high:.0f}; such intervals held"
                    f" {one.coverage.held} of {one.coverage.tries})",
                    f"预计{ahead}小时内（区间{one.low:.0f}至{one.high:.0f}；回测{one.coverage.tries}次中"
                    f"{one.coverage.held}次落入）",
                ),
                round(one.middle),
                len(found.counts),
                "/papers/trend/",
            )
        )
    return Part(
        "trend",
        Told("Trend", "趋势"),
        counts=(
            Count(
                Told("Items in the last 24 h", "近24小时篇数"),
                sum(found.counts[-24:]),
                None,
                "/papers/trend/",
            ),
            Count(
                Told("Last week against the week before", "近7日与前7日之比"),
                round(found.week_growth, 2) if found.week_growth is not None else None,
                sum(found.counts[-336:]),
                "/papers/trend/",
            ),
            *said,
        ),
        missing=tuple(gaps),
    )


def refusal(ahead: int, one: Refused) -> Told:
    """Say why nothing is forecast."""
    if one.why == "short":
        return Told(
            f"No forecast: {one.have} hours of history, {one.need} are needed.",
            f"不作预测：仅有{one.have}小时历史数据，需要{one.need}小时。",
        )
    return Told(
        f"No forecast: {one.have} counted in three weeks, {one.need} are needed.",
        f"不作预测：三周内仅{one.have}篇，需要{one.need}篇。",
    )
