"""Pausing, resuming, stopping, polling now, and the answer to a site that moved away."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.listening.sources.actions.gaps import close_gap, open_gap
from answerable.listening.sources.actions.keeping import AddressRefused, Draft, checked, locked
from answerable.listening.sources.events import SourceDue
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.models import Source
from answerable.listening.sources.rules.addresses import host_of
from answerable.listening.sources.rules.states import MOVES, POLLED, Move, State


def pause_source(source: int, *, by: Actor, at: datetime) -> None:
    """Stop polling for a while; the gap is noted, so that nobody mistakes it for silence."""
    with transaction.atomic():
        row = _moved(source, Move.PAUSE, by=by, at=at)
        row.next_poll_at = None
        row.save()
        open_gap(row, row.heard_at or at, "paused")


def resume_source(source: int, *, by: Actor, at: datetime) -> None:
    """Poll again, beginning now."""
    with transaction.atomic():
        row = _moved(source, Move.RESUME, by=by, at=at)
        row.failures_in_row = row.empties_in_row = 0
        row.next_poll_at = at if KINDS[row.kind].is_polled else None
        row.save()
        if KINDS[row.kind].is_polled:
            events.publish(SourceDue(row.pk))
        else:
            close_gap(row, at=at)


def stop_source(source: int, *, by: Actor, at: datetime) -> None:
    """Read a source no more. Its items stay as long as its retention says; its secrets are forgotten."""
    with transaction.atomic():
        row = _moved(source, Move.STOP, by=by, at=at)
        row.next_poll_at, row.secrets, row.memory = None, {}, {}
        row.save()


def confirm_move(source: int, *, by: Actor, at: datetime) -> None:
    """Take over the address to which a site says it has moved, after a person has looked at it."""
    with transaction.atomic():
        row = _moved(source, Move.CONFIRM, by=by, at=at, moved_to="")
        checked(Draft(row.kind, row.moved_to, row.owner_unit_id, settings=row.settings))
        row.address, row.host, row.moved_to = row.moved_to, host_of(row.moved_to), ""
        row.memory, row.next_poll_at, row.failures_in_row = {}, at, 0
        row.save()
        events.publish(SourceDue(row.pk))


def decline_move(source: int, *, by: Actor, at: datetime) -> None:
    """Do not follow a site to its new address; the source is paused."""
    with transaction.atomic():
        row = _moved(source, Move.DECLINE, by=by, at=at)
        row.moved_to = ""
        row.save()


def poll_now(source: int, *, by: Actor, at: datetime) -> None:
    """Bring the next poll of a source forward to now."""
    with transaction.atomic():
        row = locked(source, by)
        if State(row.state) not in POLLED or not KINDS[row.kind].is_polled:
            raise AddressRefused(_("This source is not polled."), _("Resume it first."))
        Source.objects.filter(pk=row.pk).update(next_poll_at=at)
        record("sources.poll_now", f"source:{row.pk}", by=by, at=at)
        events.publish(SourceDue(row.pk))


def _moved(source: int, move: Move, *, by: Actor, at: datetime, **told: Any) -> Source:
    """Make one move of a source and write it into the trail."""
    row = locked(source, by)
    before = State(row.state)
    row.state = MOVES.make(
        Source.objects.filter(pk=row.pk), before, move, state_since=at, leased_until=None, lease=""
    )
    row.state_since, row.leased_until, row.lease = at, None, ""
    if move == Move.CONFIRM:
        told = {"from_address": row.address, "to_address": row.moved_to}
    record(f"sources.{move}", f"source:{row.pk}", by=by, at=at, before=before, **told)
    return row
