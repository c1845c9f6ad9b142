"""Pages of the room: each reads the clock and the actor and calls one query or action."""

from answerable.response.answers.views.looking import one, sheet, table
from answerable.response.answers.views.moving import change, drop, hand_in, publish, translate
from answerable.response.answers.views.words import release_word, words
from answerable.response.answers.views.writing import add, beside, edit, explain

__all__ = [
    "add",
    "beside",
    "change",
    "drop",
    "edit",
    "explain",
    "hand_in",
    "one",
    "publish",
    "release_word",
    "sheet",
    "table",
    "translate",
    "words",
]
