"""What a slip opens."""

from datetime import datetime

from django.utils.translation import gettext as _

from answerable.governance.questionnaires.models import Questionnaire, Slip
from answerable.governance.questionnaires.queries.keys import slip_key
from answerable.governance.questionnaires.rules.codes import kept_of, read
from answerable.governance.questionnaires.rules.questions import Question, from_record
from answerable.governance.questionnaires.rules.states import State
from answerable.kernel.errors import Anticipated
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
