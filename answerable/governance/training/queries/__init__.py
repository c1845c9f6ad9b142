"""Reading the room."""

from answerable.governance.training.queries.records import hours, hours_of
from answerable.governance.training.queries.short import ShortRow, short_of

__all__ = ["ShortRow", "hours", "hours_of", "short_of"]
