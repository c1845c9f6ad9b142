"""Letters from a file: handed in and looked at, confirmed, taken over by a job, and then only in the letters."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.events import publish
from answerable.kernel.sealing import seal
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.response.letters.actions.receiving import LetterDraft, receive
from answerable.response.letters.events import SheetConfirmed
from answerable.response.letters.models import Letter, Sheet
from answerable.response.letters.queries.door import CONTACT, sheet_for
from answerable.response.letters.queries.sheets import lines_of, outside_key
from answerable.response.letters.rules.columns import COLUMN_NAMES, FILE_REASONS, BadFile, Line, read_rows
from answerable.response.letters.rules.matter import Contact, one_line
from answerable.response.letters.rules.references import keys_of
from answerable.response.letters.rules.states import Way


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was handed in, with the rows that were read of it."""

    name: str
    body: bytes
    rows: Sequence[Sequence[str]]


def hand_in_sheet(file: File, *, by: Actor, at: datetime) -> int:
    """Keep what a file would bring in, sealed, so that somebody looks at it before anything happens."""
    by.need(CONTACT)
    units = people.units_named({cell for row in file.rows for cell in row if 0 < len(cell) <= 200})
    try:
        read = read_rows(file.rows, units, zone=settings.TIME_ZONE, at=at)
    except BadFile as bad:
        column = {"column": COLUMN_NAMES.get(bad.column, "")}
        raise Anticipated(FILE_REASONS[bad.code] % column, _("Nothing was taken over.")) from None
    sha256 = hashlib.sha256(file.body).hexdigest()
    keys = [outside_key(sha256, line) for line in read.lines]
    with transaction.atomic():
        row = Sheet.objects.create(
            name=one_line(file.name)[:200],
            sha256=sha256,
            sealed_lines=seal(json.dumps([line.as_record() for line in read.lines], ensure_ascii=False)),
            refused=[[found.row, found.code, found.column] for found in read.refused],
            ignored_heads=list(read.ignored),
            rows=len(read.lines),
            known=_known(keys),
            handed_in_by_id=by.account,
            created_at=at,
        )
        record(
            "letters.hand_in_sheet",
            f"sheet:{row.pk}",
            by=by,
            at=at,
            sha256=sha256,
            rows=len(read.lines),
            refused=len(read.refused),
        )
    return row.pk


def _known(keys: list[str]) -> int:
    """Count letters that are here already; a thousand keys a query, for SQLite binds no more than 32,766 values."""
    parts = [keys[start : start + 1000] for start in range(0, len(keys), 1000)]
    return sum(Letter.objects.filter(outside_key__in=part).count() for part in parts)


def confirm_sheet(sheet: int, *, by: Actor, at: datetime) -> None:
    """Have the letters of a file taken over; a job does it, and it can be looked at meanwhile."""
    with transaction.atomic():
        row = sheet_for(by, sheet)
        if Sheet.objects.filter(pk=row.pk, state="read").update(state="confirmed") != 1:
            raise Moved(_("This file was confirmed or dropped before."), _("Load the page again."))
        record("letters.confirm_sheet", f"sheet:{row.pk}", by=by, at=at, rows=row.rows)
        publish(SheetConfirmed(row.pk, at))


def drop_sheet(sheet: int, *, by: Actor, at: datetime) -> None:
    """Lay a file aside; what it held is gone at once."""
    with transaction.atomic():
        row = sheet_for(by, sheet)
        if Sheet.objects.filter(pk=row.pk, state="read").update(state="dropped", sealed_lines="") != 1:
            raise Moved(_("This file was confirmed or dropped before."), _("Load the page again."))
        record("letters.drop_sheet", f"sheet:{row.pk}", by=by, at=at)


def take_over(sheet: int, *, seed: bytes, at: datetime) -> int:
    """Take the letters of a confirmed file in, one transaction each, so that a repeat goes on where it stopped."""
    row = Sheet.objects.filter(pk=sheet, state="confirmed").first()
    if row is None:
        return 0
    lines = lines_of(row)
    units = people.units_named({line.unit for line in lines})
    taken = 0
    for line in lines:
        taken += receive(_draft(row, line, units, seed), by=MACHINE, at=at) is not None
    with transaction.atomic():
        done = Sheet.objects.filter(pk=row.pk, state="confirmed")
        if done.update(state="applied", sealed_lines="", applied_at=at):
            record("letters.take_over", f"sheet:{row.pk}", by=MACHINE, at=at, letters=taken)
    return taken


def _draft(row: Sheet, line: Line, units: dict[str, int], seed: bytes) -> LetterDraft:
    return LetterDraft(
        way=Way.FILE,
        title=line.title,
        text=line.text,
        contact=Contact(name=line.name, email=line.email, phone=line.phone, address=line.address),
        keys=keys_of(seed, str(line.row)),
        received_at=datetime.fromisoformat(line.received),
        outside_key=outside_key(row.sha256, line),
        unit=units.get(line.unit),
        confirm=False,
    )
