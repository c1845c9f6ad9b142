"""Telling the people whom a channel or a piece concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.kernel.actor import Actor
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people
from answerable.response.channels.models import Channel, HandOver, Piece
from answerable.response.channels.queries.door import PUBLISH
from answerable.response.channels.queries.names import link_to_channel, link_to_piece


@dataclass(frozen=True, slots=True)
class Line:
    """What is told: the sentence, the thing's own name, where it leads, and the key by which it is told once."""

    sentence: str | Promise
    name: str
    link: str
    key: str
    urgent: bool = False


def tell(line: Line, to: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Tell people one thing once, in their own language; never the one who has just done it."""
    said = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            said[language] = str(line.sentence)
    news = News(
        kind="channel",
        subject=Told(f"{said['en']} {line.name}", f"{said['zh-hans']}{line.name}"),
        body=Told(f"{said['en']} {line.name}", f"{said['zh-hans']}{line.name}"),
        link=line.link,
        key=line.key,
        urgent=line.urgent,
    )
    return notify(news, to=[one for one in to if one != by.person], by=by, at=at)


def tell_hand_over(channel: Channel, row: HandOver, *, by: Actor, at: datetime) -> None:
    """Tell both keepers that the channel changes hands."""
    line = Line(
        _("The channel changes hands today; change its password:"),
        channel.name,
        link_to_channel(channel.pk),
        f"hand-over:{row.pk}",
        urgent=True,
    )
    tell(line, [one for one in (row.giver_id, row.taker_id) if one is not None], by=by, at=at)


def tell_sent_back(piece: Piece, *, by: Actor, at: datetime) -> None:
    """Tell whoever may publish that a scheduled text stays in: its gate no longer holds."""
    line = Line(
        _("Was to go out and did not, because its text has not passed its gate:"),
        piece.title,
        link_to_piece(piece.pk),
        f"piece-held:{piece.pk}:{piece.edit}",
        urgent=True,
    )
    tell(line, people.who_may(PUBLISH, at=at, unit=piece.unit_id), by=by, at=at)


def tell_keepers(
    piece: Piece, channels: Iterable[Channel], sentence: Promise, *, by: Actor, at: datetime
) -> None:
    """Tell the keepers of some channels what is to be done there with a piece."""
    rows = list(channels)
    answering = people.holders([row.keeper_post_id for row in rows], at=at)
    for row in rows:
        holder = answering.get(row.keeper_post_id)
        if holder is not None:
            line = Line(
                sentence,
                f"{piece.title} → {row.name}",
                link_to_piece(piece.pk),
                f"piece:{piece.pk}:{piece.state}:{row.pk}",
            )
            tell(line, [holder.person], by=by, at=at)
