"""A file is opened by a person of oversight, on a confirmed finding of a missed duty and on nothing else."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions.notes import locked, noted, said
from answerable.governance.accountability.models import Excuse, File, Seat
from answerable.governance.accountability.queries.door import WORK, need_keeping, need_person
from answerable.governance.accountability.queries.looking_up import excuses_of
from answerable.governance.accountability.rules.excuses import Judged, Verdict, excused, unjudged
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import UNDECIDED, State
from answerable.governance.duties.queries.missed import MissedDuty, confirmed_finding, deciding_people
from answerable.governance.duties.rules.excuses import Key
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.people import queries as people


def open_file(finding: int, reason: str, *, by: Actor, at: datetime) -> int:
    """Open a file on a finding that was confirmed; what would excuse is looked up in the same breath. Gives its id."""
    person = need_person(by)
    by.need(WORK)
    why = said(reason)
    with transaction.atomic():
        missed = confirmed_finding(finding)
        if missed is None or not by.reaches(missed.unit):
            raise NotFound(
                _("A file opens only on a missed duty whose finding was confirmed."),
                _("Never on what somebody said, and on nothing else. Look at the confirmed findings."),
            )
        concerned = _concerned(missed, person)
        if File.objects.filter(finding=finding).exists():
            raise Anticipated(_("There is a file on this finding already."), _("Look at the list."))
        row = File.objects.create(
            finding_id=finding,
            unit_id=missed.unit,
            person_id=concerned,
            person_name=missed.person_name,
            state=State.OPENED,
            state_since=at,
            reason=why,
            opened_at=at,
            opened_by_id=person,
            opened_by_name=by.name,
        )
        _keep_out_superiors(row, missed, person, at=at)
        for one in excuses_of(missed, at=at):
            Excuse.objects.create(
                file=row,
                key=one.key,
                found=one.found,
                facts=one.facts,
                evidence=list(one.evidence),
                fixed=one.fixed,
                verdict=Verdict.HOLDS if one.fixed else Verdict.OPEN,
                judged_by="Answerable" if one.fixed else "",
                judged_at=at if one.fixed else None,
            )
        found = [one.key for one in Excuse.objects.filter(file=row, found=True)]
        noted(row, "open_file", by=by, at=at, finding=finding, excuses=found)
    return row.pk


def _concerned(missed: MissedDuty, opener: int) -> int:
    if missed.person is None:
        raise Anticipated(
            _("Nobody held this duty: there is nobody whom a file could concern."),
            _("Fill the post; the finding itself stays."),
        )
    if missed.person == opener:
        raise NotAllowed(
            _("Nobody opens a file about themselves or takes part in deciding on it."),
            _("Leave it to somebody else of oversight."),
        )
    return missed.person


def _keep_out_superiors(row: File, missed: MissedDuty, opener: int, *, at: datetime) -> None:
    """Write down who takes the filings of this duty: they take no part, and the opener cannot be one of them."""
    superiors = deciding_people(missed.occurrence, at=at) - {row.person_id}
    if opener in superiors:
        raise NotAllowed(
            _("You take the filings of this duty: somebody else has to open the file."),
            _("Leave it to somebody else of oversight."),
        )
    names = people.people_names(superiors)
    for person in sorted(superiors):
        Seat.objects.create(
            file=row,
            role=Role.SUPERIOR,
            person_id=person,
            person_name=names[person],
            named_by=row.opened_by_name,
            named_at=at,
        )


def judge_excuse(excuse: int, verdict: Verdict, reason: str, *, by: Actor, at: datetime) -> None:
    """Say whether an excuse holds, with the reason. The system's own standstill holds, whatever anybody says."""
    why = said(reason)
    with transaction.atomic():
        one = Excuse.objects.filter(pk=excuse).first()
        if one is None:
            raise NotFound(_("There is no such excuse."), _("Load the page again."))
        row = locked(one.file_id)
        need_keeping(by, row)
        if State(row.state) not in UNDECIDED or verdict is Verdict.OPEN:
            raise Anticipated(_("This can no longer be judged."), _("Load the page again."))
        if one.fixed:
            raise NotAllowed(
                _("The system stood still then: that never counts against anybody."),
                _("The file can only be dropped."),
            )
        if State(row.state) is not State.OPENED and one.verdict == Verdict.HOLDS:
            raise Anticipated(
                _("What was once found to excuse is not taken back later."),
                _("The file can only be dropped."),
            )
        Excuse.objects.filter(pk=one.pk).update(verdict=verdict, reason=why, judged_by=by.name, judged_at=at)
        noted(row, "judge_excuse", by=by, at=at, excuse=one.key, verdict=verdict)


def need_judged(row: File) -> None:
    """Refuse to go on while an excuse is open, or when one holds: whenever that was found, nothing follows then."""
    excuses = [
        Judged(Key(one.key), one.found, Verdict(one.verdict), one.fixed)
        for one in Excuse.objects.filter(file=row)
    ]
    if unjudged(excuses):
        raise Anticipated(
            _("Not every excuse has been looked at by a person yet."),
            _("Say of each whether it holds, with the reason."),
        )
    if excused(excuses):
        raise Anticipated(_("An excuse holds."), _("The file can only be dropped."))
