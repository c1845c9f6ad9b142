"""What would excuse a missed duty, each thing with the lines by which it is seen."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from answerable.governance.accountability.rules.excuses import Span, merged, standstill_decides
from answerable.governance.duties.queries.missed import LookedUp, MissedDuty, looked_up
from answerable.governance.duties.rules.excuses import LONGEST_LOOK, Excuse, Key
from answerable.office.notices.queries import deliveries_of
from answerable.office.operations import queries as operations
from answerable.office.people import queries as people
from answerable.office.review.queries.history import history_of

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked up, with its evidence. `fixed`: the system's own fault, which nobody may reject."""

    key: Key
    found: bool
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[Line, ...] = ()
    fixed: bool = False


def excuses_of(missed: MissedDuty, *, at: datetime) -> tuple[Found, ...]:
    """Look up everything that speaks for whoever owed a duty, before anybody is asked anything."""
    seen = looked_up(missed.occurrence, at=at)
    plain = {one.key: one for one in seen.excuses}
    return (
        _by_lines(plain[Key.POST_EMPTY], _holdings(seen)),
        _by_lines(plain[Key.NO_BACKUP], _absences(seen)),
        _by_lines(plain[Key.UNDELIVERED], _reminders(missed)),
        _by_lines(plain[Key.CALENDAR], _calendar(plain[Key.CALENDAR])),
        _standstill(missed, plain[Key.OUTAGE]),
        _superior(missed, seen, plain[Key.HELD], at=at),
    )


def _by_lines(excuse: Excuse, lines: tuple[Line, ...]) -> Found:
    return Found(excuse.key, excuse.found, dict(excuse.facts), lines)


def _line(what: str, who: str = "", begins: object = None, ends: object = None) -> Line:
    return {"what": what, "who": who, "from": _text(begins), "to": _text(ends)}


def _text(moment: object) -> str:
    return moment.isoformat() if isinstance(moment, date | datetime) else ""


def _holdings(seen: LookedUp) -> tuple[Line, ...]:
    return tuple(_line("held", one.name, one.span.begins_on, one.span.ends_on) for one in seen.held)


def _absences(seen: LookedUp) -> tuple[Line, ...]:
    return tuple(_line("away", name, begins, ends) for name, begins, ends in seen.away)


def _reminders(missed: MissedDuty) -> tuple[Line, ...]:
    told_of = deliveries_of([f"rung:{rung}" for rung in missed.rungs])
    rows = [(rung, one) for rung in missed.rungs for one in told_of[f"rung:{rung}"]]
    names = people.people_names(one.person for _rung, one in rows)
    return tuple(
        _line(f"notice_{one.state.value}", names.get(one.person, ""), one.told_at, one.acknowledged_at)
        for _rung, one in rows
    )


def _calendar(excuse: Excuse) -> tuple[Line, ...]:
    if not excuse.found:
        return ()
    return ({"what": "recounted", "who": "", "from": excuse.facts["from"], "to": excuse.facts["to"]},)


def _standstill(missed: MissedDuty, excuse: Excuse) -> Found:
    """Bring together what the rounds noticed and what operations recorded; the time is given back whole."""
    known = operations.standstills(missed.opens_at, max(missed.missed_at, missed.found_at))
    # In the body's zone: the days given back are its days, and a night's standstill touches two of them.
    spans: tuple[Span, ...] = merged(
        (timezone.localtime(one.began_at), timezone.localtime(one.ended_at)) for one in known
    )
    lines = tuple(_line("standstill", one.part, one.began_at, one.ended_at) for one in known)
    lost = sum((end - begin for begin, end in spans), timedelta(0)).total_seconds() / 3600
    hours = max(round(lost, 1), float(str(excuse.facts.get("hours", 0))))
    found = excuse.found or bool(spans)
    fixed = standstill_decides(missed.missed_at, spans, missed.filed_at, missed.found_at)
    return Found(Key.OUTAGE, found, {"hours": hours}, lines, fixed)


def _superior(missed: MissedDuty, seen: LookedUp, excuse: Excuse, *, at: datetime) -> Found:
    """Add what else can lie with a superior: a filing not looked at, a wish for time, a text at its gate."""
    lying: list[tuple[Line, timedelta]] = []
    for begins, ends, who in seen.returned:
        lying.append((_line("returned", who, begins, ends), ends - begins))
    for begins, answered, who in seen.wishes:
        until = answered or at
        lying.append((_line("wish" if answered else "wish_open", who, begins, answered), until - begins))
    for review, _steps in history_of(f"occurrence:{missed.occurrence}"):
        until = review.ended_at or at
        who = review.step or review.gate
        lying.append((_line("review", who, review.opened_at, review.ended_at), until - review.opened_at))
    held = sum((span for _line_, span in lying), timedelta(0))
    return Found(
        Key.HELD,
        excuse.found or held > LONGEST_LOOK,
        {"days": round(held.total_seconds() / 86400, 1)},
        tuple(line for line, _span in lying),
    )
