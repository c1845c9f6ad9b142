"""Views of the room."""

from answerable.response.channel_health.views.arranging import add_column, drop_column, settings
from answerable.response.channel_health.views.entering import enter, figures, grave, judge
from answerable.response.channel_health.views.looking import board, look_again, one

__all__ = [
    "add_column",
    "board",
    "drop_column",
    "enter",
    "figures",
    "grave",
    "judge",
    "look_again",
    "one",
    "settings",
]
