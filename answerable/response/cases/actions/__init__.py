"""The only writers of the room."""

from answerable.response.cases.actions.answering import AnswerNote, note_answer, note_verdict
from answerable.response.cases.actions.assessing import (
    OpinionDraft,
    Proposal,
    agree,
    assess_anew,
    decide_level,
    dissent,
    give_opinion,
    propose_level,
)
from answerable.response.cases.actions.checking import EvidenceDraft, FactDraft, add_fact, change_fact
from answerable.response.cases.actions.ending import (
    Handing,
    close_case,
    confirm_handover,
    hand_over,
    reopen,
)
from answerable.response.cases.actions.joining import Splitting, merge, split
from answerable.response.cases.actions.opening import Opening, link_stories, open_case, open_for_signal
from answerable.response.cases.actions.papers import (
    PaperDraft,
    draft_paper,
    edit_paper,
    note_receipt,
    send_paper,
    sign_paper,
    take_paper_back,
)
from answerable.response.cases.actions.reviewing import (
    ActionDraft,
    Lessons,
    add_action,
    close_review,
    finish_action,
    hold_review,
)
from answerable.response.cases.actions.tasking import TaskDraft, drop_task, finish_task, set_task
from answerable.response.cases.actions.working import (
    acknowledge,
    assign,
    begin_answer,
    change_matter,
    follow_up,
    register,
)

__all__ = [
    "ActionDraft",
    "AnswerNote",
    "EvidenceDraft",
    "FactDraft",
    "Handing",
    "Lessons",
    "Opening",
    "OpinionDraft",
    "PaperDraft",
    "Proposal",
    "Splitting",
    "TaskDraft",
    "acknowledge",
    "add_action",
    "add_fact",
    "agree",
    "assess_anew",
    "assign",
    "begin_answer",
    "change_fact",
    "change_matter",
    "close_case",
    "close_review",
    "confirm_handover",
    "decide_level",
    "dissent",
    "draft_paper",
    "drop_task",
    "edit_paper",
    "finish_action",
    "finish_task",
    "follow_up",
    "give_opinion",
    "hand_over",
    "hold_review",
    "link_stories",
    "merge",
    "note_answer",
    "note_receipt",
    "note_verdict",
    "open_case",
    "open_for_signal",
    "propose_level",
    "register",
    "reopen",
    "send_paper",
    "set_task",
    "sign_paper",
    "split",
    "take_paper_back",
]
