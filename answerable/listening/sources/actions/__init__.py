"""The only writers of the room."""

from answerable.listening.sources.actions.claiming import Claim, claim_due
from answerable.listening.sources.actions.ending import end_poll
from answerable.listening.sources.actions.keeping import (
    AddressRefused,
    Draft,
    Refusal,
    add_source,
    add_sources,
    confirm_move,
    decline_move,
    edit_source,
    merge_publications,
    pause_source,
    poll_now,
    resume_source,
    stop_source,
)
from answerable.listening.sources.actions.outbox import settle
from answerable.listening.sources.actions.storing import Stored, put_full_texts, store_entries
from answerable.listening.sources.actions.upkeep import (
    forget_old_calls,
    give_up_full_text,
    let_old_texts_go,
    sum_up_polls,
)

__all__ = [
    "AddressRefused",
    "Claim",
    "Draft",
    "Refusal",
    "Stored",
    "add_source",
    "add_sources",
    "claim_due",
    "confirm_move",
    "decline_move",
    "edit_source",
    "end_poll",
    "forget_old_calls",
    "give_up_full_text",
    "let_old_texts_go",
    "merge_publications",
    "pause_source",
    "poll_now",
    "put_full_texts",
    "resume_source",
    "settle",
    "stop_source",
    "store_entries",
    "sum_up_polls",
]
