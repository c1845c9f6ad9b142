"""Writing a questionnaire, and keeping a question for another time."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.questionnaires.actions.notes import KEEP, locked, subject_of
from answerable.governance.questionnaires.models import BankQuestion, Questionnaire
from answerable.governance.questionnaires.rules.questions import Question, as_record, faults
from answerable.governance.questionnaires.rules.states import State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.trail.actions import record


@dataclass(frozen=True, slots=True)
class Draft:
    """A questionnaire as somebody writes it. `group` is the place of the question that results are shown apart by."""

    title: str
    questions: tuple[Question, ...]
    unit: int
    closes_on: date
    intro: str = ""
    language: str = "zh-hans"
    group: int | None = None
    run: int | None = None
    subject: str = ""

    def fields(self) -> dict[str, Any]:
        """Give the columns."""
        return {
            "title": self.title.strip()[:200],
            "questions": [as_record(one) for one in self.questions],
            "unit_id": self.unit,
            "closes_on": self.closes_on,
            "intro": self.intro.strip(),
            "language": self.language,
            "group": self.group,
            "run": self.run,
            "subject": self.subject,
        }


def save(draft: Draft, *, questionnaire: int | None = None, by: Actor, at: datetime) -> int:
    """Keep a draft, new or changed; gives its id. What is open is asked of everybody alike and changes no more."""
    by.need(KEEP, unit=draft.unit)
    if not draft.title.strip():
        raise Anticipated(_("The questionnaire has no title."), _("Say in one line what it asks about."))
    with transaction.atomic():
        if questionnaire is None:
            row = Questionnaire.objects.create(**draft.fields(), created_at=at, created_by=by.name)
        else:
            row = locked(questionnaire, by=by)
            if row.state != State.DRAFT:
                raise Moved(
                    _("This questionnaire is no longer a draft."),
                    _("Prepare another one: what was asked stays as it was."),
                )
            Questionnaire.objects.filter(pk=row.pk).update(**draft.fields())
        record("questionnaires.save", subject_of(row.pk), by=by, at=at, questions=len(draft.questions))
    return row.pk


def keep_question(one: Question, language: str, *, by: Actor, at: datetime) -> int:
    """Keep a question in the body's bank; gives its id."""
    by.need(KEEP)
    wrong = faults([one], None)
    if wrong:
        raise Anticipated(wrong[0], _("Put it right, then keep it."))
    with transaction.atomic():
        row = BankQuestion.objects.create(
            language=language, record=as_record(one), kept_at=at, kept_by=by.name
        )
        record("questionnaires.keep_question", f"bank_question:{row.pk}", by=by, at=at)
    return row.pk
