"""Files of letters that were handed in: what they would bring, and each row that is refused."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.kernel.sealing import unseal
from answerable.response.letters.models import Sheet
from answerable.response.letters.queries.door import CONTACT, sheet_for
from answerable.response.letters.rules.columns import COLUMN_NAMES, ROW_REASONS, Line
from answerable.response.letters.rules.matter import shown_text, shown_title

#: Lines shown before they are taken over; the rest is counted.
SHOWN = 50


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One file in the list."""

    id: int
    name: str
    state: str
    rows: int
    refused: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LineRow:
    """One letter of a file as the preview shows it: masked, and with whether a way back was left."""

    row: int
    title: str
    text: str
    received: datetime
    unit: str
    has_contact: bool


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that is not taken over."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring in."""

    sheet: SheetRow
    known: int
    lines: tuple[LineRow, ...]
    refused: tuple[RefusedRow, ...]
    ignored: tuple[str, ...]
    applied_at: datetime | None

    @property
    def new(self) -> int:
        """How many letters would come in."""
        return self.sheet.rows - self.known


def outside_key(sha256: str, line: Line) -> str:
    """Give what tells a letter of a file when it comes again: its number, or its place in the very same file."""
    named = f"number:{line.number}" if line.number else f"{sha256}:{line.row}"
    return hashlib.sha256(f"file:{named}".encode()).hexdigest()


def lines_of(row: Sheet) -> list[Line]:
    """Open the lines of a file."""
    return [Line(**record) for record in json.loads(unseal(row.sealed_lines) or "[]")]


def _sheet_row(row: Sheet) -> SheetRow:
    return SheetRow(row.pk, row.name, row.state, row.rows, len(row.refused), row.created_at)


def recent_sheets(actor: Actor) -> tuple[SheetRow, ...]:
    """List the files handed in lately."""
    actor.need(CONTACT)
    return tuple(_sheet_row(row) for row in Sheet.objects.order_by("-pk")[:10])


def preview(actor: Actor, sheet: int) -> Preview:
    """Show what a file would bring in, and why the other rows are refused."""
    row = sheet_for(actor, sheet)
    refused = tuple(
        RefusedRow(number, str(ROW_REASONS[code] % {"column": COLUMN_NAMES.get(column, column)}))
        for number, code, column in row.refused
    )
    lines = tuple(_line_row(line) for line in lines_of(row)[:SHOWN])
    return Preview(_sheet_row(row), row.known, lines, refused, tuple(row.ignored_heads), row.applied_at)


def _line_row(line: Line) -> LineRow:
    own = tuple(word for word in (line.email, line.phone, line.address, line.name) if word)
    return LineRow(
        line.row,
        shown_title(line.title, line.text, own),
        shown_text(line.text, own)[:200],
        datetime.fromisoformat(line.received),
        line.unit,
        bool(line.email or line.phone or line.address),
    )
