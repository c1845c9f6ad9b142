"""What those who take a filing decide: accept, send back, waive; and the receipt of a paper sent upward."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.actions.notes import link_of, locked, subject_of, tell
from answerable.governance.duties.actions.turning import start_clock
from answerable.governance.duties.models import Evidence, Filing, Occurrence, Returned
from answerable.governance.duties.queries.door import need_deciding, need_owing, rights
from answerable.governance.duties.rules.standing import due_after_return
from answerable.governance.duties.rules.states import MOVES, PROOFS, Move, Proof, ProofMove, State
from answerable.governance.duties.telling import sent_back
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as calendars
from answerable.office.clocks.rules.limits import Limit, Span, deadline

#: What comes back gets at least as many working days to be put right, as long as a returned letter has in the mailbox
#: rules of one bureau (advice letters: 3 working days).
TO_PUT_RIGHT = Limit(3, Span.WORKING_DAY)


def accept(occurrence: int, *, by: Actor, at: datetime) -> None:
    """Accept a filing; whether it came in time was settled when it was filed."""
    with transaction.atomic():
        row = locked(occurrence)
        need_deciding(by, row)
        MOVES.make(
            Occurrence.objects.filter(pk=row.pk),
            State(row.state),
            Move.ACCEPT,
            state_since=at,
            accepted_at=at,
            accepted_by=by.name,
        )
        _proofs(row, ProofMove.ACCEPT)
        record("duties.accept", subject_of(row.pk), by=by, at=at, on_time=row.on_time)
        clocks.close(subject_of(row.pk), by=by, at=at)


def send_back(occurrence: int, comment: str, *, by: Actor, at: datetime) -> None:
    """Send a filing back with what has to be put right; it never has less time than before."""
    with transaction.atomic():
        row = locked(occurrence)
        need_deciding(by, row)
        if not comment.strip():
            raise Anticipated(_("Say what has to be put right."), _("One sentence is enough."))
        calendar = calendars.calendar_of(row.unit_id, at=at)
        due = due_after_return(row.due, deadline(at, TO_PUT_RIGHT, calendar).at)
        MOVES.make(
            Occurrence.objects.filter(pk=row.pk),
            State(row.state),
            Move.RETURN,
            state_since=at,
            due=due,
            missed_at=row.missed_at + (due - row.due),
            on_time=None,
        )
        _proofs(row, ProofMove.REJECT)
        Returned.objects.create(
            occurrence=row, comment=comment, by_name=by.name, at=at, filed_at=row.filed_at or at
        )
        record(
            "duties.send_back", subject_of(row.pk), by=by, at=at, comment=comment, old_due=row.due, due=due
        )
        row.refresh_from_db()
        start_clock(row, at, by=by, at=at)
        if row.holder_id is not None:
            words = sent_back(row, comment, by.name)
            key = f"sent_back:{row.pk}:{at.isoformat()}"
            tell(words, [row.holder_id], key=key, link=link_of(row.pk), at=at)


def waive(occurrence: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Let a run go, with a reason and the name of who decided it."""
    with transaction.atomic():
        row = locked(occurrence)
        if not rights(by, row).waives:
            raise NotAllowed(
                _("Only the head may waive a duty, and nobody one of their own."),
                _("Ask the head of the body."),
            )
        if not reason.strip():
            raise Anticipated(_("A waiver has a reason."), _("Say why this run is not needed."))
        MOVES.make(
            Occurrence.objects.filter(pk=row.pk),
            State(row.state),
            Move.WAIVE,
            state_since=at,
            reason=reason,
            reason_by=by.name,
        )
        record("duties.waive", subject_of(row.pk), by=by, at=at, reason=reason)
        clocks.close(subject_of(row.pk), by=by, at=at)


def note_receipt(
    occurrence: int, receipt: str, *, sent_on: date, received_on: date | None, by: Actor, at: datetime
) -> None:
    """Note when a paper went upward, and the receipt for it when there is one."""
    with transaction.atomic():
        row = locked(occurrence)
        need_owing(by, row)
        if received_on is not None and received_on < sent_on:
            raise Anticipated(_("A paper is received after it was sent."), _("Look at the two dates again."))
        changed = Filing.objects.filter(occurrence=row).update(
            receipt=receipt[:200], sent_on=sent_on, receipt_on=received_on
        )
        if not changed:
            raise Anticipated(_("There is no paper of this run yet."), _("Write it, or add it as a file."))
        record("duties.note_receipt", subject_of(row.pk), by=by, at=at, receipt=receipt, sent_on=sent_on)


def expire_evidence(*, by: Actor, at: datetime, today: date) -> int:
    """Note that evidence which was valid until a day is no longer; the run it proved stays done."""
    old = Evidence.objects.filter(state=Proof.ACCEPTED, valid_until__lt=today)
    with transaction.atomic():
        rows = list(old.values_list("pk", flat=True))
        count = old.filter(pk__in=rows).update(state=PROOFS.after(Proof.ACCEPTED, ProofMove.EXPIRE))
        if count:
            record("duties.expire_evidence", "duties", by=by, at=at, evidence=rows)
    return count


def _proofs(row: Occurrence, move: ProofMove) -> None:
    """Let the evidence that was handed in share the fate of the filing."""
    rows = Evidence.objects.filter(occurrence=row, state=Proof.SUBMITTED)
    rows.update(state=PROOFS.after(Proof.SUBMITTED, move))
