"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ItemsArrived:
    """New or edited items wait in `queries.arrivals`; published inside the transaction that stored them."""

    source: int
    items: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SourceFellIll:
    """A source is no longer heard as it should be: `state` and `reason` say how, the unit owns it."""

    source: int
    name: str
    owner_unit: int
    state: str
    reason: str
    details: dict[str, str | int]
    next_try_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SourceRecovered:
    """A source that was ill is heard again; what had piled up is marked as catching up."""

    source: int
    name: str
    owner_unit: int
    ill_since: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ImportHandedIn:
    """A file waits to be read into its preview, or to be taken in."""

    handed_in: int


@dataclass(frozen=True, slots=True)
class LookupAsked:
    """A person gave addresses; their sites are to be searched for feeds."""

    lookup: int


@dataclass(frozen=True, slots=True)
class SourceDue:
    """A person wants a source polled now and not at the next round: added, resumed, moved, or by the button."""

    source: int


@dataclass(frozen=True, slots=True)
class PublicationsMerged:
    """One publication became part of another; published before the emptied one is dropped."""

    kept: int
    merged: int
    at: datetime
