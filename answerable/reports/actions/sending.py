"""A signed paper goes out: it gets its number, its files are kept by their hashes, nothing of it changes again."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of
from answerable.reports.layouts.document import Form, Rendered
from answerable.reports.models import DocumentNumber, NumberRow, Paper, SentFile
from answerable.reports.queries.content import hash_of
from answerable.reports.queries.door import SEND, link_to, paper_for, subject_of
from answerable.reports.queries.files import rendered
from answerable.reports.rules.numbers import document_number
from answerable.reports.rules.states import MOVES, Move, State

#: What goes out: what is read and printed, and what is filed and worked on.
FORMS: tuple[Form, ...] = ("pdf", "docx")


def send(paper: int, how: str, *, by: Actor, at: datetime) -> str:
    """Send a signed paper; gives its number, "" for a plain one. `how` says by which way it goes.

    The number is given first and stays with the paper: should setting its files fail, sending it again takes the same.
    """
    row = paper_for(by, paper)
    by.need(SEND, unit=row.unit_id)
    if not how.strip():
        raise Anticipated(_("Say how it goes out."), _("By the document exchange, by post, by hand …"))
    _refuse_unsigned(row)
    number = give_number(row, by=by, at=at) if row.official else ""
    row = paper_for(by, paper)
    files = [(form, rendered(row, form)) for form in FORMS]
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=row.pk)
        _refuse_unsigned(locked)
        hashes = {form: _keep(locked, form, file) for form, file in files}
        MOVES.make(
            Paper.objects.filter(pk=row.pk),
            State.SIGNED,
            Move.SEND,
            changed_at=at,
            sent_at=at,
            sent_by=by.name,
            sent_how=how.strip()[:200],
        )
        record("reports.send", subject_of(row.pk), by=by, at=at, number=number, how=how.strip(), files=hashes)
    return number


def _refuse_unsigned(row: Paper) -> None:
    if State(row.state) is not State.SIGNED:
        raise Moved(_("Only a signed paper is sent."), _("Load the page and look where it stands."))
    if hash_of(row) != row.text_hash:
        raise Moved(
            _("Its words are not those that were signed."), _("Take it back and let it be signed again.")
        )


def give_number(row: Paper, *, by: Actor, at: datetime) -> str:
    """Give a paper the next number of its unit and year for good; one that has a number keeps it."""
    year = day_of(at).year
    with transaction.atomic():
        there = DocumentNumber.objects.filter(paper=row).first()
        if there is not None:
            return there.written
        last = _row_of_numbers(row.unit_id, year)
        last.last += 1
        last.save(update_fields=["last"])
        written = document_number(row.unit.document_code or row.unit.name, year, last.last)
        DocumentNumber.objects.create(
            unit_id=row.unit_id, year=year, number=last.last, written=written, paper=row, at=at
        )
        record("reports.number", subject_of(row.pk), by=by, at=at, number=written)
    return written


def _row_of_numbers(unit: int, year: int) -> NumberRow:
    try:
        with transaction.atomic():
            NumberRow.objects.get_or_create(unit_id=unit, year=year)
    except IntegrityError:
        pass
    return NumberRow.objects.select_for_update().get(unit_id=unit, year=year)


def _keep(row: Paper, form: Form, file: Rendered) -> str:
    digest = hashlib.sha256(file.content).hexdigest()
    place = f"papers/{digest[:2]}/{digest}"
    if not default_storage.exists(place):
        place = default_storage.save(place, ContentFile(file.content))
    SentFile.objects.create(
        paper=row,
        form=form,
        name=file.name[:200],
        media_type=file.media_type,
        stored=place,
        size=len(file.content),
        sha256=digest,
    )
    return digest


def note_receipt(paper: int, receipt: str, *, by: Actor, at: datetime) -> None:
    """Note that whoever it went to has received it: their number, name or stamp."""
    _answered(paper, receipt, Move.NOTE_RECEIPT, by=by, at=at)


def note_return(paper: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Note that it came back, and why; the next one is made anew and gets a number of its own."""
    _answered(paper, reason, Move.NOTE_RETURN, by=by, at=at)


def _answered(paper: int, words: str, move: Move, *, by: Actor, at: datetime) -> None:
    if not words.strip():
        raise Anticipated(_("Say what came back."), _("A number, a name, or the reason."))
    with transaction.atomic():
        row = paper_for(by, paper)
        by.need(SEND, unit=row.unit_id)
        MOVES.make(
            Paper.objects.filter(pk=row.pk),
            State(row.state),
            move,
            changed_at=at,
            answered_at=at,
            receipt=words.strip()[:300],
        )
        record(f"reports.{move}", subject_of(row.pk), by=by, at=at, words=words.strip(), link=link_to(row.pk))
