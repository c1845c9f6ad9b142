"""The only writers of the room."""

from answerable.governance.inspections.actions.drawing import (
    Telling,
    cancel_draw,
    commit_draw,
    hold_draw,
    recuse,
    seal_seed,
    tell_seed,
)
from answerable.governance.inspections.actions.findings import (
    NewFinding,
    add_finding,
    confirm,
    dismiss,
    put_to_unit,
    reply,
)
from answerable.governance.inspections.actions.handing_in import hand_in
from answerable.governance.inspections.actions.planning import (
    ProgrammeDraft,
    RoundDraft,
    cancel_round,
    end_programme,
    plan_round,
    save_programme,
    save_questions,
)
from answerable.governance.inspections.actions.putting_right import correct, plan_correction, recheck
from answerable.governance.inspections.actions.reporting import (
    begin_round,
    close_round,
    read_questionnaire,
    report_round,
    settle_year,
)
from answerable.governance.inspections.actions.visiting import Entry, answer, begin_visit, finish_visit

__all__ = [
    "Entry",
    "NewFinding",
    "ProgrammeDraft",
    "RoundDraft",
    "Telling",
    "add_finding",
    "answer",
    "begin_round",
    "begin_visit",
    "cancel_draw",
    "cancel_round",
    "close_round",
    "commit_draw",
    "confirm",
    "correct",
    "dismiss",
    "end_programme",
    "finish_visit",
    "hand_in",
    "hold_draw",
    "plan_correction",
    "plan_round",
    "put_to_unit",
    "read_questionnaire",
    "recheck",
    "recuse",
    "reply",
    "report_round",
    "save_programme",
    "save_questions",
    "seal_seed",
    "settle_year",
    "tell_seed",
]
