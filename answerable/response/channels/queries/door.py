"""Who may see and work on which channel and which piece."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.response.channels.models import Channel, Piece
from answerable.response.channels.rules.states import EVER_OUT

#: See office.people for which posts give these.
READ = "channels.read"
KEEP = "channels.keep"
FILE = "channels.file"
DRAFT = "content.draft"
PUBLISH = "content.publish"


def channel_for(actor: Actor, channel: int) -> Channel:
    """Give one channel: the register is open to everybody with a post."""
    actor.need(READ)
    row = Channel.objects.select_related("unit", "keeper_post", "holder", "keeper").filter(pk=channel).first()
    if row is None:
        raise NotFound(_("There is no such channel."), _("Look at the register."))
    return row


def may_keep(actor: Actor, channel: Channel) -> bool:
    """Say whether an actor keeps a channel: it lies in their reach, or its keeper's post is theirs."""
    return actor.may(KEEP) and (actor.reaches(channel.unit_id) or channel.keeper_post_id in actor.posts)


def locked_channel(actor: Actor, channel: int, ability: str) -> Channel:
    """Lock one channel for a change by somebody who may make it."""
    seen = channel_for(actor, channel)
    if seen.keeper_post_id not in actor.posts:
        actor.need(ability, unit=seen.unit_id)
    else:
        actor.need(ability)
    return Channel.objects.select_for_update().get(pk=seen.pk)


def pieces_of(actor: Actor) -> QuerySet[Piece]:
    """Pieces that an actor may see: what is out, and what is being written in their reach."""
    actor.need(READ)
    rows = Piece.objects.all()
    if actor.kind == "machine":
        return rows
    return rows.filter(Q(state__in=EVER_OUT) | Q(unit__in=actor.units))


def piece_for(actor: Actor, piece: int) -> Piece:
    """Give one piece to somebody who may see it."""
    row = pieces_of(actor).filter(pk=piece).first()
    if row is None:
        raise NotFound(_("There is no such piece, or none for you."), _("Look at the content desk."))
    return row


def whole_piece(actor: Actor, piece: int) -> Piece:
    """Give one piece as its pages need it, with its unit, its channels and its interpretation, in two queries."""
    row = (
        pieces_of(actor)
        .filter(pk=piece)
        .select_related(
            "unit",
            "corrects",
            "interpretation__unit",
            "interpretation__material",
            "interpretation__policy",
            "explains_policy__unit",
            "explains_policy__policy",
            "explains_policy__material",
        )
        .prefetch_related("channels")
        .first()
    )
    if row is None:
        raise NotFound(_("There is no such piece, or none for you."), _("Look at the content desk."))
    return row


def locked_piece(actor: Actor, piece: int, ability: str) -> Piece:
    """Lock one piece for a change by somebody who may make it; every change of a piece begins here."""
    seen = piece_for(actor, piece)
    actor.need(ability, unit=seen.unit_id)
    return Piece.objects.select_for_update().get(pk=seen.pk)
