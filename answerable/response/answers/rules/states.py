"""Kinds of answers, what their versions are, and the states of both."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class Kind(StrEnum):
    """What the body says, and when it says it."""

    FIRST_RELEASE = "first_release"
    ANSWER = "answer"
    CLARIFICATION = "clarification"
    CONFERENCE = "conference"
    CORRECTION = "correction"
    UPDATE = "update"


KIND_NAMES: Mapping[Kind, str | Promise] = {
    Kind.FIRST_RELEASE: _("first release"),
    Kind.ANSWER: pgettext_lazy("kind", "answer"),
    Kind.CLARIFICATION: _("clarification"),
    Kind.CONFERENCE: _("news conference"),
    Kind.CORRECTION: pgettext_lazy("kind", "correction"),
    Kind.UPDATE: pgettext_lazy("kind", "update"),
}


class State(StrEnum):
    """Where an answer stands before the public."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


class Move(StrEnum):
    """What can happen to an answer."""

    PUBLISH = "publish"
    DROP = "drop"
    UPDATE = "update"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


#: Nothing leads out of "withdrawn": what the body took back stays listed as taken back.
MOVES: Moves[State, Move] = Moves(
    {
        (State.DRAFT, Move.PUBLISH): State.PUBLISHED,
        (State.DRAFT, Move.DROP): State.DROPPED,
        (State.PUBLISHED, Move.UPDATE): State.PUBLISHED,
        (State.PUBLISHED, Move.CORRECT): State.CORRECTED,
        (State.PUBLISHED, Move.WITHDRAW): State.WITHDRAWN,
        (State.CORRECTED, Move.UPDATE): State.CORRECTED,
        (State.CORRECTED, Move.CORRECT): State.CORRECTED,
        (State.CORRECTED, Move.WITHDRAW): State.WITHDRAWN,
    }
)
STATE_NAMES: Mapping[State, str | Promise] = {
    State.DRAFT: _("draft"),
    State.PUBLISHED: pgettext_lazy("answer", "published"),
    State.CORRECTED: _("published, corrected"),
    State.WITHDRAWN: _("withdrawn"),
    State.DROPPED: pgettext_lazy("answer", "dropped"),
}
#: What the public sees: a withdrawn answer stays listed with its reason.
PUBLIC = (State.PUBLISHED, State.CORRECTED, State.WITHDRAWN)


class Change(StrEnum):
    """What a version does to the text before it."""

    FIRST = "first"
    UPDATE = "update"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


CHANGE_NAMES: Mapping[Change, str | Promise] = {
    Change.FIRST: _("first text"),
    Change.UPDATE: pgettext_lazy("change", "update"),
    Change.CORRECTION: pgettext_lazy("change", "correction"),
    Change.WITHDRAWAL: _("withdrawal"),
}
MOVE_OF_CHANGE = {
    Change.FIRST: Move.PUBLISH,
    Change.UPDATE: Move.UPDATE,
    Change.CORRECTION: Move.CORRECT,
    Change.WITHDRAWAL: Move.WITHDRAW,
}


class VersionState(StrEnum):
    """Where one version stands; how far it got through its gate is known to the review."""

    WORK = "work"
    PUBLISHED = "published"
    DROPPED = "dropped"


class GateState(StrEnum):
    """How far the text that is being worked on got: what the lists say of it."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    READY = "ready"
    SENT_BACK = "sent_back"


GATE_STATE_NAMES: Mapping[GateState, str | Promise] = {
    GateState.DRAFT: _("being written"),
    GateState.IN_REVIEW: _("in review"),
    GateState.READY: _("ready to publish"),
    GateState.SENT_BACK: _("sent back"),
}
LANGUAGES: Mapping[str, str] = {"zh": "中文", "en": "English"}
#: The gate of everything that is said in public (plan: g-response).
GATE = "g-response"
