"""The only reads of the room."""

from answerable.response.channel_health.queries.board import Board, BoardRow, Wish, board
from answerable.response.channel_health.queries.one import ChannelPage, channel_of_finding, channel_page
from answerable.response.channel_health.queries.state import (
    ChannelHealth,
    CheckRow,
    FindingRow,
    findings,
    state_of,
    trend,
)

__all__ = [
    "Board",
    "BoardRow",
    "ChannelHealth",
    "ChannelPage",
    "CheckRow",
    "FindingRow",
    "Wish",
    "board",
    "channel_of_finding",
    "channel_page",
    "findings",
    "state_of",
    "trend",
]
