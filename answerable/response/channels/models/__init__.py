"""Tables of the room: the register of channels, and what is written and published through them."""

from answerable.response.channels.models.content import (
    PIECES,
    Interpretation,
    LinkLook,
    ListedName,
    Piece,
    Publication,
)
from answerable.response.channels.models.register import Channel, ChannelChange, HandOver

__all__ = [
    "PIECES",
    "Channel",
    "ChannelChange",
    "HandOver",
    "Interpretation",
    "LinkLook",
    "ListedName",
    "Piece",
    "Publication",
]
