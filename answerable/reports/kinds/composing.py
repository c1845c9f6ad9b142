"""What was gathered becomes the passages of a paper in one language."""

from dataclasses import dataclass

from answerable.reports.kinds.kind import Gathered, Part, Rows
from answerable.reports.layouts.document import (
    Block,
    Heading,
    KeyFigure,
    KeyFigures,
    Missing,
    Paragraph,
    Source,
    Table,
    Value,
)
from answerable.reports.rules.periods import Period, named
from answerable.reports.rules.told import Told

NOTHING = Told("Nothing was recorded for this passage.", "本部分没有可记载的内容。")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its key, heading, the machine's words (a line a paragraph), their sources, and the blocks below."""

    key: str
    heading: str
    words: str
    sources: tuple[Source, ...]
    blocks: tuple[Block, ...]


def compose(gathered: Gathered, period: Period, language: str) -> tuple[Passage, ...]:
    """Write what was gathered in a language, passage by passage."""
    when = named(period.begin, period.end).said(language)
    return tuple(_passage(part, when, language) for part in gathered.parts)


def _passage(part: Part, when: str, language: str) -> Passage:
    words = [said.words.said(language) for said in part.said]
    sources = tuple(dict.fromkeys(source for said in part.said for source in said.sources))
    blocks: list[Block] = []
    if part.counts:
        blocks.append(
            KeyFigures(
                tuple(
                    KeyFigure(one.name.said(language), one.value, one.n, when, one.link)
                    for one in part.counts
                )
            )
        )
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
    )


def _cell(value: Value | Told, language: str) -> Value:
    return value.said(language) if isinstance(value, Told) else value


def body_of(passages: tuple[Passage, ...]) -> tuple[Block, ...]:
    """Put passages together as the body of a document."""
    found: list[Block] = []
    for passage in passages:
        found.append(Heading(1, passage.heading))
        lines = [line for line in passage.words.split("\n") if line.strip()]
        for place, line in enumerate(lines):
            found.append(Paragraph(line, passage.sources if place == len(lines) - 1 else ()))
        found.extend(passage.blocks)
    return tuple(found)
