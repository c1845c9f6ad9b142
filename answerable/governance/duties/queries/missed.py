"""Confirmed findings of missed duties, for the room that hears people about them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from answerable.governance.duties.models import Finding, Occurrence, Returned, TimeWish
from answerable.governance.duties.queries.door import duty_of, posts_called
from answerable.governance.duties.queries.excuses import excuses_for
from answerable.governance.duties.rules.excuses import Excuse
from answerable.governance.duties.rules.states import Found
from answerable.office.people import queries as people


@dataclass(frozen=True, slots=True)
class MissedDuty:
    """A duty that was missed, as its own procedure has confirmed it."""

    finding: int
    occurrence: int
    duty: str
    name_en: str
    name_zh: str
    unit: int
    unit_name: str
    post: int
    person: int | None
    person_name: str
    period_begin: date
    period_end: date
    opens_at: datetime
    due: datetime
    missed_at: datetime
    filed_at: datetime | None
    found_at: datetime
    rungs: tuple[int, ...]
    answer: str
    answered_by: str
    decision: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Everything in favour of whoever owed a duty, with the days by which each is seen."""

    excuses: tuple[Excuse, ...]
    held: tuple[people.HeldHere, ...]
    away: tuple[tuple[str, date, date | None], ...]
    returned: tuple[tuple[datetime, datetime, str], ...]
    wishes: tuple[tuple[datetime, datetime | None, str], ...]


def confirmed_findings() -> tuple[MissedDuty, ...]:
    """List the confirmed findings, newest first."""
    return tuple(_row(one) for one in _confirmed().order_by("-opened_at", "-pk"))


def confirmed_finding(finding: int) -> MissedDuty | None:
    """Give one finding if it is of a missed duty and was confirmed by a person."""
    one = _confirmed().filter(pk=finding).first()
    return _row(one) if one else None


def findings_named(findings: "list[int]") -> dict[int, MissedDuty]:
    """Give findings by their ids, in one query."""
    rows = Finding.objects.filter(pk__in=findings).select_related("occurrence__unit")
    return {one.pk: _row(one) for one in rows}


def looked_up(occurrence: int, *, at: datetime) -> LookedUp:
    """Look up once more all that would excuse a run, and by what it is seen."""
    row = Occurrence.objects.get(pk=occurrence)
    begin, end = row.opened_at or row.opens_at, min(row.due, at)
    first, last = people.day_of(min(begin, end)), people.day_of(end)
    held = people.holdings_between([row.post_id], first, last)
    names = {one.person: one.name for one in held}
    away = people.absences_between(set(names), first, last)
    return LookedUp(
        excuses_for(row, at=at),
        held,
        tuple((names[person], span.begins_on, span.ends_on) for person, span in away),
        tuple((one.filed_at, one.at, one.by_name) for one in Returned.objects.filter(occurrence=row)),
        tuple(
            (wish.asked_at, wish.decided_at, wish.decided_by)
            for wish in TimeWish.objects.filter(occurrence=row)
        ),
    )


def deciding_people(occurrence: int, *, at: datetime) -> frozenset[int]:
    """Say who takes the filings of a run: the superiors concerned, who judge nobody about it."""
    row = Occurrence.objects.get(pk=occurrence)
    duty = duty_of(row)
    posts = posts_called(duty.accept_by, row.version) if duty else frozenset()
    first, last = people.day_of(row.opens_at), people.day_of(at)
    return frozenset(one.person for one in people.holdings_between(posts, first, last))


def _confirmed() -> "QuerySet[Finding]":
    return Finding.objects.filter(state=Found.CONFIRMED).select_related("occurrence__unit")


def _row(one: Any) -> MissedDuty:
    run = one.occurrence
    return MissedDuty(
        finding=one.pk,
        occurrence=run.pk,
        duty=run.duty,
        name_en=run.name_en,
        name_zh=run.name_zh,
        unit=run.unit_id,
        unit_name=run.unit.name,
        post=run.post_id,
        person=run.holder_id or run.owner_id,
        person_name=run.holder_name or run.owner_name,
        period_begin=run.period_begin,
        period_end=run.period_end,
        opens_at=run.opens_at,
        due=run.due,
        missed_at=run.missed_at,
        filed_at=run.filed_at,
        found_at=one.opened_at,
        rungs=tuple(run.rungs),
        answer=one.answer,
        answered_by=one.answered_by,
        decision=one.decision,
        decided_by=one.decided_by,
    )
