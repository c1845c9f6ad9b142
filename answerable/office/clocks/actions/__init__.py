"""The only writers of the room."""

from answerable.office.clocks.actions.adopting import adopt
from answerable.office.clocks.actions.climbing import Climbed, climb
from answerable.office.clocks.actions.meeting import close, meet
from answerable.office.clocks.actions.moving import extend, hand_on, move, pause, resume
from answerable.office.clocks.actions.recounting import ensure, recount
from answerable.office.clocks.actions.revising import Done, Notice, change_days, change_hours, confirm_year
from answerable.office.clocks.actions.starting import Matter, Start, start, start_rule

__all__ = [
    "Climbed",
    "Done",
    "Matter",
    "Notice",
    "Start",
    "adopt",
    "change_days",
    "change_hours",
    "climb",
    "close",
    "confirm_year",
    "ensure",
    "extend",
    "hand_on",
    "meet",
    "move",
    "pause",
    "recount",
    "resume",
    "start",
    "start_rule",
]
