"""The score sheet of a round as a spreadsheet; what people wrote never becomes a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from answerable.governance.inspections import words
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries.pages import Sheet


def of_round(sheet: Sheet) -> bytes:
    """Write a round: what it was, each visit with its n, each answer, each finding."""
    book = Workbook(write_only=True)
    _tab(book, _("Round"), (pgettext("inspection", "What"), _("Value")), _facts(sheet))
    heads: tuple[str, ...] = (
        _("Target"),
        _("Unit"),
        _("Looked at by"),
        _("State"),
        _("Points"),
        _("Possible"),
        pgettext("inspection", "Answers"),
    )
    _tab(book, _("Visits"), heads, (_visit(one) for one in sheet.visits))
    heads = (
        _("Target"),
        pgettext("inspection", "Question"),
        pgettext("inspection", "Answer"),
        pgettext("inspection", "How"),
        _("Note"),
        _("Link"),
        _("Seen on"),
    )
    _tab(book, pgettext("inspection", "Answers"), heads, _answers(sheet))
    heads = (_("Unit"), _("Finding"), _("Grade"), _("State"), pgettext("inspection", "What was seen"))
    rows = (
        (one.unit.name, one.title, words.grade_name(one.grade), words.found_name(one.state), one.text)
        for one in sheet.findings
    )
    _tab(book, _("Findings"), heads, rows)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _facts(sheet: Sheet) -> Iterable[tuple[Any, ...]]:
    row = sheet.round
    yield pgettext("inspection", "Title"), row.title
    yield _("Method"), str(METHODS[row.method].about.name)
    yield pgettext("inspection", "From"), row.begins_on
    yield pgettext("inspection", "Until"), row.ends_on
    yield _("Summary"), row.summary
    yield pgettext("round", "Hash of the result"), row.report_sha256
    if sheet.draw:
        yield _("Hash of the list that was drawn from"), sheet.draw.sha256


def _visit(one: Any) -> tuple[Any, ...]:
    looked = one.visitor or ", ".join(one.team)
    return (one.name, one.unit, looked, words.trip_name(one.state), one.reached, one.possible, one.answered)


def _answers(sheet: Sheet) -> Iterable[tuple[Any, ...]]:
    ticks = {verdict.key: str(verdict.name) for verdict in METHODS[sheet.round.method].verdicts}
    language = get_language() or "en"
    for target, question, seen in sheet.answers:
        yield (
            target,
            question.words(language),
            ticks.get(seen.verdict, seen.verdict),
            words.way_name(seen.way),
            seen.note,
            seen.link,
            seen.collected_on,
        )


def _tab(book: Workbook, title: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    tab = book.create_sheet(title[:31])
    tab.append([_cell(tab, head) for head in heads])
    for row in rows:
        tab.append([_cell(tab, value) for value in row])


def _cell(tab: Any, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(tab, value=ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    return cell
