"""States of letters, of replies and of inquiries, and the words for what an asker judges."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a letter stands."""

    RECEIVED = "received"
    FORWARDED = "forwarded"
    CLARIFYING = "clarifying"
    ANSWERED = "answered"
    CLOSED = "closed"


class Move(StrEnum):
    """What can be done with a letter."""

    FORWARD = "forward"
    BRING_BACK = "bring_back"
    ASK = "ask"
    CLARIFY = "clarify"
    CLARIFY_TO_UNIT = "clarify_to_unit"
    ANSWER = "answer"
    REOPEN = "reopen"
    CLOSE = "close"
    HAND_OVER = "hand_over"
    SET_ASIDE = "set_aside"


#: Forwarding is no answer: a forwarded letter waits like any other. A clarification goes back to whoever had it.
MOVES: Moves[State, Move] = Moves(
    {
        (State.RECEIVED, Move.FORWARD): State.FORWARDED,
        (State.RECEIVED, Move.ASK): State.CLARIFYING,
        (State.RECEIVED, Move.ANSWER): State.ANSWERED,
        (State.RECEIVED, Move.HAND_OVER): State.CLOSED,
        (State.RECEIVED, Move.SET_ASIDE): State.CLOSED,
        (State.FORWARDED, Move.FORWARD): State.FORWARDED,
        (State.FORWARDED, Move.BRING_BACK): State.RECEIVED,
        (State.FORWARDED, Move.ASK): State.CLARIFYING,
        (State.FORWARDED, Move.ANSWER): State.ANSWERED,
        (State.CLARIFYING, Move.CLARIFY): State.RECEIVED,
        (State.CLARIFYING, Move.CLARIFY_TO_UNIT): State.FORWARDED,
        (State.CLARIFYING, Move.ANSWER): State.ANSWERED,
        (State.ANSWERED, Move.REOPEN): State.RECEIVED,
        (State.ANSWERED, Move.CLOSE): State.CLOSED,
    }
)
STATE_NAMES = {
    State.RECEIVED: pgettext_lazy("letter", "with the office"),
    State.FORWARDED: pgettext_lazy("letter", "with a unit"),
    State.CLARIFYING: pgettext_lazy("letter", "asker was asked"),
    State.ANSWERED: pgettext_lazy("letter", "answered"),
    State.CLOSED: pgettext_lazy("letter", "closed"),
}
#: Letters that somebody here still owes an answer.
OWED = (State.RECEIVED, State.FORWARDED, State.CLARIFYING)


class Way(StrEnum):
    """How a letter came."""

    FORM = "form"
    MAIL = "mail"
    FILE = "file"
    HAND = "hand"


WAY_NAMES = {
    Way.FORM: _("public form"),
    Way.MAIL: _("mailbox"),
    Way.FILE: pgettext_lazy("letter", "file"),
    Way.HAND: _("written down by hand"),
}


class End(StrEnum):
    """How a closed letter ended."""

    ANSWERED = "answered"
    NOT_OURS = "not_ours"
    AUTOMATIC = "automatic"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


END_NAMES = {
    End.ANSWERED: pgettext_lazy("letter", "answered"),
    End.NOT_OURS: _("not ours, handed over"),
    End.AUTOMATIC: _("an automatic reply or advertising"),
    End.EMPTY: _("empty or not to be understood"),
    End.DUPLICATE: _("sent twice by the same asker"),
    End.WITHDRAWN: _("taken back by the asker"),
}
#: Reasons for which a person may set a letter aside; being unwelcome is none of them.
ASIDE = (End.AUTOMATIC, End.EMPTY, End.DUPLICATE, End.WITHDRAWN)


class Judgement(StrEnum):
    """What the asker says of the answer."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT = "not"


JUDGEMENT_NAMES = {
    Judgement.ANSWERED: pgettext_lazy("judgement", "answered"),
    Judgement.PARTLY: pgettext_lazy("judgement", "partly answered"),
    Judgement.NOT: pgettext_lazy("judgement", "not answered"),
}


class Told(StrEnum):
    """How an answer reached the asker."""

    MAIL = "mail"
    PAGE = "page"
    PHONE = "phone"
    POST = "post"
    PUBLISHED = "published"


TOLD_NAMES = {
    Told.MAIL: pgettext_lazy("told", "by mail"),
    Told.PAGE: pgettext_lazy("told", "on the follow-up page"),
    Told.PHONE: pgettext_lazy("told", "by telephone"),
    Told.POST: pgettext_lazy("told", "by post"),
    Told.PUBLISHED: pgettext_lazy("told", "by a published answer: no way back was left"),
}
#: Ways that a person has to walk; the system walks the others itself.
TOLD_BY_HAND = (Told.PHONE, Told.POST, Told.PUBLISHED)


class ReplyState(StrEnum):
    """Where a reply stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SENT = "sent"
    DROPPED = "dropped"


class ReplyMove(StrEnum):
    """What can be done with a reply."""

    EDIT = "edit"
    HAND_IN = "hand_in"
    SEND = "send"
    DROP = "drop"


