"""The way in: a document and the form that is wanted give a file."""

import re
from collections.abc import Callable, Mapping

from answerable.reports.layouts.document import Document, Form, Rendered
from answerable.reports.layouts.html import page
from answerable.reports.layouts.pdf import pdf_of
from answerable.reports.layouts.sheets import XLSX, csv_of, xlsx_of
from answerable.reports.layouts.word.paper import docx_of
from answerable.reports.rules.fonts import Fonts
from answerable.reports.rules.signs import line

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What no file system and no mail program takes amiss in a name.
_UNSAFE = re.compile(r"[^\w\-（）〔〕()]+")


def render(document: Document, form: Form, *, fonts: Fonts | None = None) -> Rendered:
    """Set a document in a form."""
    return FORMS[form](document, fonts or Fonts(), name_of(document))


def _docx(document: Document, fonts: Fonts, name: str) -> Rendered:
    return Rendered(docx_of(document, fonts), DOCX, f"{name}.docx")


def _pdf(document: Document, fonts: Fonts, name: str) -> Rendered:
    content, notices = pdf_of(document, fonts)
    return Rendered(content, "application/pdf", f"{name}.pdf", notices)


def _html(document: Document, _fonts: Fonts, name: str) -> Rendered:
    return Rendered(page(document), "text/html; charset=utf-8", f"{name}.html")


def _xlsx(document: Document, _fonts: Fonts, name: str) -> Rendered:
    return Rendered(xlsx_of(document), XLSX, f"{name}.xlsx")


def _csv(document: Document, _fonts: Fonts, name: str) -> Rendered:
    content, several = csv_of(document)
    if several:
        return Rendered(content, "application/zip", f"{name}-csv.zip")
    return Rendered(content, "text/csv; charset=utf-8", f"{name}.csv")


FORMS: Mapping[Form, Callable[[Document, Fonts, str], Rendered]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "xlsx": _xlsx,
    "csv": _csv,
}


def name_of(document: Document) -> str:
    """Name a file after its title, so that it is found again in a folder of downloads."""
    return _UNSAFE.sub("-", line(document.title)).strip("-.")[:80] or "paper"
