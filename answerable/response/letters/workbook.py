"""The list of letters as a spreadsheet, and an empty one to fill in. What a letter says is never a formula."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from answerable.response.letters.queries import LetterRow
from answerable.response.letters.rules.columns import HEADS
from answerable.response.letters.rules.states import (
    JUDGEMENT_NAMES,
    STATE_NAMES,
    WAY_NAMES,
    Judgement,
    State,
    Way,
)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What a spreadsheet would take for a formula, or an importer of CSV for a command.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def letters_book(rows: Iterable[LetterRow]) -> bytes:
    """Write the rows of the list as an XLSX file."""
    heads = (
        _("Number"),
        _("About"),
        _("State"),
        _("Lies with"),
        _("Came by"),
        _("Received"),
        _("Due"),
        _("Answered"),
        _("In time"),
        _("Asker says"),
    )
    return _book(_("Letters"), [heads, *(_values(row) for row in rows)])


def _values(row: LetterRow) -> tuple[object, ...]:
    on_time = {True: _("yes"), False: _("no"), None: ""}[row.was_on_time]
    return (
        row.reference,
        row.title,
        str(STATE_NAMES[State(row.state)]),
        row.unit,
        str(WAY_NAMES[Way(row.way)]),
        _local(row.received_at),
        _local(row.clock.due if row.clock else None),
        _local(row.answered_at),
        on_time,
        str(JUDGEMENT_NAMES[Judgement(row.judgement)]) if row.judgement else "",
    )


def _local(at: datetime | None) -> object:
    return timezone.localtime(at).replace(tzinfo=None) if at else ""


#: One made-up row for each language, in the order of the columns.
EXAMPLES = {
    True: ("GD-2026-0001", "2026-03-02 09:30", "磨坊巷停水", "磨坊巷4号今早六点起停水。"),
    False: ("HL-2026-0001", "2026-03-02 09:30", "No water in Mill Lane", "No water since six this morning."),
}


def template_book(chinese: bool) -> bytes:
    """Write an empty file of letters: the heads, and one row as an example."""
    heads = [
        next((word for word in words if word.isascii() is not chinese), words[0]) for words in HEADS.values()
    ]
    return _book(_("Letters"), [heads, EXAMPLES[chinese]])


def _book(title: str, rows: Iterable[Iterable[object]]) -> bytes:
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    """Make a cell; a text stays a text, whatever sign it begins with."""
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(DANGEROUS)
    return cell
