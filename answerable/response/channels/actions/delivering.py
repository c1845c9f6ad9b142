"""Delivery: what a keeper copied is confirmed, what a webhook gets is claimed, sent outside, and noted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from answerable.egress.signing import new_secret
from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.sealing import seal, unseal
from answerable.kernel.trail.actions import record
from answerable.response.answers.rules.markup import is_plain_link
from answerable.response.channels.events import DeliveryDue, PiecePublished
from answerable.response.channels.models import Channel, Publication
from answerable.response.channels.queries.door import KEEP, PUBLISH, locked_channel, may_keep, piece_for
from answerable.response.channels.queries.names import subject_of_channel, subject_of_piece
from answerable.response.channels.queries.parcels import parcel_of
from answerable.response.channels.rules.delivering import Parcel, next_try
from answerable.response.channels.rules.platforms import PLATFORMS
from answerable.response.channels.rules.states import Delivery, OutState

#: Longer than one call may take (20 s), so that two workers never send the same at once.
LEASE = timedelta(minutes=2)
SECRET_BYTES = 32


def set_delivery(
    channel: int,
    delivery: Delivery,
    hook_url: str = "",
    *,
    chance: Callable[[int], bytes],
    by: Actor,
    at: datetime,
) -> str:
    """Say how pieces get onto a channel. Gives the new secret of a webhook, which is shown once and then sealed."""
    with transaction.atomic():
        row = locked_channel(by, channel, KEEP)
        if delivery not in PLATFORMS[row.platform].deliveries:
            raise Anticipated(
                _("This platform has no open interface."), _("The keeper copies the text and puts it there.")
            )
        secret = ""
        if delivery is Delivery.WEBHOOK:
            if not is_plain_link(hook_url) or "://" not in hook_url:
                raise Anticipated(_("A webhook goes to a web address."), _("It begins with https://"))
            secret = new_secret(chance(SECRET_BYTES))
        Channel.objects.filter(pk=row.pk).update(
            delivery=delivery, hook_url=hook_url if secret else "", hook_secret=seal(secret)
        )
        record("channels.set_delivery", subject_of_channel(row.pk), by=by, at=at, delivery=delivery)
    return secret


def confirm_out(publication: int, address: str = "", *, by: Actor, at: datetime) -> None:
    """Note that a keeper has put a piece on their channel, and where it stands there."""
    row = _of_channel(by, publication)
    if address and not is_plain_link(address):
        raise Anticipated(_("This is no web address."), _("Copy it from the platform, or leave it empty."))
    with transaction.atomic():
        waiting = Publication.objects.filter(pk=row.pk, state=OutState.WAITING, out_at=None)
        if not waiting.update(state=OutState.OUT, out_at=at, address=address[:500], told="published"):
            return
        record("channels.put_out", subject_of_piece(row.piece_id), by=by, at=at, channel=row.channel_id)
        events.publish(PiecePublished(row.piece_id, row.channel_id, at))


def confirm_down(publication: int, *, by: Actor, at: datetime) -> None:
    """Note that a keeper has taken a withdrawn or corrected piece down, or replaced it."""
    row = _of_channel(by, publication)
    with transaction.atomic():
        if (
            Publication.objects.filter(pk=row.pk, taken_down_at=None)
            .exclude(tell="published")
            .update(taken_down_at=at, told=row.tell)
        ):
            record("channels.took_down", subject_of_piece(row.piece_id), by=by, at=at, channel=row.channel_id)


def _of_channel(by: Actor, publication: int) -> Publication:
    """Give a row of the log to the keeper of its channel, or to whoever publishes there."""
    row = Publication.objects.filter(pk=publication).select_related("channel").first()
    if row is None:
        raise NotFound(_("There is no such publication."), _("Load the page again."))
    piece_for(by, row.piece_id)
    if not may_keep(by, row.channel):
        by.need(PUBLISH, unit=row.channel.unit_id)
    return row


def try_again(publication: int, *, by: Actor, at: datetime) -> None:
    """Begin anew with a delivery that was given up."""
    row = _of_channel(by, publication)
    with transaction.atomic():
        if Publication.objects.filter(pk=row.pk, state=OutState.FAILED).update(
            state=OutState.WAITING, tries=0, next_try_at=at, fault=""
        ):
            record("channels.try_again", subject_of_piece(row.piece_id), by=by, at=at, channel=row.channel_id)
            events.publish(DeliveryDue(at))


@dataclass(frozen=True, slots=True)
class Sending:
    """One claimed delivery: where to, sealed no longer, with what."""

    publication: int
    url: str
    secret: str
    parcel: Parcel


def claim(most: int, *, at: datetime) -> tuple[Sending, ...]:
    """Claim deliveries that are due, each for one worker at a time."""
    due = Publication.objects.filter(next_try_at__lte=at, channel__delivery=Delivery.WEBHOOK)
    claimed = []
    for row in due.select_related("channel", "piece").order_by("next_try_at", "pk")[:most]:
        free = Publication.objects.filter(pk=row.pk, next_try_at=row.next_try_at)
        if free.update(next_try_at=at + LEASE):
            claimed.append(
                Sending(row.pk, row.channel.hook_url, unseal(row.channel.hook_secret), parcel_of(row))
            )
    return tuple(claimed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one try ended: a fault in words, how long the receiver asked to wait, and whether it wants no more."""

    fault: str = ""
    asked_s: int | None = None
    stop: bool = False


def note_delivery(sending: Sending, outcome: Outcome, *, by: Actor, at: datetime) -> None:
    """Write down how a try ended: out, to be tried again, or given up."""
    rows = Publication.objects.filter(pk=sending.publication)
    with transaction.atomic():
        row = rows.select_for_update().get()
        if not outcome.fault:
            first = row.out_at is None
            # What changed while the message was on its way is told with the next one.
            more = at if row.tell != sending.parcel.tell else None
            rows.update(
                state=OutState.OUT if more is None else OutState.WAITING,
                out_at=row.out_at or at, told=sending.parcel.tell, next_try_at=more, fault="", tries=0,
            )  # fmt: skip
            record(
                "channels.delivered", subject_of_piece(row.piece_id), by=by, at=at, told=sending.parcel.tell
            )
            if first:
                events.publish(PiecePublished(row.piece_id, row.channel_id, at))
            return
        again = None if outcome.stop else next_try(row.tries + 1, at=at, asked_s=outcome.asked_s)
        rows.update(
            tries=F("tries") + 1,
            next_try_at=again,
            state=OutState.WAITING if again else OutState.FAILED,
            fault=outcome.fault[:300],
        )
        record(
            "channels.not_delivered", subject_of_piece(row.piece_id), by=by, at=at, fault=outcome.fault[:300]
        )
