"""What persons do with a signal."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.listening.signals.events import SignalTaken
from answerable.listening.signals.models import Signal
from answerable.listening.signals.queries.door import signal_to_judge
from answerable.listening.signals.rules.states import MOVES, Move, Reason, State


def acknowledge(signal: int, *, by: Actor, at: datetime) -> None:
    """Say that somebody looks into it."""
    with transaction.atomic():
        row = signal_to_judge(by, signal)
        _move(row, Move.ACKNOWLEDGE, "", "", by=by, at=at)


def take(signal: int, *, by: Actor, at: datetime) -> None:
    """Take it on: from here it is a case of the body."""
    with transaction.atomic():
        row = signal_to_judge(by, signal)
        _move(row, Move.TAKE, "", "", by=by, at=at)
        events.publish(SignalTaken(row.pk, row.story_id, row.watch_id, by.person, at))


def dismiss(signal: int, reason: str, note: str = "", *, by: Actor, at: datetime) -> None:
    """Put it aside, with the reason: the next look at the switch counts the false alarms."""
    if reason not in set(Reason):
        raise Anticipated(_("A reason is needed."), _("Choose why this is no matter to follow."))
    with transaction.atomic():
        row = signal_to_judge(by, signal)
        _move(row, Move.DISMISS, reason, note.strip(), by=by, at=at)


def end(signal: int, note: str = "", *, by: Actor, at: datetime) -> None:
    """Say that nothing more is to be done about it."""
    with transaction.atomic():
        row = signal_to_judge(by, signal)
        _move(row, Move.END, row.reason, note.strip() or row.note, by=by, at=at)


def _move(row: Signal, move: Move, reason: str, note: str, *, by: Actor, at: datetime) -> None:
    state = State(row.state)
    MOVES.make(
        Signal.objects.filter(pk=row.pk),
        state,
        move,
        reason=reason,
        note=note,
        settled_by=by.name,
        settled_at=at,
    )
    record(f"signals.{move}", f"signal:{row.pk}", by=by, at=at, before=state, reason=reason, note=note)
