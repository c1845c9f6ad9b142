"""The ordinary course of a case: registered, acknowledged, assigned, its answer begun, followed up."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.models import Assessment, Case
from answerable.response.cases.queries.door import case_to_lead, case_to_work
from answerable.response.cases.queries.door import open_case as still_open
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.states import MOVES, Move, State


def move(row: Case, made: Move, *, by: Actor, at: datetime, **changes: object) -> None:
    """Move a case and note it; the row in hand follows."""
    before = State(row.state)
    row.state = MOVES.make(Case.objects.filter(pk=row.pk), before, made, **changes)
    for name, value in changes.items():
        setattr(row, name, value)
    words = {name: value for name, value in changes.items() if not name.endswith("_at")}
    record(f"cases.{made}", subject_of(row.pk), by=by, at=at, before=before, **words)


def register(case: int, *, by: Actor, at: datetime) -> None:
    """Register a case: from here it has to be assessed by two people."""
    with transaction.atomic():
        row = case_to_work(by, case)
        move(row, Move.REGISTER, by=by, at=at, registered_at=at)
        Assessment.objects.create(case=row, number=1, opened_at=at)
        timing.meet(row, ["register"], by=by, at=at)
        telling.tell_to_assess(row, by=by, at=at)


def change_matter(
    case: int, title: str, matter: str, *, personal: str = Personal.ASK, by: Actor, at: datetime
) -> None:
    """Change the words of a case; the former ones stay in the trail."""
    with transaction.atomic():
        row = still_open(case_to_work(by, case))
        before = {"title": row.title, "matter": row.matter}
        row.title = needed(title, _("A case needs a title."), personal)[:200]
        row.matter = kept(matter, personal)
        row.save(update_fields=["title", "matter"])
        record("cases.change_matter", subject_of(row.pk), by=by, at=at, before=before, personal=personal)


def acknowledge(case: int, how: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Note that the public was told we know of it, and where. It is no answer and stops no clock."""
    with transaction.atomic():
        row = still_open(case_to_work(by, case))
        if row.acknowledged_at is not None:
            raise Anticipated(_("That we know of it has been said already."), _("Look at the five times."))
        said = needed(how, _("Say where and how it was acknowledged."), personal)
        Case.objects.filter(pk=row.pk).update(acknowledged_at=at, acknowledged_how=said)
        record("cases.acknowledge", subject_of(row.pk), by=by, at=at, how=said)


def assign(case: int, unit: int, reason: str = "", *, by: Actor, at: datetime) -> None:
    """Give a case its lead unit, the one that answers for all. A later change needs a reason and stops no clock."""
    with transaction.atomic():
        row = still_open(case_to_lead(by, case))
        if unit not in people.unit_names([unit]):
            raise Anticipated(_("There is no such unit."), _("Choose one from the list."))
        before = row.unit_id
        if State(row.state) is State.ASSESSED:
            move(row, Move.ASSIGN, by=by, at=at, unit_id=unit)
        else:
            said = needed(reason, _("Say why another unit is to lead."))
            Case.objects.filter(pk=row.pk).update(unit_id=unit)
            row.unit_id = unit
            record(
                "cases.change_lead", subject_of(row.pk), by=by, at=at, before=before, unit=unit, reason=said
            )
        if row.unit_id != before:
            timing.hand_on(row, by=by, at=at)
        telling.tell_assigned(row, by=by, at=at)


def begin_answer(case: int, *, by: Actor, at: datetime) -> None:
    """Say that the answer is being prepared. No clock stops."""
    with transaction.atomic():
        move(case_to_work(by, case), Move.RESPOND, by=by, at=at)


def follow_up(case: int, *, by: Actor, at: datetime) -> None:
    """Say that the answered case is being followed: updates go on until it is closed."""
    with transaction.atomic():
        move(case_to_work(by, case), Move.FOLLOW, by=by, at=at)
