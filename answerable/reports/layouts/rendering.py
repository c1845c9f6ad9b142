"""The way in: a document and the form that is wanted give a file."""

import re

from answerable.reports.layouts.document import Document, Form, Rendered
from answerable.reports.layouts.html import page
from answerable.reports.layouts.pdf import pdf_of
from answerable.reports.layouts.word.paper import docx_of
from answerable.reports.rules.fonts import Fonts
from answerable.reports.rules.signs import line

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What no file system and no mail program takes amiss in a name.
_UNSAFE = re.compile(r"[^\w\-（）〔〕()]+")


def render(document: Document, form: Form, *, fonts: Fonts | None = None) -> Rendered:
    """Set a document in a form."""
    fonts = fonts or Fonts()
    name = name_of(document)
    if form == "html":
        return Rendered(page(document), "text/html; charset=utf-8", f"{name}.html")
    if form == "docx":
        return Rendered(docx_of(document, fonts), DOCX, f"{name}.docx")
    if form == "pdf":
        content, notices = pdf_of(document, fonts)
        return Rendered(content, "application/pdf", f"{name}.pdf", notices)
    raise ValueError(f"there is no layout as {form!r}")


def name_of(document: Document) -> str:
    """Name a file after its title, so that it is found again in a folder of downloads."""
    return _UNSAFE.sub("-", line(document.title)).strip("-.")[:80] or "paper"
