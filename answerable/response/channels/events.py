"""What this room tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PiecePublished:
    """A piece is out on a channel."""

    piece: int
    channel: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PieceWithdrawn:
    """A piece was taken back, with its reason."""

    piece: int
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChannelOpened:
    """A channel is in use."""

    channel: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ChannelClosed:
    """A channel was closed for good."""

    channel: int
    at: datetime


@dataclass(frozen=True, slots=True)
class KeeperChanged:
    """Another person holds the keeper's post: the credentials have to change hands."""

    channel: int
    giver: int | None
    taker: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LinksAsked:
    """The addresses in a piece are to be looked at."""

    piece: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryDue:
    """Publications wait to be sent."""

    at: datetime
