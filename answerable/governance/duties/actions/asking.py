"""Asking for time, the answer to it, and handing a run to one's backup."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.actions.notes import link_of, locked, subject_of, tell
from answerable.governance.duties.actions.turning import STAGE, pass_to
from answerable.governance.duties.models import Occurrence, Passing, TimeWish
from answerable.governance.duties.queries.door import (
    ACCEPT,
    duty_of,
    need_deciding,
    need_owing,
    posts_called,
)
from answerable.governance.duties.queries.posts import posts_now
from answerable.governance.duties.rules.holding import Why
from answerable.governance.duties.rules.states import MOVES, OWED, WISHES, Move, State, Wish, WishMove
from answerable.governance.duties.telling import time_answered, time_asked
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.people import queries as people


def ask_for_time(occurrence: int, until: datetime, reason: str, *, by: Actor, at: datetime) -> int:
    """Ask for more time: an approver grants or refuses it, and until then nothing moves."""
    with transaction.atomic():
        row = locked(occurrence)
        need_owing(by, row)
        _refuse_wish(row, until, reason, at)
        wish = TimeWish.objects.create(
            occurrence=row, until=until, reason=reason, asked_by=by.name, asked_at=at, state=Wish.ASKED
        )
        record("duties.ask_for_time", subject_of(row.pk), by=by, at=at, until=until, reason=reason)
        told = [person for person in _approvers(row, at=at) if person != by.person]
        tell(time_asked(row, wish), told, key=f"wish:{wish.pk}", link=link_of(row.pk), at=at)
    return wish.pk


def _refuse_wish(row: Occurrence, until: datetime, reason: str, at: datetime) -> None:
    if State(row.state) not in OWED:
        raise Anticipated(_("This duty is no longer open."), _("Load the page again."))
    if until <= max(row.due, at):
        raise Anticipated(_("The new date is not later than the present one."), _("Choose a later day."))
    if not reason.strip():
        raise Anticipated(_("Say why you need more time."), _("One sentence is enough."))
    if TimeWish.objects.filter(occurrence=row, state=Wish.ASKED).exists():
        raise Anticipated(_("More time was asked for already."), _("Wait for the answer."))


def _approvers(row: Occurrence, *, at: datetime) -> list[int]:
    """Say who is told of a wish: who accepts the filing, or whoever may accept in this unit."""
    duty = duty_of(row)
    posts = posts_called(duty.accept_by, row.version) if duty else frozenset()
    answering = [one.person for one in people.holders(posts, at=at).values() if one is not None]
    return answering or people.who_may(ACCEPT, at=at, unit=row.unit_id)


def grant_time(wish: int, comment: str, *, by: Actor, at: datetime) -> None:
    """Grant more time: the due date moves, the first one stays on record, and so does who granted it."""
    with transaction.atomic():
        found, row = _decided(wish, WishMove.GRANT, comment, by=by, at=at)
        shift = found.until - row.due
        fields = {"due": found.until, "missed_at": row.missed_at + shift}
        if State(row.state) in (State.LATE, State.MISSED):
            rows = Occurrence.objects.filter(pk=row.pk)
            MOVES.make(rows, State(row.state), Move.GAIN_TIME, state_since=at, **fields)
        else:
            Occurrence.objects.filter(pk=row.pk).update(**fields)
        clocks.move(subject_of(row.pk), STAGE, found.until, f"{by.name}: {found.reason}", by=by, at=at)
        row.refresh_from_db()
        _tell_asker(row, found, at=at)


def refuse_time(wish: int, comment: str, *, by: Actor, at: datetime) -> None:
    """Refuse more time, with the reason."""
    if not comment.strip():
        raise Anticipated(_("Say why it cannot wait."), _("One sentence is enough."))
    with transaction.atomic():
        found, row = _decided(wish, WishMove.REFUSE, comment, by=by, at=at)
        _tell_asker(row, found, at=at)


def _decided(
    wish: int, move: WishMove, comment: str, *, by: Actor, at: datetime
) -> tuple[TimeWish, Occurrence]:
    found = TimeWish.objects.filter(pk=wish).first()
    if found is None:
        raise NotFound(_("There is no such wish."), _("Load the page again."))
    row = locked(found.occurrence_id)
    need_deciding(by, row)
    if State(row.state) not in OWED and move is WishMove.GRANT:
        raise Anticipated(_("This duty is no longer open."), _("There is nothing left to wait for."))
    changes = {"decided_by": by.name, "decided_at": at, "comment": comment}
    WISHES.make(TimeWish.objects.filter(pk=found.pk), Wish(found.state), move, **changes)
    record(
        f"duties.{move}_time",
        subject_of(row.pk),
        by=by,
        at=at,
        until=found.until,
        old=row.due,
        comment=comment,
    )
    found.refresh_from_db()
    return found, row


def _tell_asker(row: Occurrence, wish: TimeWish, *, at: datetime) -> None:
    if row.holder_id is not None:
        key = f"wish_answered:{wish.pk}"
        tell(time_answered(row, wish), [row.holder_id], key=key, link=link_of(row.pk), at=at)


def hand_to_backup(occurrence: int, note: str, *, by: Actor, at: datetime) -> str:
    """Hand a run to whoever stands in for this post; gives their name. Both names stay on record."""
    with transaction.atomic():
        row = locked(occurrence)
        need_owing(by, row)
        now = posts_now([row.post_id], at=at)[row.post_id]
        backup = now.backup_of(row.holder_id)
        if backup is None:
            raise Anticipated(
                _("Nobody stands in for this post today."), _("Ask the office to name a backup.")
            )
        pass_to(row.pk, backup.person, Why.BACKUP, now, by=by, at=at)
        newest = Passing.objects.filter(occurrence=row).order_by("-pk").first()
        if newest is not None and note.strip():
            Passing.objects.filter(pk=newest.pk).update(note=note)
    return backup.name


def take_over(passing: int, note: str, *, by: Actor, at: datetime) -> None:
    """Note that the one to whom a run came has seen what there is, with what they noted at the hand-over."""
    with transaction.atomic():
        row = (
            Passing.objects.select_for_update().filter(pk=passing, to_person=by.person, taken_at=None).first()
        )
        if row is None or by.person is None:
            raise NotFound(_("There is nothing here to take over."), _("Load the page again."))
        kept = "\n".join(part for part in (row.note, note.strip()) if part)
        Passing.objects.filter(pk=row.pk).update(taken_at=at, note=kept)
        record("duties.take_over", subject_of(row.occurrence_id), by=by, at=at, old=row.from_name, note=note)
