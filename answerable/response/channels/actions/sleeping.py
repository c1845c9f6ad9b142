"""A channel that nobody writes on falls asleep, with a reason, and is woken again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.response.channels.models import Channel
from answerable.response.channels.queries.door import KEEP, locked_channel
from answerable.response.channels.rules.states import CHANNEL_MOVES, ChannelMove, ChannelState


def note_dormant(channel: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Note that a channel is not written on any more: it stays in the register and is to be woken or closed."""
    if not reason.strip():
        raise Anticipated(_("Say why the channel is dormant."), _("It stands in the register."))
    _move(channel, ChannelMove.SLEEP, reason.strip(), by=by, at=at)


def wake(channel: int, *, by: Actor, at: datetime) -> None:
    """Note that a dormant channel is written on again."""
    _move(channel, ChannelMove.WAKE, "", by=by, at=at)


def _move(channel: int, move: ChannelMove, reason: str, *, by: Actor, at: datetime) -> None:
    with transaction.atomic():
        row = locked_channel(by, channel, KEEP)
        CHANNEL_MOVES.make(
            Channel.objects.filter(pk=row.pk), ChannelState(row.state), move, since=at, reason=reason
        )
        record(f"channels.{move}", f"channel:{row.pk}", by=by, at=at, reason=reason)
