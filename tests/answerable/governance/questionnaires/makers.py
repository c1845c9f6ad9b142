"""Hand-written makers of questionnaires, slips and answers."""

import random
from datetime import timedelta

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.actions import Draft
from answerable.governance.questionnaires.rules.questions import Question, Sort
from answerable.kernel.actor import NOBODY
from answerable.office.people.models import Unit
from answerable.office.people.queries import day_of
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit

QUESTIONS = (
    Question(Sort.SINGLE, "Does the morning brief help you?", ("yes", "no")),
    Question(Sort.SCALE, "How clear are the duties?", ("not at all", "very"), 5),
    Question(Sort.SEVERAL, "What takes time?", ("forms", "meetings", "looking for things")),
    Question(Sort.TEXT, "What should change?"),
)


def make_keeper(name="Ada"):
    """Somebody of the office, who keeps questionnaires."""
    unit = Unit.objects.filter(depth=1).first() or make_unit(name="Bureau")
    return actor_of(make_member(name, PostKind.OFFICE, unit))


def draft(**changes):
    """Four questions, a week to answer."""
    fields = {
        "title": "How the house works",
        "questions": QUESTIONS,
        "unit": changes.pop("unit", None) or Unit.objects.filter(depth=1).first().pk,
        "closes_on": day_of(NOON) + timedelta(days=7),
        "language": "en",
    }
    return Draft(**{**fields, **changes})


def opened(by, *, slips=12, **changes):
    """An open questionnaire and the codes of its slips."""
    questionnaire = actions.open_questionnaire(draft(**changes), by=by, at=NOON)
    return questionnaire, list(actions.make_slips(questionnaire, slips, by=by, at=NOON))


def answer(code, *answers, at=NOON):
    """Hand a sheet in."""
    actions.hand_in(code, answers, by=NOBODY, at=at)


def answered(by, sheets, **changes):
    """A questionnaire in which all these sheets lie, still open."""
    questionnaire, codes = opened(by, slips=len(sheets), **changes)
    random.Random(7).shuffle(codes)
    for code, sheet in zip(codes, sheets, strict=True):
        answer(code, *sheet)
    return questionnaire


def twelve():
    """Twelve sheets: seven yes and five no, a scale that leans up, six remarks."""
    sheets = []
    for number in range(12):
        yes = 0 if number < 7 else 1
        words = f"Remark {number}" if number < 6 else None
        chosen = (0, 1) if number < 6 else (1,)
        sheets.append((yes, 5 if number < 6 else 2, chosen, words))
    return sheets
