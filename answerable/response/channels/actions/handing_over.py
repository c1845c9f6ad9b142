"""A channel passes from one keeper to the next: noticed by itself, timed by the plan, closed by who takes it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.people import queries as people
from answerable.response.channels.actions.telling import tell_hand_over
from answerable.response.channels.events import ChannelOpened, KeeperChanged
from answerable.response.channels.models import Channel, HandOver
from answerable.response.channels.queries.door import FILE, channel_for
from answerable.response.channels.queries.keepers import main_holders
from answerable.response.channels.queries.names import link_to_channel, subject_of_channel
from answerable.response.channels.rules.belonging import holds_password
from answerable.response.channels.rules.hand_over import RULE, STEPS, has_changed, unticked
from answerable.response.channels.rules.states import (
    CHANNEL_MOVES,
    RUNNING,
    ChannelMove,
    ChannelState,
)

#: The plan's stages of a changed holding.
ROTATE, FILED = "handover_and_rotate_credentials", "file_change"


def look_for_changes(*, by: Actor, at: datetime) -> int:
    """Open a hand-over wherever the keeper's post has a new main holder. Gives how many were opened."""
    rows = list(Channel.objects.filter(state__in=(*RUNNING, ChannelState.FILED)))
    holders = main_holders([row.keeper_post_id for row in rows], at=at)
    changed = [row for row in rows if has_changed(row.keeper_id, holders.get(row.keeper_post_id))]
    return sum(begin(row, by=by, at=at) for row in changed)


def begin(channel: Channel, *, by: Actor, at: datetime) -> bool:
    """Begin the hand-over to whoever holds the keeper's post now; says whether one was begun."""
    taker = main_holders([channel.keeper_post_id], at=at).get(channel.keeper_post_id)
    if taker is None or not has_changed(channel.keeper_id, taker):
        return False
    with transaction.atomic():
        Channel.objects.select_for_update().get(pk=channel.pk)
        running = channel.hand_overs.filter(state="open").first()
        if running is not None and running.taker_id == taker:
            return False
        channel.hand_overs.filter(state="open").update(state="void", done_at=at)
        names = people.people_names([one for one in (channel.keeper_id, taker) if one is not None])
        row = HandOver.objects.create(
            channel=channel,
            giver_id=channel.keeper_id,
            giver_name=names.get(channel.keeper_id or 0, ""),
            taker_id=taker,
            taker_name=names.get(taker, ""),
            opened_at=at,
        )
        matter = clocks.Matter(
            subject_of_channel(channel.pk),
            channel.name,
            link_to_channel(channel.pk),
            unit=channel.unit_id,
            post=channel.keeper_post_id,
        )
        clocks.start_rule(RULE, matter, since=at, by=by, at=at)
        record("channels.keeper_changed", subject_of_channel(channel.pk), by=by, at=at, hand_over=row.pk)
        events.publish(KeeperChanged(channel.pk, channel.keeper_id, taker, at))
        tell_hand_over(channel, row, by=by, at=at)
    return True


def finish(hand_over: int, ticked: Iterable[str], note: str = "", *, by: Actor, at: datetime) -> None:
    """Close a hand-over: the new keeper, and nobody else, says that each step was done."""
    row = HandOver.objects.filter(pk=hand_over, state="open").select_related("channel").first()
    if row is None:
        raise NotFound(_("There is no such hand-over."), _("Load the page of the channel again."))
    channel_for(by, row.channel_id)
    if by.person != row.taker_id:
        raise NotAllowed(
            _("%(name)s takes this channel over and ticks the steps.") % {"name": row.taker_name},
            _("Nobody else can say that a password was changed."),
        )
    done = [step for step in STEPS if step in set(ticked)]
    if unticked(done):
        raise Anticipated(
            _("Not every step of the hand-over is done."), _("Tick them as they are done; nothing was lost.")
        )
    if holds_password(note):
        raise Anticipated(
            _("This looks like a password. The product keeps none: nothing was saved."),
            _("Write the note without it."),
        )
    with transaction.atomic():
        channel = Channel.objects.select_for_update().get(pk=row.channel_id)
        moved = HandOver.objects.filter(pk=row.pk, state="open")
        if not moved.update(state="done", ticked=done, note=note.strip()[:500], done_at=at):
            return
        Channel.objects.filter(pk=channel.pk).update(keeper=row.taker_id)
        clocks.meet(subject_of_channel(channel.pk), ROTATE, by=by, at=at)
        record("channels.take_over", subject_of_channel(channel.pk), by=by, at=at, hand_over=row.pk)
        if channel.state == ChannelState.FILED:
            CHANNEL_MOVES.make(
                Channel.objects.filter(pk=channel.pk), ChannelState.FILED, ChannelMove.GO_LIVE, since=at
            )
            events.publish(ChannelOpened(channel.pk, at))


def note_filed(hand_over: int, *, by: Actor, at: datetime) -> None:
    """Note that the change of keeper was filed with the office; the plan's second clock is met."""
    with transaction.atomic():
        row = HandOver.objects.filter(pk=hand_over, state="done").first()
        if row is None:
            raise NotAllowed(
                _("A change of keeper is filed once the hand-over is done."), _("Finish it first.")
            )
        by.need(FILE)
        HandOver.objects.filter(pk=row.pk).update(state="filed")
        clocks.meet(subject_of_channel(row.channel_id), FILED, by=by, at=at)
        record("channels.file_keeper", subject_of_channel(row.channel_id), by=by, at=at, hand_over=row.pk)
