"""Makes of a document the few pieces that every writer sets: texts ready, all numbered, values written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from answerable.reports.charts.chart import Chart
from answerable.reports.charts.words import alternative_of, table_of
from answerable.reports.layouts import document as paper
from answerable.reports.layouts.values import address, written
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.signs import line, lines_of, stretch

_NUMBER = re.compile(r"[+\-−±]?[0-9][0-9,]*(\.[0-9]+)?\s?[%％‰]?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one line; its link may be followed."""

    text: str
    strong: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class HeadingPiece:
    """A heading of level 1 to 4."""

    level: int
    text: str
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class TextPiece:
    """One paragraph; `cites` are the numbers of its sources."""

    runs: tuple[Stretch, ...]
    cites: tuple[int, ...] = ()
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class FigurePiece:
    """A chart with its number, its caption and its words."""

    chart: Chart
    number: int
    caption: str
    alternative: str
    note: str = ""
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class CellPiece:
    """One cell: written, beside the value itself for a spreadsheet."""

    text: str
    value: paper.Value
    link: str = ""

    @property
    def is_number(self) -> bool:
        """Say whether the cell is a number, or a text that is written as one: "98.4%", "+12"."""
        if isinstance(self.value, str):
            return _NUMBER.fullmatch(self.text) is not None
        return isinstance(self.value, (int, float)) and not isinstance(self.value, bool)


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table with its caption; number 0: a table that belongs to a figure or stands alone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[CellPiece, ...], ...]
    caption: str = ""
    note: str = ""
    widths: tuple[float, ...] = ()
    kind: str = "table"

    @property
    def right(self) -> tuple[bool, ...]:
        """Say which columns stand right: those of numbers, and of gaps between them."""
        columns = [[row[place] for row in self.rows] for place in range(len(self.columns))]
        return tuple(
            any(cell.is_number for cell in cells)
            and all(cell.is_number or cell.value is None for cell in cells)
            for cells in columns
        )


@dataclass(frozen=True, slots=True)
class ListPiece:
    """A list."""

    items: tuple[str, ...]
    ordered: bool
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class MissingPiece:
    """What could not be said."""

    text: str
    kind: str = "missing"


@dataclass(frozen=True, slots=True)
class BreakPiece:
    """A new page."""

    kind: str = "break"


Piece: TypeAlias = HeadingPiece | TextPiece | FigurePiece | TablePiece | ListPiece | MissingPiece | BreakPiece


@dataclass(slots=True)
class Cutting:
    """Cuts one document; it counts tables, figures and sources while it goes along."""

    document: paper.Document
    sources: dict[paper.Source, int] = field(default_factory=dict)
    tables: int = 0
    figures: int = 0
    #: A part of a paper on a page has no numbers: they would begin anew in every part.
    numbered: bool = True

    def pieces(self) -> tuple[Piece, ...]:
        """Cut the whole body, the list of its sources last."""
        cut = [one for block in self.document.body for one in self._of(block)]
        return (*cut, *self._sources())

    def _of(self, block: paper.Block) -> Iterator[Piece]:
        match block:
            case paper.Paragraph():
                yield from self._text(block)
            case paper.Figure():
                yield from self._figure(block)
            case paper.Table():
                yield self._table(block)
            case paper.KeyFigures(rows):
                yield self._key_figures(rows)
            case _:
                yield self._plain(block)

    def _plain(self, block: paper.Heading | paper.ListBlock | paper.Missing | paper.PageBreak) -> Piece:
        match block:
            case paper.Heading(level, text):
                return HeadingPiece(min(max(level, 1), 4), line(text))
            case paper.ListBlock(items, ordered):
                return ListPiece(tuple(line(item) for item in items), ordered)
            case paper.Missing(text):
                return MissingPiece(f"{words_of(self.document.language).missing}{line(text)}")
            case paper.PageBreak():
                return BreakPiece()

    def _text(self, block: paper.Paragraph) -> Iterator[TextPiece]:
        cites = tuple(self.sources.setdefault(source, len(self.sources) + 1) for source in block.sources)
        if isinstance(block.runs, str):
            lines = lines_of(block.runs)
            for place, text in enumerate(lines, 1):
                yield TextPiece((Stretch(text),), cites if place == len(lines) else ())
            return
        runs = (Stretch(stretch(run.text), run.strong, self._address(run.link)) for run in block.runs)
        yield TextPiece(tuple(run for run in runs if run.text), cites)

    def _figure(self, block: paper.Figure) -> Iterator[Piece]:
        self.figures += 1
        words = words_of(self.document.language)
        number = f"{words.figure}{self.figures}{words.after_number}" if self.numbered else ""
        caption = f"{number}{line(block.caption)}"
        alternative = line(alternative_of(block.chart, self.document.language))
        yield FigurePiece(block.chart, self.figures, caption, alternative, line(block.note))
        if block.with_table:
            heads, rows = table_of(block.chart, self.document.language)
            yield self._cells(paper.Table(heads, rows), "")

    def _table(self, block: paper.Table) -> TablePiece:
        if not block.caption or not self.numbered:
            return self._cells(block, line(block.caption))
        self.tables += 1
        words = words_of(self.document.language)
        return self._cells(block, f"{words.table}{self.tables}{words.after_number}{line(block.caption)}")

    def _cells(self, block: paper.Table, caption: str) -> TablePiece:
        rows = tuple(tuple(self._cell(value) for value in row) for row in block.rows)
        heads = tuple(line(head) for head in block.columns)
        return TablePiece(heads, rows, caption, line(block.note), block.widths)

    def _cell(self, value: paper.Value, link: str = "") -> CellPiece:
        return CellPiece(written(value, self.document.language), value, self._address(link))

    def _key_figures(self, rows: tuple[paper.KeyFigure, ...]) -> TablePiece:
        words = words_of(self.document.language)
        cells = tuple(
            (
                self._cell(row.name, row.link),
                self._cell(row.value),
                self._cell(row.n),
                self._cell(row.period or None),
            )
            for row in rows
        )
        heads = (words.figure_name, words.value, words.counted, words.period)
        return TablePiece(heads, cells, widths=(4, 1.7, 1.9, 3.4))

    def _sources(self) -> Iterator[Piece]:
        if not self.sources:
            return
        yield HeadingPiece(1, words_of(self.document.language).sources)
        for source, number in self.sources.items():
            link = self._address(source.link)
            title = line(source.title) or link
            yield TextPiece((Stretch(f"[{number}] "), Stretch(title, link=link)))

    def _address(self, link: str) -> str:
        return address(link, self.document.site)


def pieces_of(document: paper.Document, *, numbered: bool = True) -> tuple[Piece, ...]:
    """Cut a document into the pieces that every writer sets."""
    return Cutting(document, numbered=numbered).pieces()
