"""Lists of the room as spreadsheets; what people wrote never becomes a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from answerable.governance.duties.queries.matrix import Matrix
from answerable.governance.duties.queries.rows import RunRow
from answerable.governance.duties.rules.matrix import Cell
from answerable.governance.duties.words import SIGNS, STANDINGS, is_chinese, named, period_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def of_runs(rows: Iterable[RunRow]) -> bytes:
    """Write runs as a file, one a line."""
    heads = (
        _("Duty"),
        pgettext("duty", "Period"),
        _("Unit"),
        _("Due"),
        _("First due date"),
        _("State"),
        _("With"),
        _("Filed"),
    )
    return _written(_("Duties"), heads, (_run(row) for row in rows))


def _run(row: RunRow) -> tuple[Any, ...]:
    due, first, filed = (
        timezone.localtime(moment).replace(tzinfo=None) if moment else ""
        for moment in (row.due, row.original_due, row.filed_at)
    )
    period = period_words(row.period_begin, row.period_end)
    return (named(row), period, row.unit, due, first, str(STANDINGS[row.standing.word]), row.holder, filed)


def of_matrix(table: Matrix) -> bytes:
    """Write the matrix as a file: clauses down, units across, sign, word and count in each cell."""
    language = "zh" if is_chinese() else "en"
    heads = (_("Clause"), _("Sentence"), *(name for _unit, name in table.units))
    lines = (
        (line.clause.ref, line.clause.title(language), *(_cell(cell) for cell in line.cells))
        for line in table.lines
    )
    return _written(_("Clauses and units"), heads, lines)


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return f"{SIGNS[cell.tone]} {STANDINGS[cell.word]} {cell.count}/{cell.total}"


def _written(title: str, heads: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append([_text(sheet, head) for head in heads])
    for line in lines:
        sheet.append([_text(sheet, value) for value in line])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _text(sheet: Any, value: Any) -> Any:
    """Make a cell; a text stays a text, whatever sign it begins with."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    cell.quotePrefix = value[:1] in ("=", "+", "-", "@", "\t", "\r", "＝")
    return cell


def answer(content: bytes, name: str) -> HttpResponse:
    """Give a file to a browser."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
