"""The only writers of the room."""

from answerable.office.review.actions.adopting import adopt_gates
from answerable.office.review.actions.borrowing import borrow
from answerable.office.review.actions.opening import Request, content_changed, open_review, withdraw
from answerable.office.review.actions.passing import note_reading, pass_step, send_back

__all__ = [
    "Request",
    "adopt_gates",
    "borrow",
    "content_changed",
    "note_reading",
    "open_review",
    "pass_step",
    "send_back",
    "withdraw",
]
