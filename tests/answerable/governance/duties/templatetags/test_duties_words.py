"""Marks of the room: sign, word and colour together, and nothing that a plan wrote becomes markup."""

from datetime import date
from types import SimpleNamespace

from answerable.governance.duties.queries.matrix import Matrix, MatrixLine
from answerable.governance.duties.rules.matrix import Cell
from answerable.governance.duties.rules.standing import Word
from answerable.governance.duties.templatetags.duties_words import (
    language_of,
    matrix_cell,
    matrix_lines,
    name_of,
    with_months,
)
from answerable.governance.plan.rules.document import Clause, Duty


def a_table(cells, text="Each quarter."):
    clause = Clause("c1", "1", text, "h", ("duty:d",))
    line = MatrixLine(clause, (Duty("d", {}),), cells)
    return Matrix(None, 1, "1", ((7, "Supply"),), (line,), {}, date(2026, 1, 1), date(2026, 3, 31))


def test_a_cell_never_rests_on_its_colour():
    drawn = matrix_cell(Cell(Word.LATE, 2, 5), "/x/")
    assert "✗" in drawn
    assert "late" in drawn
    assert "2/5" in drawn


def test_a_line_of_the_matrix_leads_to_its_cell_and_escapes_what_the_plan_says():
    drawn = matrix_lines(
        a_table((Cell(Word.DONE, 1, 1),), text="<script>alert(1)</script>"), "&from=2026-01-01"
    )
    assert "clause=c1&amp;unit=7&amp;from=2026-01-01" in drawn
    assert "<script>" not in drawn


def test_an_empty_cell_says_that_nothing_is_due():
    assert "nothing due" in matrix_lines(a_table((None,)), "")


def test_a_sentence_carries_its_language():
    assert language_of("每季度末报送") == "zh-Hans"
    assert language_of("At each quarter's end") == "en"


def test_things_are_named_in_the_readers_language_or_in_whichever_there_is():
    assert name_of(SimpleNamespace(name_en="", name_zh="季度报送")) == "季度报送"
    assert name_of(Duty("d", {"en": "Filing"})) == "Filing"


def test_a_year_pairs_its_cells_with_months():
    assert with_months(SimpleNamespace(months=(None, 1)), [1, 2]) == [(1, None), (2, 1)]
