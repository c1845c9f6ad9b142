"""A confirmed finding is put right by its unit, and looked at again by somebody else."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.inspections import telling
from answerable.governance.inspections.actions.findings import STAGE, start_due
from answerable.governance.inspections.actions.notes import (
    finding_link,
    finding_subject,
    locked_finding,
    need_words,
    tell,
)
from answerable.governance.inspections.actions.sending import unit_contacts
from answerable.governance.inspections.models import Correction, Finding, Recheck
from answerable.governance.inspections.queries.door import inspectors_here, need, rights
from answerable.governance.inspections.rules.states import FOUND, Found, FoundMove
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.personal_data import mask
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.people import queries as people


def plan_correction(finding: int, measure: str, until: date, *, by: Actor, at: datetime) -> int:
    """Say what the unit will do and by when; gives the correction. Not after the date on which it is due."""
    with transaction.atomic():
        row = locked_finding(finding)
        need(rights(by, row).replies, _("Only the unit itself puts a finding right."))
        words = need_words(measure, _("Say what will be done."))
        last = people.day_of(row.due) if row.due else until
        if until > last:
            raise Anticipated(
                _("It is due by %(due)s.") % {"due": last.isoformat()},
                _("Choose a day up to then, or ask the office for more time on the clock."),
            )
        number = Correction.objects.filter(finding=row).count() + 1
        _move(row, FoundMove.PLAN, at=at)
        made = Correction.objects.create(
            finding=row, number=number, measure=words, until=until, planned_at=at, planned_by=by.name
        )
        record("inspections.plan_correction", finding_subject(row.pk), by=by, at=at, until=until)
    return made.pk


def correct(finding: int, note: str, proof: str, *, by: Actor, at: datetime) -> None:
    """Say that it is put right, with what shows it: the page or the paper itself."""
    with transaction.atomic():
        row = locked_finding(finding)
        need(rights(by, row).replies, _("Only the unit itself puts a finding right."))
        words = mask(need_words(note, _("Say what was done."))).text
        _move(row, FoundMove.CORRECT, at=at)
        Correction.objects.filter(finding=row, done_at=None).update(
            done_note=words, proof=proof[:1000], done_at=at, done_by=by.name, done_person=by.person
        )
        clocks.meet(finding_subject(row.pk), STAGE, by=by, at=at)
        record("inspections.correct", finding_subject(row.pk), by=by, at=at, proof=proof[:1000])
        row.refresh_from_db()
        found = set(row.visit.inspectors.values_list("person", flat=True))
        others = [
            one.person
            for one in inspectors_here(at=at)
            if one.person not in found and row.unit_id not in {one.unit, *one.others}
        ]
        key = f"finding:{row.pk}:corrected:{at.isoformat()}"
        tell(telling.corrected(row), others, key=key, link=finding_link(row.pk), at=at)


def recheck(finding: int, note: str, *, is_gone: bool, by: Actor, at: datetime) -> Found:
    """Look again: closed where it is gone, repeated where it is not. Never by who found it or who put it right."""
    with transaction.atomic():
        row = locked_finding(finding)
        need(
            rights(by, row).rechecks,
            _(
                "Another inspector looks again: neither who found it, nor who put it right, nor one of the unit."
            ),
        )
        words = mask(need_words(note, _("Say what was seen."))).text
        move = FoundMove.CLOSE if is_gone else FoundMove.REPEAT
        state = _move(row, move, at=at, **({"closed_at": at} if is_gone else {}))
        correction = Correction.objects.filter(finding=row).latest("number")
        Recheck.objects.create(
            finding=row,
            correction=correction,
            person_id=by.person or 0,
            name=by.name,
            is_gone=is_gone,
            note=words,
            at=at,
        )
        if is_gone:
            clocks.close(finding_subject(row.pk), by=by, at=at)
        else:
            start_due(row, by=by, at=at)
        record("inspections.recheck", finding_subject(row.pk), by=by, at=at, is_gone=is_gone)
        row.refresh_from_db()
        contacts = unit_contacts(row.unit_id, at=at)
        key = f"finding:{row.pk}:rechecked:{at.isoformat()}"
        words_for_them = telling.rechecked(row, is_gone=is_gone)
        tell(words_for_them, contacts, key=key, link=finding_link(row.pk), at=at)
    return state


def _move(row: Finding, move: FoundMove, *, at: datetime, **changes: object) -> Found:
    return FOUND.make(Finding.objects.filter(pk=row.pk), Found(row.state), move, state_since=at, **changes)
