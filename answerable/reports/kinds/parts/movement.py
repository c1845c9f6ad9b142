"""How the figures of a period stand against as long a time just before it."""

from datetime import datetime
from typing import Any

from answerable.kernel.actor import MACHINE
from answerable.listening.signals.queries.door import signals_of
from answerable.listening.stories.queries.trend import items_by_hour
from answerable.reports.kinds.kind import Part, Rows, Said
from answerable.reports.kinds.wording import day_of, day_words
from answerable.reports.layouts.document import Value
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.answers.queries.door import answers_of
from answerable.response.cases.queries.door import cases_of
from answerable.response.letters.queries.door import letters_of

#: Fewer before give no ratio: two after one is no doubling.
LEAST_BEFORE = 10


def movement_part(period: Period, *, at: datetime) -> Part:
    """Set what was read, signalled, opened, answered and received beside as long a time before."""
    until = min(period.until, at)
    before = period.since - (until - period.since)
    rows = [
        (Told("Items read", "采集信息（篇）"), _read(period.since, until, before)),
        (
            Told("Signals", "发出预警（条）"),
            _counted(signals_of(MACHINE), "raised_at", period.since, until, before),
        ),
        (Told("Cases", "关切事项（件）"), _cases(period, until, before)),
        (Told("Answers", "公开回应（篇）"), _answers(period, until, before)),
        (Told("Letters", "群众来信（件）"), _letters(period, until, before)),
    ]
    first = day_of(before)
    heads = (
        Told("What", "指标"),
        Told("This time", "本期"),
        Told("Before", "上期"),
        Told("More or fewer", "增减"),
        Told("Times as many", "与上期之比"),
    )
    note = Told(
        f"Before: as long a time, from {first.isoformat()} on. No ratio is given where it had under {LEAST_BEFORE}.",
        f"“上期”为紧邻的等长时段（{day_words(first)}起）；上期不足{LEAST_BEFORE}的不计比值。",
    )
    body = tuple((name, now, then, now - then, _ratio(now, then)) for name, (now, then) in rows)
    items, earlier = rows[0][1]
    said = Said(
        Told(
            f"{items} items were read, {earlier} in as long a time before.",
            f"本期采集信息{items}篇，上一等长时段{earlier}篇。",
        )
    )
    return Part(
        "movement",
        Told("Against the time before", "与上期比较"),
        (said,),
        (),
        (Rows(heads, body, note=note),),
    )


def _ratio(now: int, then: int) -> Value:
    return round(now / then, 2) if then >= LEAST_BEFORE else None


def _read(since: datetime, until: datetime, before: datetime) -> tuple[int, int]:
    hours = items_by_hour(since=before, until=until)
    now = sum(count for hour, count in hours.items() if hour >= since)
    return now, sum(hours.values()) - now


def _counted(rows: Any, moment: str, since: datetime, until: datetime, before: datetime) -> tuple[int, int]:
    """Count rows by a moment of theirs in the span and in the one before, in one query."""
    span = {f"{moment}__gte": before, f"{moment}__lte": until}
    moments = list(rows.filter(**span).order_by().values_list(moment, flat=True))
    now = sum(one >= since for one in moments)
    return now, len(moments) - now


def _cases(period: Period, until: datetime, before: datetime) -> tuple[int, int]:
    rows = cases_of(MACHINE).filter(merged_into=None)
    return _counted(_of_unit(rows, period), "seen_at", period.since, until, before)


def _answers(period: Period, until: datetime, before: datetime) -> tuple[int, int]:
    return _counted(_of_unit(answers_of(MACHINE), period), "published_at", period.since, until, before)


def _letters(period: Period, until: datetime, before: datetime) -> tuple[int, int]:
    return _counted(_of_unit(letters_of(MACHINE), period), "received_at", period.since, until, before)


def _of_unit(rows: Any, period: Period) -> Any:
    return rows if period.unit is None else rows.filter(unit=period.unit)
