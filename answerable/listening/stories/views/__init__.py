"""Pages of the room: each reads the clock and the actor and calls one query or action."""

from answerable.listening.stories.views.looking import against, board, of_item, one, search, seen, sheet
from answerable.listening.stories.views.regrouping import merge, split, undo

__all__ = ["against", "board", "merge", "of_item", "one", "search", "seen", "sheet", "split", "undo"]
