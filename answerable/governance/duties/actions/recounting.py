"""A calendar has changed: open runs get the date that it gives now, with the old one on record."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from answerable.governance.duties.actions.notes import locked, subject_of
from answerable.governance.duties.actions.turning import STAGE
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.door import duty_of
from answerable.governance.duties.queries.page import derivation
from answerable.governance.duties.rules.states import RUNNING, State
from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks


def recount_open(*, by: Actor, at: datetime) -> int:
    """Count the due dates of open runs once more; those that a person has moved, and those that ended, stay."""
    rows = Occurrence.objects.filter(state__in=RUNNING, due=F("original_due"), due__gt=at)
    return sum(_recount(pk, by=by, at=at) for pk in rows.order_by("pk").values_list("pk", flat=True))


def _recount(occurrence: int, *, by: Actor, at: datetime) -> bool:
    """Count one run once more; a date that would lie in the past stays as it was."""
    with transaction.atomic():
        row = locked(occurrence)
        found = derivation(row, duty_of(row), at=at)
        if found is None or State(row.state) not in RUNNING or found.due == row.due or found.due <= at:
            return False
        Occurrence.objects.filter(pk=row.pk).update(
            due=found.due,
            provisional=found.provisional,
            recounted_from=row.due,
            missed_at=row.missed_at + (found.due - row.due),
        )
        record("duties.move_due", subject_of(row.pk), by=by, at=at, old=row.due, new=found.due)
        clocks.move(subject_of(row.pk), STAGE, found.due, "calendar", by=by, at=at)
    return True
