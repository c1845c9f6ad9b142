"""The writers of the room. Counting and trying out, which load the early warning, are imported by jobs alone."""

from answerable.listening.signals.actions.keeping import (
    WatchDraft,
    edit_watch,
    keep_watch,
    move_watch,
    set_stories,
)
from answerable.listening.signals.actions.settling import acknowledge, dismiss, end, take
from answerable.listening.signals.actions.trying import ask_trial

__all__ = [
    "WatchDraft",
    "acknowledge",
    "ask_trial",
    "dismiss",
    "edit_watch",
    "end",
    "keep_watch",
    "move_watch",
    "set_stories",
    "take",
]
