"""The list as a spreadsheet. A title that begins like a formula stays a text."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from answerable.response.answers.queries import AnswerRow
from answerable.response.answers.rules.states import GATE_STATE_NAMES, KIND_NAMES, LANGUAGES, STATE_NAMES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(rows: Iterable[AnswerRow], address: str) -> bytes:
    """Write answers into one sheet; `address` is what an answer's number follows in its link."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Answers"))
    sheet.freeze_panes = "A2"
    heads = (
        pgettext("answer", "Title"),
        _("Kind"),
        _("Language"),
        _("State"),
        _("Text in work"),
        _("Spokesperson"),
        _("Unit"),
        pgettext("answer", "Published"),
        _("Last change"),
        _("Link"),
    )
    sheet.append([_text(sheet, head) for head in heads])
    for row in rows:
        sheet.append(
            [
                _text(sheet, row.title),
                _text(sheet, str(KIND_NAMES[row.kind])),
                _text(sheet, LANGUAGES.get(row.language, row.language)),
                _text(sheet, str(STATE_NAMES[row.state])),
                _text(sheet, str(GATE_STATE_NAMES[row.gate]) if row.gate else ""),
                _text(sheet, row.spokesperson),
                _text(sheet, row.unit),
                _local(row.published_at),
                _local(row.changed_at),
                _text(sheet, f"{address}{row.id}/"),
            ]
        )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _local(at: datetime | None) -> datetime | None:
    return timezone.localtime(at).replace(tzinfo=None) if at else None


def _text(sheet: Any, value: str) -> Any:
    """A cell that holds a text whatever it begins with: openpyxl makes a formula of "=" by itself."""
    cell = WriteOnlyCell(sheet, value="".join(sign for sign in value if sign >= " " or sign in "\n\t"))
    cell.data_type = "s"
    return cell
