"""Pages of the room: each reads the clock and the actor and calls one query or action."""

from answerable.listening.signals.views.settling import move, one, switch, table
from answerable.listening.signals.views.watching import add, edit, move_watch, preview, trial, watches

__all__ = ["add", "edit", "move", "move_watch", "one", "preview", "switch", "table", "trial", "watches"]
