"""The door of the room: who sees a run, who may file it, who may decide on it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.states import State
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Duty
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound

READ, ACCEPT, WAIVE = "duties.read", "duties.accept", "duties.waive"


@dataclass(frozen=True, slots=True)
class Rights:
    """What an actor may do with a run."""

    owes: bool
    decides: bool
    waives: bool
    signs: bool


def seen_by(actor: Actor) -> "QuerySet[Occurrence]":
    """Give the runs that an actor may see: those of the units in reach, and their own wherever they lie."""
    actor.need(READ)
    if actor.kind == "machine":
        return Occurrence.objects.all()
    own = Q(post__in=actor.posts)
    if actor.person is not None:
        own |= Q(holder=actor.person) | Q(owner=actor.person)
    return Occurrence.objects.filter(Q(unit__in=actor.units) | own)


def occurrence_for(actor: Actor, occurrence: int) -> Occurrence:
    """Give one run to who may see it."""
    row = seen_by(actor).filter(pk=occurrence).select_related("unit", "post").first()
    if row is None:
        row = Occurrence.objects.filter(pk=occurrence).select_related("unit", "post").first()
        if row is None or not rights(actor, row).decides:
            raise NotFound(_("There is no such duty."), _("Go back to your duties."))
    return row


def duty_of(row: Occurrence) -> Duty | None:
    """Give what the plan says of a run, in the version under which it was born."""
    standing = plan.standing_of(row.version)
    return standing.document.duties.get(row.duty) if standing else None


def posts_called(code: str, version: int) -> frozenset[int]:
    """Give the posts of the house that a plan post stands for."""
    if not code:
        return frozenset()
    return frozenset(post for (name, _unit), post in plan.posts_bound(version).items() if name == code)


def rights(actor: Actor, row: Occurrence, known: Duty | None = None) -> Rights:
    """Say what an actor may do with a run. Nobody decides on what they owe themselves. `known` saves a query."""
    duty = known or duty_of(row)
    owes = actor.person is not None and (row.holder_id == actor.person or row.post_id in actor.posts)
    acceptors = posts_called(duty.accept_by, row.version) if duty else frozenset()
    decides = not owes and (
        bool(acceptors & actor.posts) or (actor.may(ACCEPT) and actor.reaches(row.unit_id))
    )
    signers = posts_called(duty.sign, row.version) if duty else frozenset()
    return Rights(
        owes=owes,
        decides=decides,
        waives=not owes and actor.may(WAIVE) and actor.reaches(row.unit_id),
        signs=bool(signers & actor.posts),
    )


def need_owing(actor: Actor, row: Occurrence) -> None:
    """Refuse who does not owe a run."""
    if not rights(actor, row).owes:
        raise NotAllowed(
            _("This duty is not yours to file."),
            _("It is with %(name)s.") % {"name": row.holder_name or row.post.title},
        )


def need_deciding(actor: Actor, row: Occurrence) -> None:
    """Refuse who may not decide on a run."""
    if not rights(actor, row).decides:
        raise NotAllowed(
            _("Your posts do not allow this: nobody decides on a duty of their own."),
            _("Ask the office, or whoever the plan names as recipient."),
        )


def is_waiting(row: Occurrence) -> bool:
    """Say whether a run waits for whoever accepts it."""
    return State(row.state) is State.SUBMITTED


def now_late(row: Occurrence, *, at: datetime) -> bool:
    """Say whether something filed now would be late."""
    return at > row.due