#: An edit under review binds the review to the new text: what was passed was another one.
REPLY_MOVES: Moves[ReplyState, ReplyMove] = Moves(
    {
        (ReplyState.DRAFT, ReplyMove.EDIT): ReplyState.DRAFT,
        (ReplyState.DRAFT, ReplyMove.HAND_IN): ReplyState.IN_REVIEW,
        (ReplyState.DRAFT, ReplyMove.DROP): ReplyState.DROPPED,
        (ReplyState.IN_REVIEW, ReplyMove.EDIT): ReplyState.IN_REVIEW,
        (ReplyState.IN_REVIEW, ReplyMove.SEND): ReplyState.SENT,
        (ReplyState.IN_REVIEW, ReplyMove.DROP): ReplyState.DROPPED,
    }
)
REPLY_STATE_NAMES = {
    ReplyState.DRAFT: pgettext_lazy("reply", "draft"),
    ReplyState.IN_REVIEW: pgettext_lazy("reply", "in review"),
    ReplyState.SENT: pgettext_lazy("reply", "sent"),
    ReplyState.DROPPED: pgettext_lazy("reply", "dropped"),
}
#: Replies that are still being written.
UNSENT = (ReplyState.DRAFT, ReplyState.IN_REVIEW)


class InquiryState(StrEnum):
    """Where a question of the press stands."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    DECLINED = "declined"


class InquiryMove(StrEnum):
    """What can be done with a question of the press."""

    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    DECLINE = "decline"


INQUIRY_MOVES: Moves[InquiryState, InquiryMove] = Moves(
    {
        (InquiryState.RECEIVED, InquiryMove.ACKNOWLEDGE): InquiryState.ACKNOWLEDGED,
        (InquiryState.RECEIVED, InquiryMove.DECLINE): InquiryState.DECLINED,
        (InquiryState.ACKNOWLEDGED, InquiryMove.ANSWER): InquiryState.ANSWERED,
        (InquiryState.ACKNOWLEDGED, InquiryMove.DECLINE): InquiryState.DECLINED,
    }
)
INQUIRY_STATE_NAMES = {
    InquiryState.RECEIVED: pgettext_lazy("inquiry", "received"),
    InquiryState.ACKNOWLEDGED: pgettext_lazy("inquiry", "acknowledged"),
    InquiryState.ANSWERED: pgettext_lazy("inquiry", "answered"),
    InquiryState.DECLINED: pgettext_lazy("inquiry", "declined"),
}
INQUIRY_OPEN = (InquiryState.RECEIVED, InquiryState.ACKNOWLEDGED)


class StepKind(StrEnum):
    """What happened between the body and an asker; only some of it is for the asker's eyes."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    FORWARDED = "forwarded"
    BROUGHT_BACK = "brought_back"
    ASKED = "asked"
    CLARIFIED = "clarified"
    WENT_ON = "went_on"
    ADDED = "added"
    EXTENDED = "extended"
    TIED = "tied"
    ANSWERED = "answered"
    JUDGED = "judged"
    REOPENED = "reopened"
    HANDED_OVER = "handed_over"
    SET_ASIDE = "set_aside"
    CLOSED = "closed"
    FORGOTTEN = "forgotten"


STEP_NAMES = {
    StepKind.RECEIVED: pgettext_lazy("step", "came in"),
    StepKind.ACKNOWLEDGED: pgettext_lazy("step", "receipt confirmed"),
    StepKind.FORWARDED: pgettext_lazy("step", "given to a unit"),
    StepKind.BROUGHT_BACK: pgettext_lazy("step", "back with the office"),
    StepKind.ASKED: pgettext_lazy("step", "asker was asked"),
    StepKind.CLARIFIED: pgettext_lazy("step", "asker explained"),
    StepKind.WENT_ON: pgettext_lazy("step", "went on without an explanation"),
    StepKind.ADDED: pgettext_lazy("step", "asker added"),
    StepKind.EXTENDED: pgettext_lazy("step", "time extended"),
    StepKind.TIED: pgettext_lazy("step", "tied to a case"),
    StepKind.ANSWERED: pgettext_lazy("step", "answered"),
    StepKind.JUDGED: pgettext_lazy("step", "asker judged"),
    StepKind.REOPENED: pgettext_lazy("step", "opened again"),
    StepKind.HANDED_OVER: pgettext_lazy("step", "handed over"),
    StepKind.SET_ASIDE: pgettext_lazy("step", "set aside"),
    StepKind.CLOSED: pgettext_lazy("step", "closed"),
    StepKind.FORGOTTEN: pgettext_lazy("step", "contact deleted"),
}
#: What the asker sees of it on the follow-up page, in words to them.
SEEN_BY_ASKER = {
    StepKind.RECEIVED: _("we received your letter"),
    StepKind.FORWARDED: _("we gave it to the unit that can answer"),
    StepKind.ASKED: _("we asked you something"),
    StepKind.CLARIFIED: _("you explained"),
    StepKind.WENT_ON: _("we went on without your explanation"),
    StepKind.ADDED: _("you added"),
    StepKind.EXTENDED: _("we need more time"),
    StepKind.ANSWERED: _("we answered"),
    StepKind.JUDGED: _("you judged the answer"),
    StepKind.REOPENED: _("you opened the letter again"),
    StepKind.HANDED_OVER: _("another body is in charge"),
    StepKind.CLOSED: _("the letter was closed"),
}
