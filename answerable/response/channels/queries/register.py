"""Channels as other rooms and the register read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from answerable.kernel.actor import Actor
from answerable.response.channels.models import Channel, Publication
from answerable.response.channels.queries.door import READ, channel_for
from answerable.response.channels.rules.states import RUNNING, ChannelKind, ChannelState, OutState


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel of the register; `unit` and `keeper_post` are ids, the names beside them are for pages."""

    id: int
    name: str
    platform: str
    kind: ChannelKind
    address: str
    unit: int
    keeper_post: int
    filing_no: str
    verified_until: date | None
    state: ChannelState
    interaction: bool
    unit_name: str = ""
    keeper_title: str = ""
    since: datetime | None = None


def channels(actor: Actor | None, *, live: bool = True) -> tuple[ChannelRow, ...]:
    """List channels by name: those in use, or with `live=False` all that were ever applied for.

    No actor asks for the machine: checks and draws that run by themselves.
    """
    if actor is not None:
        actor.need(READ)
    rows = Channel.objects.all()
    return _rows(rows.filter(state__in=RUNNING) if live else rows)


def channel_of(actor: Actor, channel: int) -> ChannelRow:
    """Give one channel to somebody who may see the register."""
    return row_of(channel_for(actor, channel))


def population() -> tuple[ChannelRow, ...]:
    """Give what a draw draws from: every channel in use, by id, so that the list is the same for everybody."""
    return _rows(Channel.objects.filter(state__in=RUNNING).order_by("pk"))


def last_published(channels: Iterable[int]) -> dict[int, datetime]:
    """Say when something last went out on each of these channels; those with nothing are missing."""
    rows = Publication.objects.filter(channel__in=list(channels), state=OutState.OUT)
    return {
        row["channel"]: row["last"] for row in rows.values("channel").annotate(last=Max("out_at")).order_by()
    }


def _rows(rows: QuerySet[Channel]) -> tuple[ChannelRow, ...]:
    return tuple(row_of(row) for row in rows.select_related("unit", "keeper_post"))


def row_of(row: Channel) -> ChannelRow:
    """Make a row of a channel loaded with its unit and post."""
    return ChannelRow(
        id=row.pk,
        name=row.name,
        platform=row.platform,
        kind=ChannelKind(row.kind),
        address=row.address,
        unit=row.unit_id,
        keeper_post=row.keeper_post_id,
        filing_no=row.filing_no,
        verified_until=row.verified_until,
        state=ChannelState(row.state),
        interaction=row.interaction,
        unit_name=row.unit.short_name or row.unit.name,
        keeper_title=row.keeper_post.title,
        since=row.since,
    )
