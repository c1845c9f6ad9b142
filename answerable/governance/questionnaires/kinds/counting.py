"""From opened sheets to frozen results; after this nobody has the sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.governance.questionnaires.kinds import KINDS, Part
from answerable.governance.questionnaires.kinds.counted import cells_of
from answerable.governance.questionnaires.rules.intervals import bootstrap_mean, mean_of, wilson
from answerable.governance.questionnaires.rules.questions import Answer, Question, Sort
from answerable.governance.questionnaires.rules.results import (
    ByGroup,
    Cell,
    PartResult,
    QuestionResult,
    Results,
)
from answerable.governance.questionnaires.rules.suppression import LEAST
from answerable.governance.questionnaires.rules.tables import Shown, shown_crossed, shown_row

Sheet = tuple[Answer, ...]


def counted(questions: Sequence[Question], sheets: Sequence[Sheet], group: int | None, slips: int) -> Results:
    """Count all sheets. Below five of them nothing is said but that there were fewer than five."""
    if len(sheets) < LEAST:
        bare = tuple(_bare(number, one) for number, one in enumerate(questions))
        return Results(None, slips, bare, None)
    found = tuple(_question(number, questions, sheets, group) for number in range(len(questions)))
    return Results(len(sheets), slips, found, group)


def remarks_of(questions: Sequence[Question], sheets: Sequence[Sheet]) -> list[tuple[int, str]]:
    """Give the free answers as (question, words), each apart from its sheet; too few of one question are dropped."""
    if len(sheets) < LEAST:
        return []
    kept = []
    for number, one in enumerate(questions):
        texts = [str(sheet[number]) for sheet in sheets if one.sort == Sort.TEXT and sheet[number]]
        kept += [(number, words) for words in texts] if len(texts) >= LEAST else []
    return kept


def _bare(number: int, one: Question) -> QuestionResult:
    return QuestionResult(number, one.sort, one.words, one.options, None)


def _question(
    number: int, questions: Sequence[Question], sheets: Sequence[Sheet], group: int | None
) -> QuestionResult:
    one = questions[number]
    answering = [sheet for sheet in sheets if sheet[number] is not None]
    n = len(answering)
    if n < LEAST:
        return _bare(number, one)
    if one.sort == Sort.TEXT:
        return QuestionResult(number, one.sort, one.words, (), n, remarks=n)
    found = KINDS[one.sort].count(one, [sheet[number] for sheet in answering])
    places = None
    if group is not None and group != number:
        sides = [sheet[group] for sheet in sheets], [sheet[group] for sheet in answering]
        places = _places(questions[group].options, *sides)
    parts = tuple(_part(part, places) for part in found.parts)
    mean = (mean_of(found.points), *bootstrap_mean(found.points)) if found.points else None
    return QuestionResult(number, one.sort, one.words, one.options, n, parts, mean)


@dataclass(frozen=True, slots=True)
class _Places:
    """The groups, their sizes as shown, in which one each answering person is, and how many of each gave no answer."""

    names: tuple[str, ...]
    rows: tuple[Shown, ...]
    answering: tuple[int, ...]
    empty: tuple[int, ...]


def _places(options: tuple[str, ...], groups: Sequence[Answer], answering: Sequence[Answer]) -> _Places:
    """Sort people into groups; everybody named one, for the question of groups may not stay empty."""
    sizes = cells_of([int(str(group)) for group in groups], len(options))
    placed = tuple(int(str(group)) for group in answering)
    answered = cells_of(placed, len(options))
    empty = tuple(whole - part for whole, part in zip(sizes, answered, strict=True))
    return _Places(options, shown_row(sizes), placed, empty)


def _part(part: Part, places: _Places | None) -> PartResult:
    n = len(part.placed)
    shown = part.shown
    cells = _cells(part.cells, shown, n)
    if places is None:
        return PartResult(part.name, cells)
    width = len(part.cells)
    inner = [
        cells_of(
            [cell for cell, where in zip(part.placed, places.answering, strict=True) if where == group], width
        )
        for group in range(len(places.names))
    ]
    crossed = shown_crossed(inner, places.rows, shown, places.empty)
    if crossed is None:
        return PartResult(part.name, cells)
    groups = tuple(
        ByGroup(name, row_n, _cells(part.cells, row, row_n))
        for name, row_n, row in zip(places.names, crossed.rows, crossed.cells, strict=True)
    )
    return PartResult(part.name, cells, groups)


def _cells(names: Sequence[str], shown: Sequence[Shown], n: Shown) -> tuple[Cell, ...]:
    return tuple(_cell(name, count, n) for name, count in zip(names, shown, strict=True) if name)


def _cell(name: str, count: Shown, n: Shown) -> Cell:
    if count is None or not n:
        return Cell(name, count, None, None, None)
    low, high = wilson(count, n)
    return Cell(name, count, round(count / n, 4), round(low, 4), round(high, 4))
