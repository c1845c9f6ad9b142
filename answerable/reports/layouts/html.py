"""A paper as a page: for reading on a screen. It loads nothing, runs nothing, and every text in it is escaped."""

from collections.abc import Iterable
from html import escape

from answerable.reports.charts.drawing import svg_of
from answerable.reports.layouts.document import Document
from answerable.reports.layouts.heads import Heads, heads_of
from answerable.reports.layouts.pieces import (
    CellPiece,
    FigurePiece,
    HeadingPiece,
    ListPiece,
    MissingPiece,
    Piece,
    Stretch,
    TablePiece,
    TextPiece,
    pieces_of,
)
from answerable.reports.rules.signs import line

#: A page of its own has its style inside and may load nothing else, whatever a text in it says.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
NUM = ' class="num"'
STYLE = """
:root{color-scheme:light dark}
body{margin:0 auto;max-width:46rem;padding:2rem 1rem;font:16px/1.6 "Noto Serif",Georgia,serif}
:lang(zh){font-family:"Noto Serif CJK SC","Songti SC",SimSun,serif}
h1{font-size:1.75rem;line-height:1.3}h2{font-size:1.3rem;margin-top:2rem}h3{font-size:1.1rem}h4,h5{font-size:1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}
th,td{border:1px solid #8a8a8a;padding:.3rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{border-bottom-width:2px}.num{text-align:end;font-variant-numeric:tabular-nums}
caption,figcaption{text-align:start;font-weight:bold;padding:.3rem 0}
figure{margin:1.5rem 0}svg{max-width:100%;height:auto}
.paper-mark{color:#c00;font-size:1.8rem;text-align:center;border-bottom:2px solid #c00;padding-bottom:.5rem}
.paper-line{display:flex;justify-content:space-between;gap:1rem}.paper-sign{text-align:end}
.paper-missing,.paper-notice{border-inline-start:4px solid #8a6d00;padding:.4rem .8rem;margin:1rem 0}
.paper-note{font-size:.85rem}.paper-foot{border-top:1px solid;border-bottom:1px solid;margin-top:2rem;padding:.4rem 0}
@media print{body{max-width:none;padding:0}tr,figure{break-inside:avoid}h2,h3,h4{break-after:avoid}}
"""


def page(document: Document) -> bytes:
    """Set a whole page that can be kept as a file."""
    language = "zh-Hans" if document.language.startswith("zh") else "en"
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="referrer" content="no-referrer"><title>{escape(line(document.title))}</title>'
        f"<style>{STYLE}</style></head><body>{article(document)}</body></html>\n"
    ).encode()


def article(document: Document) -> str:
    """Set the paper alone, without a page around it and without a style, for a page of the application."""
    heads = heads_of(document)
    body = "".join(_set(piece, document) for piece in pieces_of(document))
    official = document.kind == "official"
    opening = _official_head(heads) if official else _plain_head(document, heads)
    return f'<article class="paper paper-{document.kind}">{opening}{body}{_foot(heads, official=official)}</article>'


def blocks(document: Document) -> str:
    """Set the body alone, without head, foot and numbers, for a part of a page of the application."""
    return "".join(_set(piece, document) for piece in pieces_of(document, numbered=False))


def _official_head(heads: Heads) -> str:
    corner = _each('<p class="paper-corner">{}</p>', heads.corner)
    signer = f"<span>{_said(heads.signer_label)}{_said(heads.signer)}</span>" if heads.signer else ""
    number = f'<p class="paper-line"><span>{_said(heads.number)}</span>{signer}</p>' if heads.number else ""
    addressees = f"<p>{_said(heads.addressees)}</p>" if heads.addressees else ""
    return (
        f'<header>{corner}<p class="paper-mark">{_said(heads.mark)}</p>{number}</header>{_notices(heads)}'
        f"<h1>{_said(heads.title)}</h1>{addressees}"
    )


def _plain_head(document: Document, heads: Heads) -> str:
    facts = (line(document.subtitle), heads.issuer, heads.dated, heads.number)
    under = " · ".join(_said(fact) for fact in facts if fact)
    return (
        f'<header><h1>{_said(heads.title)}</h1><p class="paper-under">{under}</p></header>{_notices(heads)}'
    )


def _notices(heads: Heads) -> str:
    return _each('<p class="paper-notice" role="note">{}</p>', heads.notices)


def _foot(heads: Heads, *, official: bool) -> str:
    parts = []
    if heads.attachments:
        items = _each("<li>{}</li>", heads.attachments)
        parts.append(f'<p>{_said(heads.attachments_label)}</p><ul class="paper-attachments">{items}</ul>')
    if official:
        parts.append(f'<p class="paper-sign">{_said(heads.issuer)}<br>{_said(heads.dated)}</p>')
        parts += [f"<p>{_said(heads.note)}</p>"] if heads.note else []
        printed = f'<p class="paper-line"><span>{_said(heads.printer)}</span><span>{_said(heads.printed)}</span></p>'
        copies = f"<p>{_said(heads.copies)}</p>" if heads.copies else ""
        parts.append(f'<footer class="paper-foot">{copies}{printed}</footer>')
    return "".join(parts)


def _set(piece: Piece, document: Document) -> str:
    match piece:
        case HeadingPiece(level, text):
            return f"<h{level + 1}>{_said(text)}</h{level + 1}>"
        case TextPiece(runs, cites):
            return f"<p>{_runs(runs)}{_cites(cites)}</p>"
        case FigurePiece():
            return _figure(piece, document)
        case TablePiece():
            return _table(piece)
        case ListPiece(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{_each('<li>{}</li>', items)}</{tag}>"
        case MissingPiece(text):
            return f'<p class="paper-missing">{_said(text)}</p>'
    return '<hr class="paper-break">'


def _runs(runs: Iterable[Stretch]) -> str:
    return "".join(
        _linked(f"<strong>{_said(run.text)}</strong>" if run.strong else _said(run.text), run.link)
        for run in runs
    )


def _linked(inner: str, link: str) -> str:
    return f'<a href="{escape(link)}" rel="noopener noreferrer">{inner}</a>' if link else inner


def _cites(numbers: tuple[int, ...]) -> str:
    return f"<sup>[{', '.join(str(number) for number in numbers)}]</sup>" if numbers else ""


def _figure(piece: FigurePiece, document: Document) -> str:
    note = f'<p class="paper-note">{_said(piece.note)}</p>' if piece.note else ""
    drawn = svg_of(piece.chart, document.language)
    return f"<figure><figcaption>{_said(piece.caption)}</figcaption>{drawn}{note}</figure>"


def _table(piece: TablePiece) -> str:
    caption = f"<caption>{_said(piece.caption)}</caption>" if piece.caption else ""
    heads = "".join(
        f'<th scope="col"{NUM if right else ""}>{_said(head)}</th>'
        for head, right in zip(piece.columns, piece.right, strict=True)
    )
    rows = "".join(f"<tr>{''.join(map(_cell, row, piece.right))}</tr>" for row in piece.rows)
    note = f'<p class="paper-note">{_said(piece.note)}</p>' if piece.note else ""
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{note}"


def _cell(cell: CellPiece, right: bool) -> str:
    return f"<td{NUM if right else ''}>{_linked(_said(cell.text), cell.link)}</td>"


def _each(around: str, texts: Iterable[str]) -> str:
    return "".join(around.format(_said(text)) for text in texts)


def _said(text: str) -> str:
    return escape(text)
