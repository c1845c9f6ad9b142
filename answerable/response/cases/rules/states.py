"""States of a case, of its papers upward and of its review."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a case stands."""

    SEEN = "seen"
    REGISTERED = "registered"
    ASSESSED = "assessed"
    ASSIGNED = "assigned"
    RESPONDING = "responding"
    ANSWERED = "answered"
    FOLLOWING = "following"
    CLOSED = "closed"
    MERGED = "merged"
    HANDED_OVER = "handed_over"


class Move(StrEnum):
    """What can be done with a case."""

    REGISTER = "register"
    ASSESS = "assess"
    ASSIGN = "assign"
    RESPOND = "respond"
    ANSWER = "answer"
    FOLLOW = "follow"
    CLOSE = "close"
    MERGE = "merge"
    HAND_OVER = "hand_over"
    REOPEN = "reopen"


#: States in which the body still owes something.
OPEN = (
    State.SEEN,
    State.REGISTERED,
    State.ASSESSED,
    State.ASSIGNED,
    State.RESPONDING,
    State.ANSWERED,
    State.FOLLOWING,
)
ENDED = (State.CLOSED, State.MERGED, State.HANDED_OVER)
#: States in which the public has had no answer yet.
UNANSWERED = (State.SEEN, State.REGISTERED, State.ASSESSED, State.ASSIGNED, State.RESPONDING)

#: A published answer counts from every open state: an emergency is answered before its file is in order.
MOVES: Moves[State, Move] = Moves(
    {
        (State.SEEN, Move.REGISTER): State.REGISTERED,
        (State.REGISTERED, Move.ASSESS): State.ASSESSED,
        (State.ASSESSED, Move.ASSIGN): State.ASSIGNED,
        (State.ASSIGNED, Move.RESPOND): State.RESPONDING,
        **{(state, Move.ANSWER): State.ANSWERED for state in UNANSWERED},
        (State.ANSWERED, Move.FOLLOW): State.FOLLOWING,
        **{
            (state, Move.CLOSE): State.CLOSED
            for state in (
                State.ASSESSED,
                State.ASSIGNED,
                State.RESPONDING,
                State.ANSWERED,
                State.FOLLOWING,
                State.HANDED_OVER,
            )
        },
        **{(state, Move.MERGE): State.MERGED for state in OPEN},
        **{(state, Move.HAND_OVER): State.HANDED_OVER for state in OPEN},
        (State.CLOSED, Move.REOPEN): State.RESPONDING,
        (State.HANDED_OVER, Move.REOPEN): State.REGISTERED,
    }
)
STATE_NAMES = {
    State.SEEN: pgettext_lazy("case", "seen"),
    State.REGISTERED: pgettext_lazy("case", "registered"),
    State.ASSESSED: pgettext_lazy("case", "assessed"),
    State.ASSIGNED: pgettext_lazy("case", "assigned"),
    State.RESPONDING: pgettext_lazy("case", "answer being prepared"),
    State.ANSWERED: pgettext_lazy("case", "answered"),
    State.FOLLOWING: pgettext_lazy("case", "followed up"),
    State.CLOSED: pgettext_lazy("case", "closed"),
    State.MERGED: pgettext_lazy("case", "merged"),
    State.HANDED_OVER: pgettext_lazy("case", "handed over"),
}
MOVE_NAMES = {
    Move.REGISTER: _("Register"),
    Move.ASSESS: _("Assess"),
    Move.ASSIGN: _("Assign"),
    Move.RESPOND: _("Begin the answer"),
    Move.ANSWER: _("Answer"),
    Move.FOLLOW: _("Follow up"),
    Move.CLOSE: pgettext_lazy("case", "Close"),
    Move.MERGE: pgettext_lazy("case", "Merge"),
    Move.HAND_OVER: _("Hand over"),
    Move.REOPEN: _("Open again"),
}


class Need(StrEnum):
    """What a case waits for: the columns of the board, in this order."""

    REGISTER = "register"
    ASSESS = "assess"
    ASSIGN = "assign"
    ANSWER = "answer"
    FOLLOW = "follow"
    RECEIPT = "receipt"


