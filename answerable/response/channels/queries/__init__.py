"""The only reads of the room."""

from answerable.response.channels.queries.register import (
    ChannelRow,
    channel_of,
    channels,
    last_published,
    population,
)

__all__ = ["ChannelRow", "channel_of", "channels", "last_published", "population"]
