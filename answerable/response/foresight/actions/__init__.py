"""The only writers of the room."""

from answerable.response.foresight.actions.assessing import ViewDraft, give_view
from answerable.response.foresight.actions.consulting import VoiceDraft, announce, close_gap, note_voice
from answerable.response.foresight.actions.entering import Entry, Going, arrange, describe, enter
from answerable.response.foresight.actions.handing_in import hand_in, take_back
from answerable.response.foresight.actions.looking_back import Verdict, finish, settle
from answerable.response.foresight.actions.lying import take_up
from answerable.response.foresight.actions.releasing import (
    Outcome,
    postpone,
    release_now,
    release_urgently,
    withdraw,
)
from answerable.response.foresight.actions.writing import (
    AudienceDraft,
    GapDraft,
    PreparedDraft,
    RiskDraft,
    SimilarDraft,
    strike,
    write,
)

__all__ = [
    "AudienceDraft",
    "Entry",
    "GapDraft",
    "Going",
    "Outcome",
    "PreparedDraft",
    "RiskDraft",
    "SimilarDraft",
    "Verdict",
    "ViewDraft",
    "VoiceDraft",
    "announce",
    "arrange",
    "close_gap",
    "describe",
    "enter",
    "finish",
    "give_view",
    "hand_in",
    "note_voice",
    "postpone",
    "release_now",
    "release_urgently",
    "settle",
    "strike",
    "take_back",
    "take_up",
    "withdraw",
    "write",
]
