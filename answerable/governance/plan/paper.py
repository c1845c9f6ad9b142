"""Prints a plan as a Word file: the sentences as they are numbered, and an annex that says how each one stands.

Built by hand from the few parts a document needs: nothing of a text is ever taken for markup, and the file carries no
link, no field and no program. Page and type follow GB/T 9704-2012 (A4, 37/28/35/26 mm, 22 lines of 28 characters);
fonts are named and not shipped, the reader's word processor has them.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _
from django.utils.translation import override

from answerable.governance.plan.queries.beside import ClauseStatus
from answerable.governance.plan.queries.reader import ClauseRow, clause_rows
from answerable.governance.plan.rules.document import PlanDocument, name_in
from answerable.governance.plan.rules.places import begins

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
#: Twentieths of a point: 28.95 pt gives 22 lines on the page, the often copied 29 pt gives 21 (GB/T 9704, measured).
LINE = 579
#: A fixed moment: the same plan gives the same bytes.
STAMP = (2026, 1, 1, 0, 0, 0)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
<Override PartName="/word/styles.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="word/document.xml"/></Relationships>"""
_DOCUMENT_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
Target="styles.xml"/></Relationships>"""


def paper_of(document: PlanDocument, statuses: Mapping[str, ClauseStatus], language: str) -> bytes:
    """Print a plan with its annex in a language; the sentences stay in the words they were written in."""
    with override(language):
        rows = clause_rows(document, dict(statuses))
        body = "".join([*_text(document, rows, language), *_annex(rows)])
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {W}><w:body>{body}{section}</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        "word/document.xml": xml,
        "word/styles.xml": _styles(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), part.encode())
    return out.getvalue()


def _text(document: PlanDocument, rows: tuple[ClauseRow, ...], language: str) -> Iterator[str]:
    yield _paragraph(name_in(document.title, language) or document.id, "Title")
    if document.source.doc_no:
        yield _paragraph(document.source.doc_no, "Number")
    for row in rows:
        for place, words in row.headings:
            yield _paragraph(f"{begins(place)}{words}", "Heading")
        first, *more = row.text.split("\n")
        yield _paragraph(f"{begins(row.ref)}{first}")
        for line in more:
            yield _paragraph(line)


def _annex(rows: tuple[ClauseRow, ...]) -> Iterator[str]:
    yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    yield _paragraph(_("Annex: how each sentence stands"), "Title")
    heads = (_("Place"), _("Sentence"), _("Gives rise to"), _("State"))
    widths = (1000, 3900, 2700, 1244)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = [heads, *(_annex_row(row) for row in rows)]
    edge = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    edges = "".join(edge.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    yield f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    yield f"<w:tblGrid>{grid}</w:tblGrid>"
    for place, line in enumerate(lines):
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(cell, "Cell")}</w:tc>'
            for width, cell in zip(widths, line, strict=True)
        )
        head = "<w:trPr><w:tblHeader/></w:trPr>" if place == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
        yield f"<w:tr>{head}{cells}</w:tr>"
    yield "</w:tbl>"


def _annex_row(row: ClauseRow) -> tuple[str, str, str, str]:
    gives = "; ".join(one.name for one in row.gives) or row.none
    state = f"{row.status.word} {row.status.figures}".strip() if row.status is not None else "—"
    # A sentence in the annex is quoted, so that it is never read for a clause of its own.
    return row.ref, f"“{row.text[:80]}…”" if len(row.text) > 80 else f"“{row.text}”", gives, state


def _paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    words = escape(_CONTROL.sub("", text))
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def _styles() -> str:
    font = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{1}"/>'
    body = font.format("Times New Roman", "仿宋_GB2312")
    title = font.format("Times New Roman", "方正小标宋简体")
    line = f'<w:spacing w:line="{LINE}" w:lineRule="exact"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{body}"
        '<w:spacing w:val="-5"/><w:sz w:val="32"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr>{line}<w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr>'
        '<w:spacing w:before="579" w:after="579" w:line="640" w:lineRule="exact"/>'
        '<w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:rPr>{title}<w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading"><w:name w:val="Heading"/><w:pPr><w:keepNext/></w:pPr>'
        f"<w:rPr>{font.format('Times New Roman', '黑体')}</w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Number"><w:name w:val="Number"/><w:pPr>'
        '<w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:pPr>'
        '<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLine="0" w:firstLineChars="0"/></w:pPr>'
        '<w:rPr><w:sz w:val="21"/></w:rPr></w:style></w:styles>'
    )
