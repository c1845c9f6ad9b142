"""Tables of the room: sources and what they gave, polls and gaps, imports and webhook keys."""

from answerable.listening.sources.models.intake import FileImport, Lookup, ReceivedCall
from answerable.listening.sources.models.item import Arrival, Item, ItemVersion
from answerable.listening.sources.models.poll import Gap, HostTurn, Poll, PollDay
from answerable.listening.sources.models.source import Publication, Source

__all__ = [
    "Arrival",
    "FileImport",
    "Gap",
    "HostTurn",
    "Item",
    "ItemVersion",
    "Lookup",
    "Poll",
    "PollDay",
    "Publication",
    "ReceivedCall",
    "Source",
]
