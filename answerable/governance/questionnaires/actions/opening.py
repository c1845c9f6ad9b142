"""Opening a questionnaire, and making the slips that open it once each."""

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from answerable.governance.questionnaires.actions.drafting import Draft, save
from answerable.governance.questionnaires.actions.notes import locked, subject_of
from answerable.governance.questionnaires.models import Questionnaire, Slip
from answerable.governance.questionnaires.queries.keys import slip_key
from answerable.governance.questionnaires.rules.codes import kept_of, new_code
from answerable.governance.questionnaires.rules.questions import faults, from_record
from answerable.governance.questionnaires.rules.sealed_sheets import new_keys
from answerable.governance.questionnaires.rules.states import MOVES, Move, State
from answerable.governance.questionnaires.rules.suppression import LEAST
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.sealing import seal
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of

#: One lot of slips: a page of so many squares is drawn in a few seconds. A town asks its people in several.
MOST_SLIPS = 500


def open_questionnaire(draft: Draft, *, by: Actor, at: datetime) -> int:
    """Write a questionnaire and open it at once; gives its id. Its slips are made with `make_slips`."""
    with transaction.atomic():
        questionnaire = save(draft, by=by, at=at)
        open_draft(questionnaire, by=by, at=at)
    return questionnaire


def open_draft(questionnaire: int, *, by: Actor, at: datetime) -> None:
    """Open a draft: its questions are frozen, and a key pair is made that only its close destroys."""
    with transaction.atomic():
        row = locked(questionnaire, by=by)
        wrong = faults([from_record(one) for one in row.questions], row.group)
        if wrong:
            raise Anticipated(wrong[0], _("Put it right in the draft, then open it."))
        if row.closes_on < day_of(at):
            raise Anticipated(_("Its last day is over."), _("Set a later one in the draft."))
        private, public = new_keys()
        MOVES.make(
            Questionnaire.objects.filter(pk=row.pk),
            State(row.state),
            Move.OPEN,
            opened_at=at,
            public_key=public.hex(),
            sealed_key=seal(private.hex()),
        )
        record("questionnaires.open_draft", subject_of(row.pk), by=by, at=at, closes_on=row.closes_on)


def make_slips(questionnaire: int, count: int, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """Make slips and give their codes, this once: only hashes are kept, and nothing says who gets which.

    How many there are is in the trail, so that slips made on the side are seen by whoever reads it.
    """
    with transaction.atomic():
        row = locked(questionnaire, by=by)
        if row.state != State.OPEN:
            raise Anticipated(_("Slips are made while a questionnaire is open."), _("Open it first."))
        if not 1 <= count <= MOST_SLIPS or row.slips + count < LEAST:
            raise Anticipated(
                _("Make between %(few)s and %(most)s slips.") % {"few": LEAST, "most": MOST_SLIPS},
                _("With fewer than %(few)s people nothing can be shown, so it is not asked.")
                % {"few": LEAST},
            )
        codes = tuple(new_code(secrets.choice) for _number in range(count))
        key = slip_key()
        kept = sorted(kept_of(code, key) for code in codes)
        Slip.objects.bulk_create(Slip(code_hash=one, questionnaire=row.pk) for one in kept)
        Questionnaire.objects.filter(pk=row.pk).update(slips=F("slips") + count)
        record("questionnaires.make_slips", subject_of(row.pk), by=by, at=at, count=count)
    return codes
