"""The only writers of the room."""

from answerable.reports.actions.brief import choose_brief_time, tell_brief
from answerable.reports.actions.drafting import draft_due
from answerable.reports.actions.making import Asked, make, renew
from answerable.reports.actions.phrasing import (
    Wanted,
    ask_for_words,
    keep_model_words,
    question_for,
    tell_no_words,
)
from answerable.reports.actions.proving import prove
from answerable.reports.actions.sending import note_receipt, note_return, send
from answerable.reports.actions.signing import hand_in, sign, take_back
from answerable.reports.actions.templates import (
    FileRefused,
    Serving,
    add_template,
    add_version,
    change_serving,
    move_version,
)
from answerable.reports.actions.writing import Head, drop, keep_head, rewrite, take_over, use_machine_words

__all__ = [
    "Asked",
    "FileRefused",
    "Head",
    "Serving",
    "Wanted",
    "add_template",
    "add_version",
    "ask_for_words",
    "change_serving",
    "choose_brief_time",
    "draft_due",
    "drop",
    "hand_in",
    "keep_head",
    "keep_model_words",
    "make",
    "move_version",
    "note_receipt",
    "note_return",
    "prove",
    "question_for",
    "renew",
    "rewrite",
    "send",
    "sign",
    "take_back",
    "take_over",
    "tell_brief",
    "tell_no_words",
    "use_machine_words",
]
