"""What leaves for a language model holds no names and no personal data; what comes back may add no figure."""

import pytest

from answerable.reports.rules.phrasing import added_figures, is_too_long, question_of, with_names


def test_names_leave_as_marks_and_come_back_as_names() -> None:
    asked = question_of("Cases", "Chen Ming led 3 cases; Chen Ming closed 2.", ["Chen Ming"], language="en")
    assert "Chen" not in asked.text
    assert with_names("[[1]] led 3 cases and closed 2.", asked.names) == "Chen Ming led 3 cases and closed 2."


def test_of_two_names_the_longer_is_taken_first() -> None:
    asked = question_of("牵头", "李明华与李明分别牵头。", ["李明", "李明华"], language="zh-hans")
    assert "李" not in asked.text
    assert with_names("[[1]]、[[2]]分别牵头。", asked.names) == "李明华、李明分别牵头。"


def test_what_points_at_a_person_is_masked() -> None:
    asked = question_of("Letters", "One asked from 13812345678 and a@b.example.", [], language="en")
    assert "13812345678" not in asked.text
    assert "a@b.example" not in asked.text


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("All 12 of 1,204 were mended.", ()),
        ("全部１２处，共1204件。", ()),
        ("37 of 1204 were mended, 12 by 37 people.", ("37",)),
        ("It rose by 12.5 %.", ("12.5",)),
        ("Nothing was found.", ()),
    ],
)
def test_a_figure_that_was_not_given_is_found(words: str, added: tuple[str, ...]) -> None:
    assert added_figures(words, "12 of 1204 were mended.") == added


def test_an_answer_may_be_longer_but_not_by_much() -> None:
    assert not is_too_long("x" * 390, "x" * 100)
    assert is_too_long("x" * 410, "x" * 100)


def test_the_instruction_is_in_the_language_of_the_paper() -> None:
    assert "公文" in question_of("a", "b", [], language="zh-hans").instruction
    assert "report" in question_of("a", "b", [], language="en").instruction
