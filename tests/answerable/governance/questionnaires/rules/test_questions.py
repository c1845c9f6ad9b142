"""What can be asked."""

from answerable.governance.questionnaires.rules.questions import (
    Question,
    Sort,
    as_record,
    faults,
    from_record,
)

YES_NO = Question(Sort.SINGLE, "Clear?", ("yes", "no"))


def said(questions, group=None):
    return " ".join(str(fault) for fault in faults(questions, group))


def test_good_questions_have_no_faults_and_survive_being_kept():
    questions = (YES_NO, Question(Sort.SCALE, "How?", ("bad", "good"), 7), Question(Sort.TEXT, "What?"))
    assert faults(questions, 0) == []
    assert tuple(from_record(as_record(one)) for one in questions) == questions
    assert list(questions[1].scale) == [1, 2, 3, 4, 5, 6, 7]


def test_each_fault_is_named_with_its_question():
    assert "between 1 and 40" in said(())
    assert "Question 1: it has no words." in said((Question(Sort.TEXT, " "),))
    assert "two options are the same" in said((Question(Sort.SINGLE, "a", ("x", "x")),))
    assert "between 3 and 10 points" in said((Question(Sort.SCALE, "a", (), 11),))
    assert "both ends" in said((Question(Sort.SCALE, "a", ("x",), 5),))
    assert "no such kind" in said((Question("photo", "a"),))


def test_results_are_shown_apart_only_by_a_question_with_one_option():
    scale = Question(Sort.SCALE, "How?")
    assert "shown apart" in said((YES_NO, scale), 1)
    assert "shown apart" in said((YES_NO,), 4)
