"""The board as a spreadsheet. A title that begins like a formula stays a text."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from answerable.listening.stories.queries.rows import StoryRow
from answerable.listening.stories.rules.trends import Trend
from answerable.listening.stories.words import TREND_NAMES, language_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(rows: Iterable[StoryRow], address: str) -> bytes:
    """Write stories into one sheet; `address` is what a story's number follows in its link."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Stories"))
    sheet.freeze_panes = "A2"
    heads = (
        _("Headline"),
        _("Language"),
        _("Publications"),
        _("Items"),
        _("Copies"),
        _("Trend"),
        _("First item"),
        _("Newest item"),
        _("Carried by"),
        _("Link"),
    )
    sheet.append([_text(sheet, head) for head in heads])
    for row in rows:
        sheet.append(
            [
                _text(sheet, row.title),
                _text(sheet, language_name(row.language)),
                row.publications,
                row.items,
                row.folds,
                _text(sheet, str(TREND_NAMES[Trend(row.trend)]) if row.trend else ""),
                timezone.localtime(row.first_at).replace(tzinfo=None),
                timezone.localtime(row.last_at).replace(tzinfo=None),
                _text(sheet, "; ".join(row.carried_by)),
                _text(sheet, f"{address}{row.id}/"),
            ]
        )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _text(sheet: Any, value: str) -> Any:
    """A cell that holds a text whatever it begins with: openpyxl makes a formula of "=" by itself."""
    cell = WriteOnlyCell(sheet, value="".join(sign for sign in value if sign >= " " or sign in "\n\t"))
    cell.data_type = "s"
    return cell
