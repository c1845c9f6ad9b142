"""States of a release, what it can be, and how far its assessment got."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a release stands."""

    PLANNED = "planned"
    PARTLY = "partly"
    RELEASED = "released"
    OVER = "over"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What can happen to a release."""

    RELEASE_PART = "release_part"
    RELEASE = "release"
    DROP_REST = "drop_rest"
    WITHDRAW = "withdraw"
    END_WATCH = "end_watch"
    FINISH = "finish"


#: What is out is out: a release that was published in part can drop its rest, and is never withdrawn.
MOVES: Moves[State, Move] = Moves(
    {
        (State.PLANNED, Move.RELEASE): State.RELEASED,
        (State.PLANNED, Move.RELEASE_PART): State.PARTLY,
        (State.PARTLY, Move.RELEASE_PART): State.PARTLY,
        (State.PARTLY, Move.RELEASE): State.RELEASED,
        (State.PARTLY, Move.DROP_REST): State.RELEASED,
        (State.PLANNED, Move.WITHDRAW): State.WITHDRAWN,
        (State.RELEASED, Move.END_WATCH): State.OVER,
        (State.OVER, Move.FINISH): State.FINISHED,
    }
)
STATE_NAMES: Mapping[State, str | Promise] = {
    State.PLANNED: pgettext_lazy("release", "before its release"),
    State.PARTLY: pgettext_lazy("release", "released in part, watched"),
    State.RELEASED: pgettext_lazy("release", "released, watched"),
    State.OVER: pgettext_lazy("release", "watch over, to be looked back on"),
    State.FINISHED: pgettext_lazy("release", "finished"),
    State.WITHDRAWN: pgettext_lazy("release", "withdrawn"),
}
#: States in which something of it is still to go out.
WAITING = (State.PLANNED, State.PARTLY)
#: States in which the public has heard of it and we listen.
WATCHED = (State.PARTLY, State.RELEASED)
#: States in which somebody may still say what was asked.
LOOKED_BACK = (State.PARTLY, State.RELEASED, State.OVER)


class Kind(StrEnum):
    """What is released."""

    DECISION = "decision"
    POLICY = "policy"
    EVENT = "event"
    PRICE = "price"


KIND_NAMES: Mapping[Kind, str | Promise] = {
    Kind.DECISION: pgettext_lazy("release", "decision"),
    Kind.POLICY: pgettext_lazy("release", "policy"),
    Kind.EVENT: pgettext_lazy("release", "event"),
    Kind.PRICE: _("change of a price"),
}


class Standing(StrEnum):
    """How far the assessment of a release got, as its gate says."""

    DRAFT = "draft"
    AT_GATE = "at_gate"
    SENT_BACK = "sent_back"
    AGREED = "agreed"


STANDING_NAMES: Mapping[Standing, str | Promise] = {
    Standing.DRAFT: _("being assessed"),
    Standing.AT_GATE: _("assessment at its gate"),
    Standing.SENT_BACK: _("assessment sent back"),
    Standing.AGREED: _("assessment agreed"),
}


#: Sections of an assessment by the key under which a reopening names them.
SECTION_NAMES: Mapping[str, str | Promise] = {
    "heading": _("what will be announced"),
    "going": _("spokesperson, channels and watch"),
    "audience": _("who is concerned"),
    "risk": _("risk points"),
    "gap": _("what is not known yet"),
    "prepared": _("prepared answers"),
    "similar": _("similar stories"),
}


class Heard(StrEnum):
    """What a person says of something that was asked after the release."""

    WAITING = "waiting"
    FORESEEN = "foreseen"
    UNFORESEEN = "unforeseen"
    OTHER = "other"


HEARD_NAMES: Mapping[Heard, str | Promise] = {
    Heard.WAITING: _("to be looked at"),
    Heard.FORESEEN: pgettext_lazy("asked", "foreseen"),
    Heard.UNFORESEEN: _("not foreseen"),
    Heard.OTHER: _("about something else"),
}


class Evidence(StrEnum):
    """Where something that was asked is written."""

    STORY = "story"
    LETTER = "letter"
    ANSWER = "answer"


EVIDENCE_NAMES: Mapping[Evidence, str | Promise] = {
    Evidence.STORY: _("story"),
    Evidence.LETTER: _("letter"),
    Evidence.ANSWER: _("left open by our answer"),
}
