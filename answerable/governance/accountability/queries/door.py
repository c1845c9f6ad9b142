"""The door of the room: the few who see a file, and as what."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from answerable.governance.accountability.models import File, Seat
from answerable.governance.accountability.rules.seats import Role
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound

READ, WORK, DECIDE = "accountability.read", "accountability.work", "accountability.decide"


@dataclass(frozen=True, slots=True)
class Part:
    """As what an actor has to do with a file."""

    concerned: bool = False
    keeps: bool = False
    finder: bool = False
    panel: bool = False
    reviewer: bool = False


def seen_by(actor: Actor) -> "QuerySet[File]":
    """Give the files that an actor may see: their own, those they sit on, and all in reach for those who oversee.

    A superior who had a hand in the matter does not see it by their post; what is erased nobody sees.
    """
    if actor.kind != "person" or actor.person is None:
        return File.objects.none()
    seats = Seat.objects.filter(file=OuterRef("pk"), person=actor.person)
    sits = Exists(seats.exclude(role=Role.SUPERIOR).filter(aside_at=None))
    seen = Q(person=actor.person) | Q(sits)
    if actor.may(READ):
        seen |= Q(unit__in=actor.units) & ~Q(Exists(seats.filter(role=Role.SUPERIOR)))
    return File.objects.filter(seen, erased_at=None)


def file_for(actor: Actor, file: int) -> File:
    """Give one file to who may see it; for everybody else there is none."""
    row = seen_by(actor).filter(pk=file).select_related("unit").first()
    if row is None:
        raise NotFound(
            pgettext("file", "There is no such file."), _("Go back to the files that you may see.")
        )
    return row


def part_of(actor: Actor, row: File) -> Part:
    """Say as what an actor has to do with a file."""
    if actor.kind != "person" or actor.person is None:
        return Part()
    if actor.person == row.person_id:
        return Part(concerned=True)
    seats = Seat.objects.filter(file=row, person=actor.person)
    roles = {seat.role for seat in seats if seat.aside_at is None}
    return Part(
        keeps=actor.may(WORK) and actor.reaches(row.unit_id) and Role.SUPERIOR not in roles,
        finder=Role.FINDER in roles,
        panel=Role.PANEL in roles,
        reviewer=Role.REVIEWER in roles,
    )


def need_person(actor: Actor) -> int:
    """Refuse the machine and strangers: nothing in this room happens by itself. Gives who it is."""
    if actor.kind != "person" or actor.person is None:
        raise NotAllowed(
            _("Only a person can do this: nothing here happens by itself."),
            _("Sign in as the person who does it."),
        )
    return actor.person


def need_keeping(actor: Actor, row: File) -> None:
    """Refuse who does not keep a file."""
    need_person(actor)
    if not part_of(actor, row).keeps:
        raise NotAllowed(
            _("Your posts do not allow this: a file is kept by oversight, never by somebody it touches."),
            _("Ask somebody of oversight who has no part in it."),
        )


def need_concerned(actor: Actor, row: File) -> None:
    """Refuse everybody but the one whom a file concerns: nobody speaks in their name."""
    if need_person(actor) != row.person_id:
        raise NotAllowed(
            _("Only the person concerned can do this."), _("Nobody speaks or signs in another's name.")
        )


def need_seat(actor: Actor, row: File, role: Role) -> Seat:
    """Give an actor's own seat, or refuse."""
    need_person(actor)
    seat = Seat.objects.filter(file=row, person=actor.person, role=role, aside_at=None).first()
    if seat is None:
        raise NotAllowed(
            _("You have no such seat in this file."), _("Ask whoever keeps the file to name you.")
        )
    return seat
