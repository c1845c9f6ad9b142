"""The only writers of the room."""

from answerable.listening.sources.actions.claiming import (
    HOST_GAP,
    Claim,
    begin_round,
    claim_due,
    give_back_turn,
)
from answerable.listening.sources.actions.ending import end_poll
from answerable.listening.sources.actions.keeping import (
    AddressRefused,
    Draft,
    Refusal,
    add_source,
    add_sources,
    edit_source,
    merge_publications,
)
from answerable.listening.sources.actions.looking_up import (
    ask_lookup,
    end_lookup,
    note_found,
    note_refused,
    offer_outlines,
)
from answerable.listening.sources.actions.moving import (
    confirm_move,
    decline_move,
    pause_source,
    poll_now,
    resume_source,
    stop_source,
)
from answerable.listening.sources.actions.outbox import settle
from answerable.listening.sources.actions.receiving import (
    FloodBraked,
    ask_to_take,
    drop_file,
    hand_in_file,
    note_preview,
    receive_call,
    renew_secret,
    take_file,
)
from answerable.listening.sources.actions.storing import Stored, index_again, put_full_texts, store_entries
from answerable.listening.sources.actions.upkeep import (
    forget_old_calls,
    give_up_full_text,
    let_old_texts_go,
    sum_up_polls,
)

__all__ = [
    "HOST_GAP",
    "AddressRefused",
    "Claim",
    "Draft",
    "FloodBraked",
    "Refusal",
    "Stored",
    "add_source",
    "add_sources",
    "ask_lookup",
    "ask_to_take",
    "begin_round",
    "claim_due",
    "confirm_move",
    "decline_move",
    "drop_file",
    "edit_source",
    "end_lookup",
    "end_poll",
    "forget_old_calls",
    "give_back_turn",
    "give_up_full_text",
    "hand_in_file",
    "index_again",
    "let_old_texts_go",
    "merge_publications",
    "note_found",
    "note_preview",
    "note_refused",
    "offer_outlines",
    "pause_source",
    "poll_now",
    "put_full_texts",
    "receive_call",
    "renew_secret",
    "resume_source",
    "settle",
    "stop_source",
    "store_entries",
    "sum_up_polls",
    "take_file",
]
