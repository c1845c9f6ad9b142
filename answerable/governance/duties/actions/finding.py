"""The finding “missed duty”: opened with what speaks for the unit, answered by it, settled by a person."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.actions.notes import link_of, locked, subject_of, tell
from answerable.governance.duties.models import Finding, Occurrence
from answerable.governance.duties.queries.door import need_deciding, need_owing
from answerable.governance.duties.queries.excuses import excuses_for
from answerable.governance.duties.rules.states import (
    FINDINGS,
    MOVES,
    RUNNING,
    Found,
    FoundMove,
    Move,
    State,
)
from answerable.governance.duties.telling import finding_opened
from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.clocks.events import RungFired


def open_finding(occurrence: int, *, by: Actor, at: datetime) -> int | None:
    """Open the finding of a run that is still owed; gives its id, or None where nothing is owed any more.

    It is a row to be looked at, never a measure: what would excuse the unit is looked up here and shown first.
    """
    with transaction.atomic():
        row = locked(occurrence)
        if Finding.objects.filter(occurrence=row).exists():
            return None
        state = State(row.state)
        rows = Occurrence.objects.filter(pk=row.pk)
        if state in RUNNING and row.due < at:
            state = MOVES.make(rows, state, Move.FALL_DUE, state_since=at)
        if state is State.LATE:
            state = MOVES.make(rows, state, Move.MISS, state_since=at)
        if state is not State.MISSED:
            return None
        excuses = [
            {"key": excuse.key, "found": excuse.found, "facts": excuse.facts}
            for excuse in excuses_for(row, at=at)
        ]
        finding = Finding.objects.create(occurrence=row, opened_at=at, excuses=excuses, state=Found.OBSERVED)
        found = [excuse["key"] for excuse in excuses if excuse["found"]]
        record("duties.open_finding", subject_of(row.pk), by=by, at=at, excuses=found)
        told = [person for person in {row.holder_id, row.owner_id} if person is not None]
        tell(finding_opened(row), told, key=f"finding:{finding.pk}", link=link_of(row.pk), at=at)
    return finding.pk


def climb(event: RungFired) -> None:
    """Follow the rungs of a run's ladder: each is remembered, for its delivery, and one may ask for a finding."""
    kind, _colon, number = event.subject.partition(":")
    if kind != "occurrence" or not number.isdigit():
        return
    with transaction.atomic():
        row = Occurrence.objects.select_for_update().filter(pk=int(number)).first()
        if row is None:
            return
        Occurrence.objects.filter(pk=row.pk).update(rungs=[*row.rungs, event.rung_id])
        if event.do == "open_finding":
            open_finding(row.pk, by=MACHINE, at=event.at)


def answer_finding(occurrence: int, text: str, *, by: Actor, at: datetime) -> None:
    """Keep what the unit says to a finding: nothing is decided before."""
    if not text.strip():
        raise Anticipated(
            _("Say what there is to say."), _("Write a sentence, or leave the finding as it is.")
        )
    with transaction.atomic():
        row, finding = _found(occurrence)
        need_owing(by, row)
        rows = Finding.objects.filter(pk=finding.pk)
        if finding.state == Found.PUT:
            rows.update(answer=text, answered_by=by.name, answered_at=at)
        else:
            changes = {"answer": text, "answered_by": by.name, "answered_at": at}
            FINDINGS.make(rows, Found(finding.state), FoundMove.ANSWER, **changes)
        record("duties.answer_finding", subject_of(row.pk), by=by, at=at, answer=text)


def settle_finding(occurrence: int, move: FoundMove, reason: str, *, by: Actor, at: datetime) -> None:
    """Confirm or dismiss a finding, with the reason. Confirming needs the unit's answer first."""
    if not reason.strip():
        raise Anticipated(_("A decision has a reason."), _("Write it in one sentence."))
    with transaction.atomic():
        row, finding = _found(occurrence)
        need_deciding(by, row)
        if move is FoundMove.CONFIRM and finding.state == Found.OBSERVED:
            raise Anticipated(_("The unit has not been heard yet."), _("Wait for what it says, then decide."))
        changes = {"decision": reason, "decided_by": by.name, "decided_at": at}
        FINDINGS.make(Finding.objects.filter(pk=finding.pk), Found(finding.state), move, **changes)
        record(f"duties.{move}_finding", subject_of(row.pk), by=by, at=at, reason=reason)


def _found(occurrence: int) -> tuple[Occurrence, Finding]:
    row = locked(occurrence)
    finding = Finding.objects.filter(occurrence=row).first()
    if finding is None:
        raise NotFound(_("There is no finding on this duty."), _("Load the page again."))
    return row, finding
