"""What a slip opens."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from answerable.governance.questionnaires.models import Questionnaire, Slip
from answerable.governance.questionnaires.queries.keys import slip_key
from answerable.governance.questionnaires.rules.codes import kept_of, read
from answerable.governance.questionnaires.rules.questions import Question, from_record
from answerable.governance.questionnaires.rules.states import State
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of


class NoSuchSlip(Anticipated):
    """The code opens nothing: mistyped, used, or its questionnaire is over. The page does not tell which."""


def slip_of(code: str, *, at: datetime) -> Slip:
    """Give the unused slip of a code while its questionnaire is open."""
    plain = read(code)
    slip = Slip.objects.filter(pk=kept_of(plain, slip_key())).first() if plain else None
    asked = Questionnaire.objects.filter(pk=slip.questionnaire, state=State.OPEN) if slip else None
    if slip is None or asked is None or not asked.filter(closes_on__gte=day_of(at)).exists():
        raise NoSuchSlip(
            _("This code opens no questionnaire."),
            _("Look at it again. A code works once, and only until the last day printed on the slip."),
        )
    return slip


def questions_of(row: Questionnaire) -> tuple[Question, ...]:
    """Give the questions in order."""
    return tuple(from_record(one) for one in row.questions)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a slip opens: the questions, why they are asked, and until when."""

    title: str
    intro: str
    language: str
    questions: tuple[Question, ...]
    group: int | None
    closes_on: date


def asked(code: str, *, at: datetime) -> Asked:
    """Give what a code opens; raises NoSuchSlip."""
    row = Questionnaire.objects.get(pk=slip_of(code, at=at).questionnaire)
    return Asked(row.title, row.intro, row.language, questions_of(row), row.group, row.closes_on)


def body_name() -> str:
    """Give the name of the body that asks."""
    body = people.body()
    return body.name if body else ""
