"""Pages of the room."""

from answerable.reports.views.brief import brief, choose_time
from answerable.reports.views.looking import edition, file, look, one, shelf
from answerable.reports.views.making import kinds, make
from answerable.reports.views.moving import deed, move
from answerable.reports.views.templates import (
    add_template,
    change_template,
    example_template,
    move_template,
    template,
    template_file,
    template_sample,
    templates,
)
from answerable.reports.views.trend import trend
from answerable.reports.views.writing import ask, head, machine, passage, take_over

__all__ = [
    "add_template",
    "ask",
    "brief",
    "change_template",
    "choose_time",
    "deed",
    "edition",
    "example_template",
    "file",
    "head",
    "kinds",
    "look",
    "machine",
    "make",
    "move",
    "move_template",
    "one",
    "passage",
    "shelf",
    "take_over",
    "template",
    "template_file",
    "template_sample",
    "templates",
    "trend",
]
