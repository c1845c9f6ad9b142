"""A finding is put to the unit, the unit replies, and somebody who did not find it decides."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.inspections import telling
from answerable.governance.inspections.actions.notes import (
    finding_link,
    finding_subject,
    locked_finding,
    locked_round,
    locked_visit,
    need_words,
    tell,
)
from answerable.governance.inspections.actions.sending import unit_contacts
from answerable.governance.inspections.events import FindingConfirmed
from answerable.governance.inspections.models import Finding, Visit
from answerable.governance.inspections.queries.door import KEEP, is_visitor, need, rights
from answerable.governance.inspections.rules.fairness import next_quarter, silence_is_over
from answerable.governance.inspections.rules.states import FOUND, Found, FoundMove, Stage, Trip
from answerable.governance.inspections.rules.terms import REPLY_DAYS
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.events import publish
from answerable.kernel.personal_data import mask
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as calendars
from answerable.office.clocks.rules.limits import Limit, Span, deadline
from answerable.office.people import queries as people

#: The rule of the plan that runs from a confirmed finding, and its stage.
RULE, STAGE = "e-finding", "rectify"
#: Working days to put a finding right where no plan says another limit: 15, as in the inspection circulars.
RECTIFY_DAYS = 15


@dataclass(frozen=True, slots=True)
class NewFinding:
    """Something seen on site that the checklist does not ask."""

    title: str
    text: str
    grade: str = "minor"
    clause: str = ""
    evidence: str = ""


def add_finding(visit_id: int, new: NewFinding, *, by: Actor, at: datetime) -> int:
    """Note a finding outside the checklist; gives its id. It is about a thing of the unit, never about a person."""
    with transaction.atomic():
        # The round first, as whoever reports, closes or cancels it does: nothing is added to what was frozen.
        within = Visit.objects.filter(pk=visit_id).values_list("round", flat=True).first()
        stage = Stage(locked_round(within).state) if within else None
        visit = locked_visit(visit_id)
        need(is_visitor(by, visit), _("This visit is not yours to make."))
        if stage is not Stage.RUNNING:
            raise Moved(_("The round does not run."), _("Look at where it stands."))
        if visit.unit_id is None or Trip(visit.state) is Trip.VOID:
            raise Moved(_("Nothing can be found in this visit."), _("Load the page again."))
        row = Finding.objects.create(
            round=visit.round,
            visit=visit,
            unit_id=visit.unit_id,
            clause=new.clause,
            title=need_words(new.title, _("Name what was found."))[:300],
            text=mask(need_words(new.text, _("Say what was seen."))).text,
            evidence=new.evidence[:1000],
            grade=new.grade if new.grade in ("minor", "major") else "minor",
            state_since=at,
            found_at=at,
            found_by=by.name,
        )
        record("inspections.add_finding", finding_subject(row.pk), by=by, at=at, visit=visit.pk)
    return row.pk


def put_to_unit(finding: int, *, by: Actor, at: datetime) -> None:
    """Put a finding to the unit; it has some working days for its words."""
    with transaction.atomic():
        row = locked_finding(finding)
        need(rights(by, row).puts, _("Whoever found it puts it to the unit."))
        need_words(row.text, _("Say first what was seen, so that the unit can reply to it."))
        until = _working_days(row, int(calendars.parameter("finding_reply_wd", REPLY_DAYS)), at=at)
        _move(row, FoundMove.PUT, at=at, put_at=at, reply_until=until)
        record("inspections.put_to_unit", finding_subject(row.pk), by=by, at=at, until=until)
        row.refresh_from_db()
        contacts = unit_contacts(row.unit_id, at=at)
        tell(telling.put(row), contacts, key=f"finding:{row.pk}:put", link=finding_link(row.pk), at=at)


def reply(finding: int, words: str, *, by: Actor, at: datetime) -> None:
    """Say what the unit has to say."""
    with transaction.atomic():
        row = locked_finding(finding)
        need(rights(by, row).replies, _("Only the unit itself replies to a finding."))
        said = mask(need_words(words, _("Say what the unit has to say to it."))).text
        _move(row, FoundMove.REPLY, at=at, reply=said, replied_at=at, replied_by=by.name)
        record("inspections.reply", finding_subject(row.pk), by=by, at=at)
        row.refresh_from_db()
        keepers = [one for one in people.who_may(KEEP, at=at) if one != by.person]
        key = f"finding:{row.pk}:replied"
        tell(telling.replied(row), keepers, key=key, link=finding_link(row.pk), at=at)


def confirm(finding: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Confirm a finding: the clock to put it right starts. Without the unit's words only after its time to reply."""
    with transaction.atomic():
        row = locked_finding(finding)
        _need_deciding(by, row)
        why = need_words(reason, _("Say why it is confirmed, with what the unit said."))
        if Found(row.state) is Found.PUT and not silence_is_over(row.reply_until, at=at):
            raise Anticipated(
                _("The unit has not replied, and its time to do so has not passed."),
                _("Wait for its words, or for the end of that time."),
            )
        decided: dict[str, Any] = {"decision": why, "decided_at": at, "decided_by": by.name}
        _move(row, FoundMove.CONFIRM, at=at, **decided)
        due = start_due(row, by=by, at=at)
        record("inspections.confirm", finding_subject(row.pk), by=by, at=at, due=due)
        row.refresh_from_db()
        publish(FindingConfirmed(row.pk, row.unit_id, at))
        _tell_unit(row, "decided", at=at)


