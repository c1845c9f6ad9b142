"""The board as a spreadsheet. A title that begins like a formula stays a text."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from answerable.response.cases.queries.board import BoardRow
from answerable.response.cases.rules.levels import LEVEL_NAMES
from answerable.response.cases.rules.states import STATE_NAMES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(rows: Iterable[BoardRow], address: str) -> bytes:
    """Write cases into one sheet; `address` is what a case's number follows in its link."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Cases"))
    sheet.freeze_panes = "A2"
    heads = (
        _("Number"),
        pgettext("case", "Title"),
        _("Level"),
        _("State"),
        _("Lead unit"),
        _("Seen"),
        _("Answered in public"),
        _("Next limit"),
        _("Which limit"),
        _("Open tasks"),
        _("Link"),
    )
    sheet.append([_text(sheet, head) for head in heads])
    for row in rows:
        sheet.append(
            [
                row.id,
                _text(sheet, row.title),
                _text(sheet, str(LEVEL_NAMES[row.level]) if row.level else ""),
                _text(sheet, str(STATE_NAMES[row.state])),
                _text(sheet, row.unit_name),
                _moment(row.seen_at),
                _moment(row.answered_at),
                _moment(row.clock.due if row.clock else None),
                _text(sheet, str(row.clock.stage_name) if row.clock else ""),
                row.tasks,
                _text(sheet, f"{address}{row.id}/"),
            ]
        )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _moment(at: datetime | None) -> datetime | None:
    return timezone.localtime(at).replace(tzinfo=None) if at else None


def _text(sheet: Any, value: str) -> Any:
    """A cell that holds a text whatever it begins with: openpyxl makes a formula of "=" by itself."""
    cell = WriteOnlyCell(sheet, value="".join(sign for sign in value if sign >= " " or sign in "\n\t"))
    cell.data_type = "s"
    return cell
