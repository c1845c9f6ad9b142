"""Pages of the room."""

from answerable.response.channels.views.feeds import atom, json_feed
from answerable.response.channels.views.piece_moves import move_piece, move_publication
from answerable.response.channels.views.pieces import calendar, copy, desk, log, piece
from answerable.response.channels.views.register import apply, change, one, table
from answerable.response.channels.views.register_moves import delivery, file, hand_over, move
from answerable.response.channels.views.writing import (
    add,
    beside,
    edit,
    explain,
    interpretation,
    names,
    unlist,
)

__all__ = [
    "add",
    "apply",
    "atom",
    "beside",
    "calendar",
    "change",
    "copy",
    "delivery",
    "desk",
    "edit",
    "explain",
    "file",
    "hand_over",
    "interpretation",
    "json_feed",
    "log",
    "move",
    "move_piece",
    "move_publication",
    "names",
    "one",
    "piece",
    "table",
    "unlist",
]
