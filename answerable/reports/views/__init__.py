"""Pages of the room."""

from answerable.reports.views.brief import brief, choose_time
from answerable.reports.views.looking import edition, file, look, one, shelf
from answerable.reports.views.making import kinds, make
from answerable.reports.views.moving import deed, move
from answerable.reports.views.trend import trend
from answerable.reports.views.writing import ask, head, machine, passage, take_over

__all__ = [
    "ask",
    "brief",
    "choose_time",
    "deed",
    "edition",
    "file",
    "head",
    "kinds",
    "look",
    "machine",
    "make",
    "move",
    "one",
    "passage",
    "shelf",
    "take_over",
    "trend",
]
