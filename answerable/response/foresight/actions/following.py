"""What follows in foresight from news of other rooms (see project.wiring)."""

from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.office.review.events import ReviewFinished
from answerable.response.cases.events import CaseOpened
from answerable.response.foresight.actions import lying, telling, timing
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.names import release_of_subject, subject_of


def follow_case(event: CaseOpened) -> None:
    """Lay the prepared answers beside a case that has opened and speaks of a watched release."""
    lying.lay_beside(event.case, by=MACHINE, at=event.at)


def follow_review(event: ReviewFinished) -> None:
    """Note that an assessment passed its gate: its clocks are met."""
    number = release_of_subject(event.subject)
    if number is None:
        return
    row = Release.objects.filter(pk=number, text_hash=event.content_hash).first()
    if row is not None:
        _note_agreed(row, at=event.at)


def _note_agreed(row: Release, *, at: datetime) -> None:
    with transaction.atomic():
        record("foresight.agreed", subject_of(row.pk), by=MACHINE, at=at, content_hash=row.text_hash)
        timing.meet(row, by=MACHINE, at=at)
        telling.tell_agreed(row, by=MACHINE, at=at)
