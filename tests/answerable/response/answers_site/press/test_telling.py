"""The history of an answer."""

from answerable.response.answers_site.press.telling import AROUND, shortened, words_of
from answerable.web.differences import Piece


def test_marks_become_lines():
    assert words_of("T", "<p>a &lt;b&gt;</p>\n\n<ul><li>c</li><li>d</li></ul>") == "T\na <b>\nc\nd"


def test_long_runs_that_stayed_are_cut_and_changes_are_not():
    long = "x" * 1_000
    found = shortened([Piece("same", long), Piece("out", long), Piece("same", long), Piece("in", "y")])
    assert found[0].text == " … " + "x" * AROUND
    assert found[1].text == long
    assert found[2].text == "x" * AROUND + " … " + "x" * AROUND
