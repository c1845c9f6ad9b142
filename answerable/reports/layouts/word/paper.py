"""A whole paper as a Word file."""

import io
import zipfile
from datetime import datetime

from docx.document import Document as Word
from docx.shared import Pt

from answerable.reports.layouts.document import Document
from answerable.reports.layouts.heads import Heads, heads_of
from answerable.reports.layouts.pieces import pieces_of
from answerable.reports.layouts.word.blocks import write
from answerable.reports.layouts.word.official import title, write_foot, write_head
from answerable.reports.layouts.word.page import blank, sheet_of
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.fonts import Fonts
from answerable.reports.rules.signs import line

#: A fixed moment: the same paper gives the same bytes, so that its hash means something.
STAMP = (2026, 1, 1, 0, 0, 0)


def docx_of(document: Document, fonts: Fonts) -> bytes:
    """Set a document as a Word file."""
    sheet = sheet_of(document.kind, document.language)
    word, heads = blank(sheet), heads_of(document)
    if sheet.official:
        write_head(word, heads)
    else:
        _plain_head(word, document, heads)
    write(word, pieces_of(document), sheet, document.language, fonts)
    if sheet.official:
        write_foot(word, heads)
    elif heads.attachments:
        joint = words_of(document.language).semicolon
        word.add_paragraph(f"{heads.attachments_label}{joint.join(heads.attachments)}", "Paper flush")
    return saved(word, heads.title)


def _plain_head(word: Word, document: Document, heads: Heads) -> None:
    title(word, heads)
    facts = (line(document.subtitle), heads.issuer, heads.dated, heads.number)
    under = word.add_paragraph(" · ".join(fact for fact in facts if fact), "Paper note")
    under.paragraph_format.space_after = Pt(14)
    for text in heads.notices:
        word.add_paragraph(text, "Paper notice")


def saved(word: Word, title: str) -> bytes:
    """Save without a trace of when, by whom and by which program."""
    about = word.core_properties
    about.author = about.comments = about.last_modified_by = about.keywords = ""
    about.title, about.revision = title[:255], 1
    about.created = about.modified = datetime(*STAMP)  # noqa: DTZ001 - the file format has no zone
    drawn, out = io.BytesIO(), io.BytesIO()
    word.save(drawn)
    with zipfile.ZipFile(drawn) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in made.infolist():
            kept.writestr(zipfile.ZipInfo(part.filename, STAMP), made.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
