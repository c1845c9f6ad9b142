"""Forms of the room."""

from datetime import date

from django.http import QueryDict

from answerable.governance.questionnaires.forms.keeping import HeadForm, QuestionForm, number_of, rows_of
from answerable.governance.questionnaires.forms.sheet import SheetForm
from answerable.governance.questionnaires.queries.asking import Asked
from answerable.governance.questionnaires.rules.questions import Question, Sort
from tests.answerable.governance.questionnaires.makers import QUESTIONS


def asked(**changes):
    fields = {"title": "t", "intro": "", "language": "en", "questions": QUESTIONS, "group": None}
    return Asked(**{**fields, "closes_on": date(2026, 3, 9), **changes})


def test_a_sheet_reads_every_kind_of_answer():
    form = SheetForm(asked(), QueryDict("q0=1&q1=4&q2=0&q2=2&q3=Fewer+forms"))
    assert form.is_valid()
    assert form.answers == [1, 4, (0, 2), "Fewer forms"]
    assert [row.name for row in form.rows] == ["q0", "q1", "q2", "q3"]
    assert [choice.chosen for choice in form.rows[2].choices] == [True, False, True]


def test_a_sheet_without_an_answer_or_without_its_group_is_refused():
    assert not SheetForm(asked(), QueryDict("q0=")).is_valid()
    form = SheetForm(asked(group=0), QueryDict("q1=4"))
    assert not form.is_valid()
    assert "shown apart" in form.rows[0].error


def test_a_row_without_words_is_no_question_and_options_come_line_by_line():
    typed = {"sort": "single", "words": " Clear? ", "options": "yes\n\n no ", "points": ""}
    form = QuestionForm(typed)
    assert form.is_valid()
    assert form.question() == Question(Sort.SINGLE, "Clear?", ("yes", "no"))
    blank = QuestionForm({**typed, "words": ""})
    assert blank.is_valid()
    assert blank.question() is None
    assert rows_of((Question(Sort.SINGLE, "Clear?", ("yes", "no")),))[0]["options"] == "yes\nno"


def test_the_group_is_named_by_its_number_on_the_page():
    typed = {"title": "t", "language": "en", "unit": "3", "closes_on": "2026-03-09", "group": "2"}
    form = HeadForm(typed, units=[(3, "Bureau")])
    assert form.is_valid()
    assert form.draft(QUESTIONS).group == 1
    assert number_of("12") == 12
    assert number_of("1e9") == number_of(None) == 0
