"""What an assessment lacks before it is handed in: what its gate asks for, as far as a machine can see it."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.response.foresight.rules.content import Content, View
from answerable.response.foresight.rules.levels import ASSESSORS


class Lack(StrEnum):
    """One thing that is missing."""

    AUDIENCES = "audiences"
    RISKS = "risks"
    MEASURES = "measures"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    SPOKESPERSON = "spokesperson"
    CHANNELS = "channels"
    TERMS = "terms"
    VIEWS = "views"


LACK_NAMES: dict[Lack, str | Promise] = {
    Lack.AUDIENCES: _("who is concerned"),
    Lack.RISKS: _("a risk point"),
    Lack.MEASURES: _("a measure for each risk point"),
    Lack.QUESTIONS: _("a likely question"),
    Lack.ANSWERS: _("the answer to each likely question"),
    Lack.SPOKESPERSON: _("the spokesperson"),
    Lack.CHANNELS: _("where it will be announced"),
    Lack.TERMS: _("the words to listen for afterwards"),
    Lack.VIEWS: _("two people's view of the level, of the text as it is now"),
}
#: What each check of the gate asks of the text; a check that is not here is a reader's alone.
ASKED: dict[str, tuple[Lack, ...]] = {
    "comm_risk_assessment": (Lack.AUDIENCES,),
    "risk_points": (Lack.RISKS,),
    "mitigations": (Lack.MEASURES,),
    "response_plan": (Lack.SPOKESPERSON, Lack.CHANNELS, Lack.TERMS),
    "qa": (Lack.QUESTIONS, Lack.ANSWERS),
}
#: Whatever a gate says: two have assessed, and the release can be watched and spoken for.
ALWAYS = (Lack.VIEWS, Lack.AUDIENCES, Lack.TERMS, Lack.SPOKESPERSON)


def wanted(checks: Collection[str]) -> tuple[Lack, ...]:
    """Say what a gate with these checks asks for; all of it where the gate names nothing of foresight."""
    known = [check for check in ASKED if check in checks] or list(ASKED)
    asked = {lack for check in known for lack in ASKED[check]} | set(ALWAYS)
    return tuple(lack for lack in Lack if lack in asked)


def lacking(content: Content, views: Sequence[View], checks: Collection[str]) -> tuple[Lack, ...]:
    """List what is missing, in the order of the page."""
    missing = {
        Lack.AUDIENCES: not content.audiences,
        Lack.RISKS: not content.risks,
        Lack.MEASURES: any(not point.measure.strip() for point in content.risks),
        Lack.QUESTIONS: not content.questions,
        Lack.ANSWERS: any(not one.text.strip() for one in content.questions),
        Lack.SPOKESPERSON: not content.heading.spokesperson,
        Lack.CHANNELS: not content.heading.channels,
        Lack.TERMS: not content.heading.terms,
        Lack.VIEWS: len(views) < ASSESSORS,
    }
    return tuple(lack for lack in wanted(checks) if missing[lack])
