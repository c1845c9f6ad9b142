"""The lines of a quiz."""

import pytest

from answerable.governance.training.rules.quiz import (
    Unclear,
    as_record,
    from_record,
    read_quiz,
    write_quiz,
    wrong_ones,
)

LINES = "Who answers?\n* the spokesperson\nnobody\n\nWhen?\nnever\n* in time"


def test_lines_are_read_and_written_back():
    questions = read_quiz(LINES)
    assert [(one.words, one.right) for one in questions] == [("Who answers?", 0), ("When?", 1)]
    assert read_quiz(write_quiz(questions)) == questions
    assert tuple(from_record(as_record(one)) for one in questions) == questions


@pytest.mark.parametrize("text", ["Who?\nyes\nno", "Who?\n* yes", "Who?\n* yes\n* no"])
def test_a_question_has_two_options_and_one_right_one(text):
    with pytest.raises(Unclear):
        read_quiz(text)


def test_the_questions_to_look_at_again_are_named():
    questions = read_quiz(LINES)
    assert wrong_ones(questions, {0: 0, 1: 1}) == ()
    assert wrong_ones(questions, {0: 1}) == (0, 1)
