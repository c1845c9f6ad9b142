"""Pages of the room: each reads the clock and the actor and calls one query or action."""

from answerable.listening.sources.views.adding import add, add_kind, edit, lookup, lookup_answers
from answerable.listening.sources.views.files import file_in, handed_in, opml_in, opml_out
from answerable.listening.sources.views.looking import (
    export,
    item,
    publication_names,
    publications,
    source,
    table,
)
from answerable.listening.sources.views.moves import move
from answerable.listening.sources.views.webhooks import webhook

__all__ = [
    "add",
    "add_kind",
    "edit",
    "export",
    "file_in",
    "handed_in",
    "item",
    "lookup",
    "lookup_answers",
    "move",
    "opml_in",
    "opml_out",
    "publication_names",
    "publications",
    "source",
    "table",
    "webhook",
]
