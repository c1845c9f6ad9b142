"""Everything that keeps a file from being a template is said at once."""

import io

import docx
import pytest

from answerable.reports.templates_of_the_body.looking import look_at
from tests.battery.papers import word_file


def codes(content):
    return [one.code for one in look_at(content).reasons]


def with_rows(*rows):
    word = docx.Document()
    word.add_paragraph("{{body}}")
    table = word.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_every_mistake_is_listed_and_each_once():
    content = word_file("{{titel}} and {{titel}}", "{% if x %}", "{{body}} with words", "{{figures.n}}")
    assert codes(content) == ["unknown", "sign", "body-not-alone", "outside-a-row"]
    assert "titel" in str(look_at(content).reasons[0])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["{{figures.name}}", "{{figures.value}}"]], []),
        ([["{{figures.name}}", "{{来源.标题}}"]], ["two-sets"]),
        ([["{{body}}", "x"]], ["body-not-alone"]),
    ],
)
def test_rows_of_tables_are_looked_at(rows, found):
    assert codes(with_rows(*rows)) == found


def test_a_file_of_words_alone_has_no_place():
    assert codes(word_file("only words")) == ["no-place"]
