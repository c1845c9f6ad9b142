"""Deciding together: each member votes with a reason, who wanted something else stays on record."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions import delivering
from answerable.governance.accountability.actions.notes import (
    Written,
    active,
    add_paper,
    locked,
    moved,
    noted,
    said,
    subject_of,
)
from answerable.governance.accountability.actions.opening import need_judged
from answerable.governance.accountability.actions.seating import need_no_open_doubt
from answerable.governance.accountability.models import Excuse, File, Paper, Vote
from answerable.governance.accountability.queries.door import DECIDE, need_keeping, need_seat
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure, aggravates, carried, is_quorate
from answerable.governance.accountability.rules.papers import Kind
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import MOVES, UNDECIDED, Move, State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.clocks import actions as clocks
from answerable.office.people import queries as people

#: Who votes in which state, and what limits them: what was told, then what was decided.
VOTES = {State.HEARD: Role.PANEL, State.UNDER_REVIEW: Role.REVIEWER}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided: its reasons in writing, and whom the file goes to where it leaves the house."""

    text: str
    handed_to: str = ""


def most(row: File) -> Measure:
    """Give the heaviest measure that can still follow: what was told, or what was decided since."""
    limit = row.told_measure if row.measure is None else row.measure
    return Measure(limit or 0)


def refuse_heavier(wanted: Measure, row: File) -> None:
    """Refuse a measure that would make things worse for somebody because they spoke up."""
    if aggravates(wanted, most(row)):
        raise NotAllowed(
            _("That is heavier than what was told or decided before: speaking up never makes things worse."),
            _("Choose the same or something lighter."),
        )


def vote(file: int, measure: Measure, reason: str, *, by: Actor, at: datetime) -> None:
    """Vote as a member, with the reason; a vote can be changed until the decision is taken."""
    why = said(reason)
    with transaction.atomic():
        row = locked(file)
        role = VOTES.get(State(row.state))
        if role is None:
            raise Anticipated(_("There is nothing to vote on at this step."), _("Load the page again."))
        seat = need_seat(by, row, role)
        refuse_heavier(measure, row)
        Vote.objects.update_or_create(seat=seat, defaults={"measure": measure, "reason": why, "at": at})
        noted(row, "vote", by=by, at=at, role=role)


def cast(row: File, role: Role) -> list[dict[str, str | int]]:
    """Give the votes as the trail keeps them: only when all are in, so that nobody follows another's."""
    votes = Vote.objects.filter(seat__file=row, seat__role=role, seat__aside_at=None).order_by("seat")
    return [
        {
            "member": one.seat.person_id,
            "measure": Measure(one.measure).name,
            "sha256": hashlib.sha256(one.reason.encode("utf-8", "surrogatepass")).hexdigest(),
        }
        for one in votes.select_related("seat")
    ]


def result(row: File, role: Role, *, at: datetime) -> Measure:
    """Give what the members carried, or refuse while they are too few or not independent enough."""
    seats = active(row, role)
    votes = [Measure(one.measure) for one in Vote.objects.filter(seat__in=seats)]
    if not is_quorate(len(votes), len(seats)):
        raise Anticipated(
            _("Too few have voted: a decision is taken by several people."),
            _("At least three, and two thirds of those who were named."),
        )
    heads = set(people.who_may(DECIDE, at=at))
    if not heads & {seat.person_id for seat in seats}:
        raise Anticipated(
            _("Nobody among the members has the post to decide."),
            _("Name somebody who leads, without a part in it."),
        )
    need_no_open_doubt(row, role)
    return carried(votes)


def decide(file: int, outcome: Outcome, *, by: Actor, at: datetime) -> Measure:
    """Write down what the members carried; where that is nothing, the file is dropped. Gives what it is."""
    text = said(outcome.text)
    with transaction.atomic():
        row = locked(file)
        need_seat(by, row, Role.PANEL)
        MOVES.after(State(row.state), Move.DECIDE)
        need_judged(row)
        need_no_open_doubt(row, Role.FINDER)
        found = result(row, Role.PANEL, at=at)
        refuse_heavier(found, row)
        votes = cast(row, Role.PANEL)
        if found is Measure.NONE:
            _drop(row, text, "not_shown", by=by, at=at, votes=votes)
            return found
        if found is Measure.HANDED_OVER and not outcome.handed_to.strip():
            raise Anticipated(_("Say to whom the file goes."), _("Name the body that takes it over."))
        paper = add_paper(row, Written(Kind.DECISION, text, measure=found), by=by, at=at)
        handed = outcome.handed_to.strip()[:200] if found is Measure.HANDED_OVER else ""
        moved(row, Move.DECIDE, at=at, measure=found, handed_to=handed)
        payload = {"paper": paper.number, "sha256": paper.sha256, "measure": found.name, "votes": votes}
        noted(row, "decide", by=by, at=at, **payload)
    return found


def drop(file: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Drop a file with the reason: an excuse holds, or there is nothing in it."""
    text = said(reason)
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        if State(row.state) not in UNDECIDED:
            MOVES.after(State(row.state), Move.DROP)
        holds = Excuse.objects.filter(file=row, verdict=Verdict.HOLDS).first()
        _drop(row, text, holds.key if holds else "not_shown", by=by, at=at)


def _drop(row: File, text: str, cause: str, *, by: Actor, at: datetime, **payload: object) -> None:
    paper = add_paper(row, Written(Kind.DROPPED, text), by=by, at=at)
    moved(row, Move.DROP, at=at, drop_reason=text, cause=cause)
    clocks.close(subject_of(row.pk), by=by, at=at)
    if Paper.objects.filter(file=row, kind=Kind.NOTICE).exists():
        delivering.send(row, paper, at=at)
    noted(row, "drop", by=by, at=at, cause=cause, sha256=paper.sha256, **payload)
