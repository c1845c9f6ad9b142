"""What follows when an application passed its gate: the register is changed under a filing number, or it is dropped."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.rules import State as ReviewState
from answerable.response.channels.actions.applying import columns_of
from answerable.response.channels.actions.handing_over import begin
from answerable.response.channels.events import ChannelClosed
from answerable.response.channels.models import Channel, ChannelChange, HandOver
from answerable.response.channels.queries.door import FILE, KEEP, channel_for, locked_channel
from answerable.response.channels.queries.names import subject_of_channel
from answerable.response.channels.rules.belonging import holds_password
from answerable.response.channels.rules.states import (
    CHANNEL_MOVES,
    ChangeKind,
    ChangeState,
    ChannelMove,
    ChannelState,
)


@dataclass(frozen=True, slots=True)
class Filing:
    """Under which number and on which day a change was filed with whom files it (备案)."""

    number: str
    on: date


def file(channel: int, filing: Filing, *, by: Actor, at: datetime) -> None:
    """Enter what was agreed into the register, under its filing number; nothing before it passed its gate."""
    if not filing.number.strip() or holds_password(filing.number):
        raise Anticipated(_("Give the filing number."), _("It stands on the receipt of the filing."))
    with transaction.atomic():
        row = locked_channel(by, channel, FILE)
        change = open_change(row)
        passage = reviews.require_passage(subject_of_channel(row.pk), change.content_hash)
        ChannelChange.objects.filter(pk=change.pk).update(
            state=ChangeState.FILED,
            review=passage.review,
            filing_no=filing.number.strip()[:80],
            filed_at=at,
            filed_by_name=by.name,
        )
        _enter(row, change, filing, by=by, at=at)
        record(
            "channels.file",
            subject_of_channel(row.pk),
            by=by,
            at=at,
            kind=change.kind,
            number=filing.number.strip(),
            content_hash=change.content_hash,
            review=passage.review,
        )


def open_change(row: Channel) -> ChannelChange:
    """Give the application that runs for a channel."""
    found = row.changes.filter(state__in=(ChangeState.ASKED, ChangeState.AGREED)).first()
    if found is None:
        raise NotAllowed(_("Nothing is asked for this channel."), _("Ask for a change first."))
    return found


def _enter(row: Channel, change: ChannelChange, filing: Filing, *, by: Actor, at: datetime) -> None:
    rows, state = Channel.objects.filter(pk=row.pk), ChannelState(row.state)
    filed = {"filing_no": filing.number.strip()[:80], "filed_on": filing.on}
    if change.kind == ChangeKind.OPEN:
        if state is ChannelState.APPLIED:
            state = CHANNEL_MOVES.make(rows, state, ChannelMove.APPROVE, since=at)
        CHANNEL_MOVES.make(rows, state, ChannelMove.FILE, since=at, **filed)
    elif change.kind == ChangeKind.CLOSE:
        CHANNEL_MOVES.make(rows, state, ChannelMove.CLOSE, since=at, reason=change.reason)
        HandOver.objects.filter(channel=row, state="open").update(state="void")
        clocks.close(subject_of_channel(row.pk), by=by, at=at)
        events.publish(ChannelClosed(row.pk, at))
        return
    else:
        rows.update(**filed, **{k: v for k, v in columns_of(change.proposal).items() if k != "platform"})
    row.refresh_from_db()
    begin(row, by=by, at=at)


def drop(channel: int, *, by: Actor, at: datetime) -> None:
    """Drop what is asked for a channel: one that was to be closed goes on, a new one is not opened."""
    with transaction.atomic():
        row = locked_channel(by, channel, KEEP)
        change = open_change(row)
        found = reviews.review_of(subject_of_channel(row.pk))
        if found and found.id == change.review_id and found.state in (ReviewState.OPEN, ReviewState.PASSED):
            review.withdraw(found.id, by=by, at=at)
        ChannelChange.objects.filter(pk=change.pk).update(state=ChangeState.DROPPED)
        move = {ChangeKind.OPEN: ChannelMove.DROP, ChangeKind.CLOSE: ChannelMove.KEEP_OPEN}.get(
            ChangeKind(change.kind)
        )
        if move is not None:
            CHANNEL_MOVES.make(Channel.objects.filter(pk=row.pk), ChannelState(row.state), move, since=at)
        record("channels.drop", subject_of_channel(row.pk), by=by, at=at, kind=change.kind)


def note_agreed(channel: int, content_hash: str, *, by: Actor, at: datetime) -> None:
    """Note that an application passed its gate and waits to be filed."""
    with transaction.atomic():
        row = channel_for(by, channel)
        changed = row.changes.filter(state=ChangeState.ASKED, content_hash=content_hash)
        change = changed.first()
        if change is None or not changed.update(state=ChangeState.AGREED):
            return
        if change.kind == ChangeKind.OPEN:
            CHANNEL_MOVES.make(
                Channel.objects.filter(pk=row.pk), ChannelState(row.state), ChannelMove.APPROVE, since=at
            )
        record("channels.agreed", subject_of_channel(row.pk), by=by, at=at, kind=change.kind)
