"""What was gathered becomes the passages of a paper in one language, and passages become its body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reports.charts.chart import Chart, Series
from answerable.reports.kinds.kind import Drawn, Gathered, Part, Rows
from answerable.reports.layouts.document import (
    Block,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Missing,
    Paragraph,
    Source,
    Table,
    Value,
)
from answerable.reports.rules.names import with_names_in
from answerable.reports.rules.periods import Period, named
from answerable.reports.rules.told import Told

NOTHING = Told("Nothing was recorded for this passage.", "本部分没有可记载的内容。")
#: The words before the first heading and after the last passage stand without a heading of their own.
UNHEADED = frozenset({"opening", "closing"})
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: No column of a table that a person fills asks for more than this share of the line.
WIDEST = 14
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its key, heading, the machine's words (a line a paragraph), their sources, and the blocks below."""

    key: str
    heading: str
    words: str
    sources: tuple[Source, ...]
    blocks: tuple[Block, ...]


def compose(
    gathered: Gathered, period: Period, language: str, names: tuple[tuple[str, str], ...] = ()
) -> tuple[Passage, ...]:
    """Write what was gathered in a language, passage by passage; `names` are the units' (rules.names.swaps)."""
    when = (gathered.when or named(period.begin, period.end)).said(language)
    passages = (_passage(part, when, language) for part in gathered.parts)
    return tuple(with_names_in(one, names) for one in passages if one.key not in UNHEADED or one.words)


def _passage(part: Part, when: str, language: str) -> Passage:
    words = [line for said in part.said if (line := said.words.said(language))]
    sources = tuple(dict.fromkeys(source for said in part.said for source in said.sources))
    blocks: list[Block] = []
    if part.counts:
        blocks.append(
            KeyFigures(
                tuple(
                    KeyFigure(one.name.said(language), _cell(one.value, language), one.n, when, one.link)
                    for one in part.counts
                )
            )
        )
    blocks.extend(_figure(drawn, language) for drawn in part.drawn)
    blocks.extend(_table(rows, language) for rows in part.rows if rows.rows)
    blocks.extend(Missing(gap.said(language)) for gap in part.missing)
    if not words and not blocks:
        blocks.append(Missing(NOTHING.said(language)))
    return Passage(part.key, part.heading.said(language), "\n".join(words), sources, tuple(blocks))


def _table(rows: Rows, language: str) -> Table:
    return Table(
        tuple(name.said(language) for name in rows.columns),
        tuple(tuple(_cell(value, language) for value in row) for row in rows.rows),
        rows.caption.said(language),
        rows.note.said(language),
        rows.widths,
    )


def _figure(drawn: Drawn, language: str) -> Figure:
    caption = drawn.caption.said(language)
    chart = Chart(
        drawn.shape,
        caption,
        drawn.labels,
        tuple(Series(name.said(language), values) for name, values in drawn.series),
        drawn.unit.said(language),
        label_name=drawn.label_name.said(language),
    )
    return Figure(chart, caption, drawn.note.said(language))


def _cell(value: Value | Told, language: str) -> Value:
    return value.said(language) if isinstance(value, Told) else value


def body_of(passages: tuple[Passage, ...]) -> tuple[Block, ...]:
    """Put passages together as the body of a document; Chinese headings are counted 一、二、三、."""
    found: list[Block] = []
    number = 0
    for passage in passages:
        if passage.key not in UNHEADED:
            number += 1
            found.append(Heading(1, headed(passage.heading, number)))
        written = list(blocks_of_words(passage.words))
        last = max((place for place, one in enumerate(written) if isinstance(one, Paragraph)), default=-1)
        for place, one in enumerate(written):
            is_last = place == last and isinstance(one, Paragraph)
            found.append(
                Paragraph(one.runs, passage.sources) if is_last and isinstance(one, Paragraph) else one
            )
        found.extend(passage.blocks)
    return tuple(found)


def headed(heading: str, number: int) -> str:
    """Put the sign of the first level before a Chinese heading: 一、总体情况 (GB/T 9704-2012, 7.3.3)."""
    return f"{chinese_number(number)}、{heading}" if _CHINESE.search(heading) else heading


def chinese_number(number: int) -> str:
    """Write a number from 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


def blocks_of_words(words: str) -> Iterator[Block]:
    """Read a passage's words: a line is a paragraph; lines that begin with | are a table, the first its heads."""
    rows: list[tuple[str | None, ...]] = []
    for line in (*(one.strip() for one in words.split("\n")), ""):
        if line.startswith("|"):
            rows.append(tuple(cell.strip() or None for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield _written_table(rows)
            rows = []
        if line:
            yield Paragraph(line)


def _written_table(rows: list[tuple[str | None, ...]]) -> Table:
    """Make a table of what a person typed: short rows are filled, what is too much is kept in the last cell."""
    heads = tuple(cell or "" for cell in rows[0])
    width = len(heads)
    body = []
    for row in rows[1:]:
        cells = [*row[: width - 1], " ".join(cell for cell in row[width - 1 :] if cell) or None]
        body.append(tuple(_typed(cell) for cell in [*cells, *[None] * width][:width]))
    columns = list(zip(heads, *body, strict=True))
    widths = tuple(min(max(3, *(len(str(cell or "")) for cell in column)), WIDEST) for column in columns)
    return Table(heads, tuple(body), widths=tuple(map(float, widths)))


def _typed(cell: str | None) -> Value:
    return int(cell) if cell and re.fullmatch(r"[0-9]{1,15}", cell) else cell
