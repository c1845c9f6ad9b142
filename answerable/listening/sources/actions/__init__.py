"""The only writers of the room."""

from answerable.listening.sources.actions.claiming import Claim, claim_due
from answerable.listening.sources.actions.ending import end_poll
from answerable.listening.sources.actions.outbox import settle
from answerable.listening.sources.actions.storing import Stored, put_full_texts, store_entries

__all__ = [
    "Claim",
    "Stored",
    "claim_due",
    "end_poll",
    "put_full_texts",
    "settle",
    "store_entries",
]
