"""Taking a quiz. Only that it was passed is kept."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.training.actions.certificates import issue_earned
from answerable.governance.training.models import QuizPass
from answerable.governance.training.queries.door import READ, course_for
from answerable.governance.training.rules.quiz import from_record, wrong_ones
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of


def take_quiz(course: int, answers: Mapping[int, int], *, by: Actor, at: datetime) -> tuple[int, ...]:
    """Judge a quiz; gives the questions to look at again. With none of them it is passed and that is kept.

    A quiz that was not passed leaves nothing behind: no row, no entry in the trail.
    """
    by.need(READ)
    if by.person is None:
        raise NotAllowed(_("Only a person takes part."), _("Sign in with the account of a person."))
    row = course_for(by, course)
    wrong = wrong_ones([from_record(one) for one in row.quiz], answers)
    if wrong or not row.quiz:
        return wrong
    with transaction.atomic():
        QuizPass.objects.update_or_create(course=row, person_id=by.person, defaults={"passed_on": day_of(at)})
        record("training.pass_quiz", f"course:{row.pk}", by=by, at=at)
        issue_earned(row.pk, by.person, by=by, at=at)
    return ()
