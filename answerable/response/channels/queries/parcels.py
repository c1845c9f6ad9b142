"""What a channel is told of a publication, and the entries of its feed."""

from answerable.response.answers.rules.markup import plain, render
from answerable.response.channels.models import Channel, Piece, Publication
from answerable.response.channels.rules.delivering import Parcel
from answerable.response.channels.rules.states import Delivery, OutState
from answerable.response.channels.rules.wording import without_pictures

#: Newest entries in a feed; a reader that looks once a week misses none of an ordinary office.
FEED_LENGTH = 50


def parcel_of(row: Publication) -> Parcel:
    """Lay one publication out for its channel, as it has to be told now."""
    piece = row.piece
    text = without_pictures(piece.body)
    return Parcel(
        key=str(row.key),
        tell=row.tell,
        title=piece.title,
        summary=piece.summary,
        html=render(text),
        text=plain(text),
        language=piece.language,
        content_hash=row.content_hash,
        released_at=row.released_at,
        readers=tuple(f"{one['name']} ({one['post']})" for one in row.readers),
        reason=_reason(piece, row),
        replaced_by=_replaced_by(row),
    )


def _reason(piece: Piece, row: Publication) -> str:
    if row.tell == "withdrawn":
        return piece.reason
    if row.tell == "corrected":
        return next((one.reason for one in piece.corrections.exclude(published_at=None)), "")
    return piece.reason if piece.corrects_id else ""


def _replaced_by(row: Publication) -> str:
    if row.tell != "corrected":
        return ""
    after = Publication.objects.filter(piece__corrects=row.piece_id, channel=row.channel_id).first()
    return str(after.key) if after else ""


def feed_of(key: str) -> tuple[Channel, tuple[Parcel, ...]] | None:
    """Give the feed of a channel that reads one; None where there is none. Everything in it is public."""
    channel = Channel.objects.filter(key=key, delivery=Delivery.FEED).first()
    if channel is None:
        return None
    rows = (
        channel.publications.filter(state=OutState.OUT)
        .select_related("piece")
        .prefetch_related("piece__corrections")
    )
    return channel, tuple(parcel_of(row) for row in rows.order_by("-released_at", "-pk")[:FEED_LENGTH])