#: The open states by what they wait for a person to do.
NEED_OF = {
    State.SEEN: Need.REGISTER,
    State.REGISTERED: Need.ASSESS,
    State.ASSESSED: Need.ASSIGN,
    State.ASSIGNED: Need.ANSWER,
    State.RESPONDING: Need.ANSWER,
    State.ANSWERED: Need.FOLLOW,
    State.FOLLOWING: Need.FOLLOW,
    State.HANDED_OVER: Need.RECEIPT,
}
NEED_NAMES = {
    Need.REGISTER: _("to be registered"),
    Need.ASSESS: _("to be assessed by two people"),
    Need.ASSIGN: _("to be assigned"),
    Need.ANSWER: _("to be answered"),
    Need.FOLLOW: _("to be followed up and closed"),
    Need.RECEIPT: _("handed over, not yet confirmed"),
}


class RoundState(StrEnum):
    """Where an assessment stands."""

    OPEN = "open"
    PROPOSED = "proposed"
    DISPUTED = "disputed"
    AGREED = "agreed"


class RoundMove(StrEnum):
    """What can be done with an assessment."""

    PROPOSE = "propose"
    AGREE = "agree"
    DISSENT = "dissent"
    DECIDE = "decide"


#: Two opinions of one level agree by themselves; where they differ one proposes and the other agrees or dissents.
ROUND_MOVES: Moves[RoundState, RoundMove] = Moves(
    {
        (RoundState.OPEN, RoundMove.AGREE): RoundState.AGREED,
        (RoundState.OPEN, RoundMove.PROPOSE): RoundState.PROPOSED,
        (RoundState.PROPOSED, RoundMove.AGREE): RoundState.AGREED,
        (RoundState.PROPOSED, RoundMove.DISSENT): RoundState.DISPUTED,
        (RoundState.DISPUTED, RoundMove.DECIDE): RoundState.AGREED,
    }
)


class PaperState(StrEnum):
    """Where a report upward stands."""

    DRAFT = "draft"
    SIGNED = "signed"
    SENT = "sent"
    RECEIPTED = "receipted"


class PaperMove(StrEnum):
    """What can be done with a report upward."""

    SIGN = "sign"
    TAKE_BACK = "take_back"
    SEND = "send"
    RECEIPT = "receipt"


PAPER_MOVES: Moves[PaperState, PaperMove] = Moves(
    {
        (PaperState.DRAFT, PaperMove.SIGN): PaperState.SIGNED,
        (PaperState.SIGNED, PaperMove.TAKE_BACK): PaperState.DRAFT,
        (PaperState.SIGNED, PaperMove.SEND): PaperState.SENT,
        (PaperState.SENT, PaperMove.RECEIPT): PaperState.RECEIPTED,
    }
)
PAPER_STATE_NAMES = {
    PaperState.DRAFT: pgettext_lazy("report", "draft"),
    PaperState.SIGNED: pgettext_lazy("report", "signed"),
    PaperState.SENT: pgettext_lazy("report", "sent"),
    PaperState.RECEIPTED: pgettext_lazy("report", "receipted"),
}


class ReviewState(StrEnum):
    """Where an after-action review stands."""

    DUE = "due"
    HELD = "held"
    ACTIONS_OPEN = "actions_open"
    CLOSED = "closed"


class ReviewMove(StrEnum):
    """What can be done with a review."""

    HOLD = "hold"
    WAIT = "wait"
    CLOSE = "close"


REVIEW_MOVES: Moves[ReviewState, ReviewMove] = Moves(
    {
        (ReviewState.DUE, ReviewMove.HOLD): ReviewState.HELD,
        (ReviewState.HELD, ReviewMove.WAIT): ReviewState.ACTIONS_OPEN,
        (ReviewState.HELD, ReviewMove.CLOSE): ReviewState.CLOSED,
        (ReviewState.ACTIONS_OPEN, ReviewMove.CLOSE): ReviewState.CLOSED,
    }
)
REVIEW_STATE_NAMES = {
    ReviewState.DUE: pgettext_lazy("after-action review", "due"),
    ReviewState.HELD: pgettext_lazy("after-action review", "held"),
    ReviewState.ACTIONS_OPEN: pgettext_lazy("after-action review", "actions open"),
    ReviewState.CLOSED: pgettext_lazy("after-action review", "closed"),
}
