"""Pages of the room."""

from answerable.response.foresight.views.deeds import deed, move
from answerable.response.foresight.views.entering import arrange, describe, enter
from answerable.response.foresight.views.looking import file, index, one, prepared, similar, take_up
from answerable.response.foresight.views.looking_back import asked, settle
from answerable.response.foresight.views.writing import announce, close_gap, line, strike, voice

__all__ = [
    "announce",
    "arrange",
    "asked",
    "close_gap",
    "deed",
    "describe",
    "enter",
    "file",
    "index",
    "line",
    "move",
    "one",
    "prepared",
    "settle",
    "similar",
    "strike",
    "take_up",
    "voice",
]
