"""The only writers of the room."""

from answerable.governance.questionnaires.actions.answering import hand_in
from answerable.governance.questionnaires.actions.closing import cancel, close, withhold
from answerable.governance.questionnaires.actions.drafting import Draft, keep_question, save
from answerable.governance.questionnaires.actions.notes import KEEP
from answerable.governance.questionnaires.actions.opening import make_slips, open_draft, open_questionnaire
from answerable.governance.questionnaires.actions.wiping import wipe

__all__ = [
    "KEEP",
    "Draft",
    "cancel",
    "close",
    "hand_in",
    "keep_question",
    "make_slips",
    "open_draft",
    "open_questionnaire",
    "save",
    "wipe",
    "withhold",
]
