"""Tables of the room."""

from answerable.governance.accountability.models.file import Excuse, File, Seat
from answerable.governance.accountability.models.papers import Paper, Vote

__all__ = ["Excuse", "File", "Paper", "Seat", "Vote"]