def dismiss(finding: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Dismiss a finding: by who decides, or by who found it as long as it was not put to the unit."""
    with transaction.atomic():
        row = locked_finding(finding)
        allowed = rights(by, row)
        if not (Found(row.state) is Found.OBSERVED and allowed.puts):
            _need_deciding(by, row)
        why = need_words(reason, _("Say why it is dismissed."))
        was_put = row.put_at is not None
        decided: dict[str, Any] = {"decision": why, "decided_at": at, "decided_by": by.name}
        _move(row, FoundMove.DISMISS, at=at, closed_at=at, **decided)
        record("inspections.dismiss", finding_subject(row.pk), by=by, at=at, reason=why)
        row.refresh_from_db()
        if was_put:
            _tell_unit(row, "decided", at=at)


def _tell_unit(row: Finding, what: str, *, at: datetime) -> None:
    contacts = unit_contacts(row.unit_id, at=at)
    tell(telling.decided(row), contacts, key=f"finding:{row.pk}:{what}", link=finding_link(row.pk), at=at)


def _need_deciding(by: Actor, row: Finding) -> None:
    need(
        rights(by, row).decides,
        _("A finding is decided on by a keeper who neither found it nor belongs to the unit."),
    )


def start_due(row: Finding, *, by: Actor, at: datetime) -> datetime:
    """Start the clock to put a finding right, by the plan's rule or our own limit; gives when it is due."""
    subject, link = finding_subject(row.pk), finding_link(row.pk)
    due = _working_days(row, int(calendars.parameter("rectify_wd", RECTIFY_DAYS)), at=at)
    matter = clocks.Matter(subject, row.title, link, unit=row.unit_id)
    if clocks.start_rule(RULE, matter, since=at, by=by, at=at):
        open_ones = (
            one for one in calendars.clocks_of(subject, at=at) if one.stage == STAGE and not one.met_at
        )
        due = next((one.due for one in open_ones), due)
    else:
        wanted = clocks.Start(subject, row.title, link, STAGE, since=at, due=due, unit=row.unit_id)
        clocks.start(wanted, by=by, at=at)
    again = next_quarter(people.day_of(at))
    Finding.objects.filter(pk=row.pk).update(due=due, recheck_from=again)
    return due


def _working_days(row: Finding, days: int, *, at: datetime) -> datetime:
    calendar = calendars.calendar_of(row.unit_id, at=at)
    return deadline(at, Limit(days, Span.WORKING_DAY), calendar).at


def _move(row: Finding, move: FoundMove, *, at: datetime, **changes: Any) -> Found:
    return FOUND.make(Finding.objects.filter(pk=row.pk), Found(row.state), move, state_since=at, **changes)
