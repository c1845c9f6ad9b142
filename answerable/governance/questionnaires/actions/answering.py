"""Handing in a sheet: the one act of the house that leaves no entry in the trail."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.questionnaires.models import Questionnaire, SealedSheet, Slip
from answerable.governance.questionnaires.queries.asking import questions_of, slip_of
from answerable.governance.questionnaires.rules.questions import Answer
from answerable.governance.questionnaires.rules.sealed_sheets import seal, size_of
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated


def hand_in(code: str, answers: Sequence[Answer], *, by: Actor, at: datetime) -> None:
    """Burn a slip and keep a sealed sheet, in one transaction. `by` and `at` decide only whether it may still be.

    No trail entry: one with its time would say when somebody answered. The close records how many there were.
    """
    with transaction.atomic():
        slip = slip_of(code, at=at)
        row = Questionnaire.objects.get(pk=slip.questionnaire)
        questions = questions_of(row)
        if len(answers) != len(questions) or all(answer is None for answer in answers):
            raise Anticipated(_("The sheet is empty."), _("Answer at least one question."))
        if row.group is not None and answers[row.group] is None:
            raise Anticipated(
                _("The question by which results are shown apart cannot stay empty."),
                _("Choose one of its options."),
            )
        # Deleting is what makes a slip single: of two that come with it at once, one finds nothing to delete.
        if Slip.objects.filter(pk=slip.pk).delete()[0] != 1:
            raise Anticipated(_("This slip has been used."), _("Each slip opens the questionnaire once."))
        sealed = seal(answers, bytes.fromhex(row.public_key), size_of(questions))
        SealedSheet.objects.bulk_create(
            [SealedSheet(key=secrets.token_hex(16), questionnaire=row.pk, sealed=sealed)]
        )
