"""The table of sources as a spreadsheet; what a feed wrote never becomes a formula."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries import SourceRow, sentence
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import STATES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(rows: Iterable[SourceRow]) -> bytes:
    """Write the rows as an XLSX file."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Sources"))
    heads = (
        _("Source"),
        _("State"),
        _("Reason"),
        _("Publication"),
        _("Kind"),
        _("Owner unit"),
        _("Address"),
        _("Items in 7 days"),
        _("Last item"),
        _("Next poll"),
    )
    sheet.append([_cell(sheet, head) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _values(row)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _values(row: SourceRow) -> tuple[object, ...]:
    times = [
        timezone.localtime(at).replace(tzinfo=None) if at else ""
        for at in (row.last_item_at, row.next_poll_at)
    ]
    kind = _(KINDS[row.kind].name) if row.kind in KINDS else row.kind
    return (
        row.name,
        str(STATES[State(row.state)]),
        sentence(row.reason, row.details) if row.reason else "",
        row.publication,
        kind,
        row.unit,
        row.address,
        row.items_in_week,
        *times,
    )


def _cell(sheet: Any, value: Any) -> Any:
    """Make a cell; a text stays a text, whatever sign it begins with."""
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@", "\t", "\r", "＝")
    return cell
