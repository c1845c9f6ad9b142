"""The only writers of the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.rota import queries
from answerable.office.rota.models import HandOver, Turn
from answerable.office.rota.rules import Stint, in_turn, is_sound

KEEP = "rota.keep"
#: Turns made in one go: half a year of weeks, or a month of days.
MOST_TURNS = 31


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody on duty in a post."""

    person: int
    post: int | None = None


def add_turns(duties: Sequence[Duty], first: Stint, times: int = 1, *, by: Actor, at: datetime) -> list[int]:
    """Put people on duty one after the other in equal turns; gives the ids of the turns."""
    by.need(KEEP)
    if not duties:
        raise Anticipated(_("Choose who is on duty."), _("Name at least one person."))
    if not is_sound(first) or not 1 <= times <= MOST_TURNS:
        raise Anticipated(
            _("A turn ends after it begins and is no longer than two weeks."), _("Look at the two times.")
        )
    posts = {duty.person: duty.post for duty in duties}
    made = []
    with transaction.atomic():
        for person, stint in in_turn(first, [duty.person for duty in duties], times):
            if _has(person, stint):
                raise Anticipated(
                    _("Somebody of them is on duty at that time already."),
                    _("Look at the rota and change the times."),
                )
            row = Turn.objects.create(
                person_id=person,
                post_id=posts[person],
                begins=stint.begins,
                ends=stint.ends,
                by_name=by.name,
                at=at,
            )
            made.append(row.pk)
        record("rota.add_turns", f"turn:{made[0]}", by=by, at=at, turns=made, begins=first.begins)
    return made


def _has(person: int, stint: Stint) -> bool:
    rows = Turn.objects.filter(person=person, dropped="", begins__lt=stint.ends, ends__gt=stint.begins)
    return rows.exists()


def drop_turn(turn: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a turn that is not over out of the rota; it stays on record with the reason."""
    by.need(KEEP)
    if not reason.strip():
        raise Anticipated(_("Say why the turn is taken out."), _("One short sentence is enough."))
    with transaction.atomic():
        rows = Turn.objects.filter(pk=turn, dropped="", ends__gt=at)
        if not rows.update(dropped=f"{by.name}: {reason.strip()}"[:300]):
            raise NotFound(_("This turn is over or out of the rota already."), _("Load the page again."))
        record("rota.drop_turn", f"turn:{turn}", by=by, at=at, reason=reason)


def write_note(words: str, *, by: Actor, at: datetime) -> int:
    """Write down what the next on duty must know; whoever is on duty or keeps the rota may."""
    if not by.may(KEEP) and by.person not in queries.on_duty(at=at):
        raise NotAllowed(_("You are not on duty now."), _("Ask whoever is, or whoever keeps the rota."))
    if not words.strip():
        raise Anticipated(_("The note is empty."), _("Write what the next one must know."))
    with transaction.atomic():
        turn = Turn.objects.filter(person=by.person, dropped="", begins__lte=at, ends__gt=at).first()
        row = HandOver.objects.create(turn=turn, words=words.strip(), by_name=by.name, at=at)
        record("rota.write_note", f"hand-over:{row.pk}", by=by, at=at, words=row.words)
    return row.pk


def take_over(note: int, *, by: Actor, at: datetime) -> None:
    """Note that somebody has read what was handed over and goes on from there."""
    by.need("rota.read")
    with transaction.atomic():
        rows = HandOver.objects.filter(pk=note, taken_at=None)
        if not rows.update(taken_by_name=by.name, taken_at=at):
            raise Moved(_("Somebody has taken this over already."), _("Load the page again to see who."))
        record("rota.take_over", f"hand-over:{note}", by=by, at=at)
