"""The only writers of the room."""

from answerable.governance.plan.actions.approving import approve, propose, recall, send_back
from answerable.governance.plan.actions.binding import bind
from answerable.governance.plan.actions.drafting import change, copy_draft, drop, save_yaml, start_draft
from answerable.governance.plan.actions.importing import (
    Paper,
    import_again,
    import_docx,
    paper_of,
    take_words,
)
from answerable.governance.plan.actions.in_force import adopt_start, put_due_in_force, put_in_force, repeal
from answerable.governance.plan.actions.linking import (
    add_sentence,
    drop_clause,
    drop_duty,
    link,
    put_duty,
    set_head,
)
from answerable.governance.plan.actions.proposing import decline, note_proposal, take_up

__all__ = [
    "Paper",
    "add_sentence",
    "adopt_start",
    "approve",
    "bind",
    "change",
    "copy_draft",
    "decline",
    "drop",
    "drop_clause",
    "drop_duty",
    "import_again",
    "import_docx",
    "link",
    "note_proposal",
    "paper_of",
    "propose",
    "put_due_in_force",
    "put_duty",
    "put_in_force",
    "recall",
    "repeal",
    "save_yaml",
    "send_back",
    "set_head",
    "start_draft",
    "take_up",
    "take_words",
]
