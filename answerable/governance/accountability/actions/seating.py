"""Who takes part: named by whoever keeps the file, stepping aside at any time, doubted by the one concerned."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions.notes import active, locked, moved, noted, said, tell
from answerable.governance.accountability.models import File, Seat, Vote
from answerable.governance.accountability.queries.door import need_concerned, need_keeping, need_person
from answerable.governance.accountability.rules.measures import FINDERS
from answerable.governance.accountability.rules.seats import Hindrance, Role, hindrance
from answerable.governance.accountability.rules.states import Move, State
from answerable.governance.accountability.telling import seat_given
from answerable.governance.accountability.words import HINDRANCES
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.people import queries as people

#: In which states each role can be filled.
WHEN = {
    Role.FINDER: (State.OPENED, State.FACTS),
    Role.PANEL: (State.FACTS, State.TOLD, State.HEARD),
    Role.REVIEWER: (State.UNDER_REVIEW,),
}


def name_people(file: int, role: Role, persons: Collection[int], *, by: Actor, at: datetime) -> None:
    """Name people for a part in the procedure; with two who establish the facts, that begins."""
    if not persons:
        raise Anticipated(_("Nobody was chosen."), _("Choose at least one person."))
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        if role not in WHEN or State(row.state) not in WHEN[role]:
            raise Anticipated(_("Nobody can be named for this now."), _("Load the page again."))
        names = people.people_names(persons)
        for person in sorted(set(persons)):
            _seat(row, role, person, names.get(person, ""), by=by, at=at)
        if role is Role.FINDER and State(row.state) is State.OPENED and len(active(row, role)) >= FINDERS:
            moved(row, Move.FIND_FACTS, at=at)
        noted(row, "name_people", by=by, at=at, role=role, people=sorted(set(persons)))
        key = f"file:{row.pk}:seat:{role}:{','.join(map(str, sorted(persons)))}"
        tell(seat_given, persons, key=key, file=row.pk, at=at)


def _seat(row: File, role: Role, person: int, name: str, *, by: Actor, at: datetime) -> None:
    seats = [
        (seat.person_id, Role(seat.role), seat.aside_at is not None) for seat in Seat.objects.filter(file=row)
    ]
    found = hindrance(person, role, row.person_id, row.opened_by_id, seats)
    if found is Hindrance.SEATED:
        return
    if found is not None or not name:
        why = HINDRANCES[found] if found else _("there is no such person")
        raise NotAllowed(
            _("%(name)s cannot take this part: %(why)s.") % {"name": name, "why": why},
            _("Name somebody else."),
        )
    Seat.objects.create(
        file=row, role=role, person_id=person, person_name=name, named_by=by.name, named_at=at
    )


def step_aside(seat: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Leave a seat because one could not judge freely: oneself, or on the word of whoever keeps the file."""
    with transaction.atomic():
        found, row = _found(seat)
        need_person(by)
        if found.person_id != by.person:
            need_keeping(by, row)
        _aside(row, found, said(reason), by=by, at=at)


def _aside(row: File, seat: Seat, reason: str, *, by: Actor, at: datetime) -> None:
    if Vote.objects.filter(seat=seat).exists() and State(row.state) not in (State.HEARD, State.UNDER_REVIEW):
        raise Anticipated(_("This seat has done its part already."), _("Nothing is to be changed."))
    Vote.objects.filter(seat=seat).delete()
    Seat.objects.filter(pk=seat.pk).update(aside_at=at, aside_by=by.name, aside_reason=reason)
    noted(row, "step_aside", by=by, at=at, role=seat.role, person=seat.person_id)


def doubt(seat: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Ask, as the one concerned, that somebody step aside, and why. It has to be answered before a decision."""
    with transaction.atomic():
        found, row = _found(seat)
        need_concerned(by, row)
        Seat.objects.filter(pk=found.pk).update(doubt=said(reason), doubt_answer="")
        noted(row, "doubt", by=by, at=at, role=found.role, person=found.person_id)


def answer_doubt(seat: int, reason: str, *, aside: bool, by: Actor, at: datetime) -> None:
    """Answer a doubt with a reason: the person steps aside, or stays. Nobody answers a doubt about themselves."""
    with transaction.atomic():
        found, row = _found(seat)
        need_keeping(by, row)
        if found.person_id == by.person:
            raise NotAllowed(_("Nobody answers a doubt about themselves."), _("Leave it to somebody else."))
        why = said(reason)
        Seat.objects.filter(pk=found.pk).update(doubt_answer=why)
        if aside:
            _aside(row, found, why, by=by, at=at)
        else:
            noted(row, "answer_doubt", by=by, at=at, role=found.role, person=found.person_id)


def _found(seat: int) -> tuple[Seat, File]:
    found = Seat.objects.filter(pk=seat, aside_at=None).exclude(role=Role.SUPERIOR).first()
    if found is None:
        raise NotFound(_("There is no such seat."), _("Load the page again."))
    return found, locked(found.file_id)


def need_no_open_doubt(row: File, role: Role) -> None:
    """Refuse to go on while a doubt of the one concerned has no answer."""
    if any(seat.doubt and not seat.doubt_answer for seat in active(row, role)):
        raise Anticipated(
            _("The person concerned doubts that a member can judge freely; that has no answer yet."),
            _("Answer it first."),
        )
