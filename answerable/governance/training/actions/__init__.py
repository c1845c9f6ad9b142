"""The only writers of the room."""

from answerable.governance.training.actions.certificates import issue_earned, remind
from answerable.governance.training.actions.courses import CourseDraft, save_course
from answerable.governance.training.actions.exercises import (
    begin_exercise,
    delete_text,
    give_feedback,
    hand_in_exercise,
)
from answerable.governance.training.actions.quizzes import take_quiz
from answerable.governance.training.actions.sessions import (
    SessionDraft,
    cancel_session,
    enter,
    leave,
    plan_session,
    sign_for,
    sign_own,
)

__all__ = [
    "CourseDraft",
    "SessionDraft",
    "begin_exercise",
    "cancel_session",
    "delete_text",
    "enter",
    "give_feedback",
    "hand_in_exercise",
    "issue_earned",
    "leave",
    "plan_session",
    "remind",
    "save_course",
    "sign_for",
    "sign_own",
    "take_quiz",
]
