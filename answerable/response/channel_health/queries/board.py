"""The board: every channel with how it stands, the worst first."""

from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.response.channel_health.queries.state import ChannelHealth, state_of
from answerable.response.channel_health.rules.metrics import Standing
from answerable.response.channels.queries import ChannelRow, channels

PAGE_SIZE = 50
ORDER = (Standing.FAIL, Standing.WARN, Standing.UNKNOWN, Standing.OK)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the board."""

    standing: str = ""
    kind: str = ""
    unit: int | None = None
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One channel and its health."""

    channel: ChannelRow
    health: ChannelHealth


@dataclass(frozen=True, slots=True)
class Board:
    """One page of the board with the counts of all its standings."""

    rows: tuple[BoardRow, ...]
    counts: tuple[tuple[Standing, int], ...]
    total: int
    page: int


def board(actor: Actor, wish: Wish, *, at: datetime) -> Board:
    """Show the channels of the body, the worst first; the same few queries for one channel and for thousands."""
    chosen = _chosen(channels(actor), wish)
    health = state_of([row.id for row in chosen], at=at)
    rows = [BoardRow(row, health[row.id]) for row in chosen]
    counts = tuple((one, sum(row.health.standing is one for row in rows)) for one in ORDER)
    if wish.standing:
        rows = [row for row in rows if row.health.standing == wish.standing]
    rows.sort(key=lambda row: (ORDER.index(row.health.standing), -row.health.findings, row.channel.name))
    last = max(1, -(-len(rows) // PAGE_SIZE))
    page = min(max(wish.page, 1), last)
    shown = rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return Board(tuple(shown), counts, len(rows), page)


def _chosen(rows: tuple[ChannelRow, ...], wish: Wish) -> list[ChannelRow]:
    words = wish.words.lower().strip()
    return [
        row
        for row in rows
        if (not wish.kind or row.kind == wish.kind)
        and (wish.unit is None or row.unit == wish.unit)
        and (not words or words in row.name.lower() or words in row.platform.lower())
    ]
