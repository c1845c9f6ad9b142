"""The end: the sheets are opened, counted, and destroyed with the key that opened them."""

import hashlib
import json
import secrets
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.questionnaires.actions.notes import locked, subject_of
from answerable.governance.questionnaires.kinds.counting import counted, remarks_of
from answerable.governance.questionnaires.models import (
    Outcome,
    Questionnaire,
    Remark,
    SealedSheet,
    Slip,
)
from answerable.governance.questionnaires.queries.asking import questions_of
from answerable.governance.questionnaires.queries.pages import is_over
from answerable.governance.questionnaires.rules.sealed_sheets import unseal as open_sheet
from answerable.governance.questionnaires.rules.states import MOVES, Move, State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.sealing import unseal
from answerable.kernel.trail.actions import record


def close(questionnaire: int, *, by: Actor, at: datetime) -> str:
    """Close for good: count, freeze what may be shown, destroy sheets, slips and key. Gives the results' SHA-256.

    Before its last day is over only a questionnaire whose slips all came back may be closed: whoever could close at
    a moment of their choice could choose it by who had just answered.
    """
    with transaction.atomic():
        row = locked(questionnaire, by=by)
        if row.state == State.OPEN and not is_over(row, at=at):
            raise Anticipated(
                _("It is asked until the end of %(day)s.") % {"day": row.closes_on.isoformat()},
                _("It closes by itself after that day, or as soon as every slip has come back."),
            )
        MOVES.make(
            Questionnaire.objects.filter(pk=row.pk),
            State(row.state),
            Move.CLOSE,
            closed_at=at,
            closed_by=by.name,
            sealed_key="",
        )
        sha256, n = _count(row)
        _destroy(row.pk)
        record("questionnaires.close", subject_of(row.pk), by=by, at=at, slips=row.slips, n=n, results=sha256)
    return sha256


def cancel(questionnaire: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Stop it and destroy its answers unread; the reason stays."""
    if not reason.strip():
        raise Anticipated(_("A reason is needed."), _("Say in a few words why it is stopped."))
    with transaction.atomic():
        row = locked(questionnaire, by=by)
        MOVES.make(
            Questionnaire.objects.filter(pk=row.pk),
            State(row.state),
            Move.CANCEL,
            closed_at=at,
            closed_by=by.name,
            sealed_key="",
        )
        _destroy(row.pk)
        record("questionnaires.cancel", subject_of(row.pk), by=by, at=at, reason=reason.strip())


def withhold(remark: str, reason: str, *, by: Actor, at: datetime) -> int:
    """Take out a remark that points at a person; gives its questionnaire. Its words are gone, the reason stays."""
    if not reason.strip():
        raise Anticipated(_("A reason is needed."), _("Say what in it points at a person."))
    with transaction.atomic():
        found = Remark.objects.filter(pk=remark).first()
        if found is None:
            raise NotFound(_("There is no such remark."), _("Load the page again."))
        row = locked(found.questionnaire, by=by)
        found.delete()
        record("questionnaires.withhold", subject_of(row.pk), by=by, at=at, reason=reason.strip())
    return row.pk


def _count(row: Questionnaire) -> tuple[str, int | None]:
    """Open the sheets, freeze the results and the remarks; gives the hash of the results and n as it is shown."""
    private = bytes.fromhex(unseal(row.sealed_key))
    sealed = SealedSheet.objects.filter(questionnaire=row.pk).order_by("key").values_list("sealed", flat=True)
    sheets = [open_sheet(bytes(one), private) for one in sealed.iterator(chunk_size=200)]
    questions = questions_of(row)
    results = counted(questions, sheets, row.group, row.slips)
    text = json.dumps(asdict(results), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    Outcome.objects.create(questionnaire=row, results=json.loads(text), sha256=sha256)
    kept = [
        Remark(key=secrets.token_hex(16), questionnaire=row.pk, question=question, words=words)
        for question, words in remarks_of(questions, sheets)
    ]
    Remark.objects.bulk_create(sorted(kept, key=lambda remark: remark.key))
    return sha256, results.n


def _destroy(questionnaire: int) -> None:
    SealedSheet.objects.filter(questionnaire=questionnaire).delete()
    Slip.objects.filter(questionnaire=questionnaire).delete()
