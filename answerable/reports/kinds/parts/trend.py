"""How counts move: hours of the past weeks, growth, and what is expected with the coverage of its interval."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.kernel.together import Asked, told
from answerable.listening.stories.queries.counts import first_hour_rows
from answerable.listening.stories.queries.trend import items_by_hour_rows
from answerable.reports.kinds.kind import Count, Drawn, Part, Rows, Said
from answerable.reports.kinds.wording import day_of
from answerable.reports.rules.forecast import NOMINAL, PROFILE_H, Expected, Refused, forecast, growth
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told

HOUR = timedelta(hours=1)
AHEAD = (24, 48, 72)
#: Days drawn: four weeks show the rhythm of the week without hiding yesterday.
DRAWN_DAYS = 28
LINK = "/papers/trend/"


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
    """Give the trend of everything that is read, or of one publication; one query."""
    return told(reading_asked(at=at, publication=publication))


def reading_asked(*, at: datetime, publication: int | None = None) -> Asked[Trend]:
    """Say what is to be read for the trend."""
    first, begin = first_hour_rows(), at - PROFILE_H * HOUR - HOUR
    counted = items_by_hour_rows(since=begin, until=at, publication=publication)
    return Asked((first, counted), lambda: trend_of(dict(counted), first[0] if first else None, at=at))


def trend_part(period: Period, *, at: datetime) -> Part:
    """Say how much was read, how it grew, and what is expected next."""
    return told(trend_asked(period, at=at))


def trend_asked(period: Period, *, at: datetime) -> Asked[Part]:
    """Say what is to be read for the passage on the trend."""
    read = reading_asked(at=min(at, period.until))
    return Asked(read.reads, lambda: _trend_part(read.tell()))


def _trend_part(found: Trend) -> Part:
    expected = tuple((ahead, one) for ahead, one in found.expected if isinstance(one, Expected))
    refused = next(((ahead, one) for ahead, one in found.expected if isinstance(one, Refused)), None)
    days = daily(found)
    return Part(
        "trend",
        Told("Trend", "走势研判"),
        tuple(_sentence(ahead, one) for ahead, one in expected[:1]),
        _growth(found),
        (_expected(expected),) if expected else (),
        (refusal(*refused),) if refused else (),
        (_chart(days),) if len(days) > 1 else (),
    )


def _growth(found: Trend) -> tuple[Count, ...]:
    if not found.counts:
        return (Count(Told("Items in the last 24 h", "近24小时信息（篇）"), None, 0, LINK),)
    last, week = sum(found.counts[-24:]), sum(found.counts[-168:])
    return (
        Count(Told("Items in the last 24 h", "近24小时信息（篇）"), last, last, LINK),
        Count(
            Told("Last 24 h against the 24 h before, times", "近24小时与前24小时之比"),
            _rounded(found.day_growth),
            sum(found.counts[-48:]),
            LINK,
        ),
        Count(Told("Items in the last 7 days", "近7日信息（篇）"), week, week, LINK),
        Count(
            Told("Last 7 days against the 7 days before, times", "近7日与前7日之比"),
            _rounded(found.week_growth),
            sum(found.counts[-336:]),
            LINK,
        ),
    )


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)


def _sentence(ahead: int, one: Expected) -> Said:
    share, nominal = round(100 * one.coverage.share), round(100 * one.nominal)
    held, tries = one.coverage.held, one.coverage.tries
    return Said(
        Told(
            f"{one.middle:.0f} items are expected in the next {ahead} hours, between {one.low:.0f} and {one.high:.0f}."
            f" Tried on the body's own past, such intervals held what came in {held} of {tries} cases ({share} %,"
            f" {nominal} % are aimed at).",
            f"预计未来{ahead}小时采集信息{one.middle:.0f}篇，区间为{one.low:.0f}至{one.high:.0f}篇。"
            f"以本单位历史数据回测，此类区间{tries}次中{held}次与实际相符（{share}%，目标{nominal}%）。",
        )
    )


def _expected(rows: tuple[tuple[int, Expected], ...]) -> Rows:
    nominal = round(100 * NOMINAL)
    return Rows(
        (
            Told("Next hours", "未来（小时）"),
            Told("Expected", "预计（篇）"),
            Told("From", "下限"),
            Told("To", "上限"),
            Told("Held", "回测相符"),
            Told("Tried", "回测次数"),
            Told("Coverage, %", "覆盖率（%）"),
        ),
        tuple(
            (
                ahead,
                round(one.middle),
                round(one.low),
                round(one.high),
                one.coverage.held,
                one.coverage.tries,
                round(100 * one.coverage.share, 1),
            )
            for ahead, one in rows
        ),
        Told(f"What is expected, intervals that aim at {nominal} %", f"走势预计（目标覆盖率{nominal}%）"),
        Told(
            "Conformal intervals, tested only on days that they were not made from. A sudden event is not foreseen.",
            "区间由历史预测误差得出，回测只用未参与计算的日期；突发事件不在预计之内。",
        ),
    )


def daily(found: Trend) -> tuple[tuple[str, int], ...]:
    """Give the whole days of a trend in the body's zone as (day, items), at most four weeks, the oldest first."""
    sums: dict[str, list[int]] = {}
    for place, count in enumerate(found.counts):
        day = day_of(found.since + place * HOUR)
        total = sums.setdefault(f"{day:%m-%d}", [0, 0])
        total[0] += count
        total[1] += 1
    return tuple((day, items) for day, (items, hours) in sums.items() if hours == 24)[-DRAWN_DAYS:]


def _chart(days: tuple[tuple[str, int], ...]) -> Drawn:
    return Drawn(
        Told("Items a day", "每日采集信息量"),
        Told("Day", "日期"),
        tuple(day for day, _items in days),
        ((Told("Items", "信息"), tuple(float(items) for _day, items in days)),),
        Told("items", "篇"),
    )


def refusal(ahead: int, one: Refused) -> Told:
    """Say why nothing is forecast."""
    if one.why == "short":
        return Told(
            f"No forecast of {ahead} hours: {one.have} hours of history, {one.need} are needed.",
            f"不作{ahead}小时预计：仅有{one.have}小时历史数据，至少需要{one.need}小时。",
        )
    return Told(
        f"No forecast of {ahead} hours: {one.have} items in three weeks, {one.need} are needed.",
        f"不作{ahead}小时预计：三周内仅采集{one.have}篇，至少需要{one.need}篇。",
    )
