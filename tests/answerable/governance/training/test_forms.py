"""What the forms of training take, and what they say when they do not."""

from decimal import Decimal

import pytest

from answerable.governance.training.forms import CourseForm, SessionForm, course_values
from answerable.governance.training.models import Course
from tests.answerable.governance.training.makers import QUIZ, make_cast, make_course

SAID = {"name": "Press", "unit": "3", "hours": "2", "mock_minutes": "10", "quiz": "", "required_for": []}


def form(**changes):
    return CourseForm({**SAID, **changes}, units=[(3, "Office")])


def test_a_course_becomes_a_draft():
    filled = form(quiz="Who speaks?\n*the spokesperson\nnobody", required_for=["spokesperson"])
    assert filled.is_valid(), filled.errors
    draft = filled.draft()
    assert (draft.unit, draft.hours, draft.required_for) == (3, Decimal(2), ("spokesperson",))
    assert draft.quiz[0].right == 0


def test_a_quiz_without_a_right_answer_is_named_by_its_number():
    filled = form(quiz="Who speaks?\nthe spokesperson\nnobody")
    assert not filled.is_valid()
    assert "1" in filled.errors["quiz"][0]


def test_a_unit_that_was_not_offered_is_refused():
    assert "unit" in form(unit="4").errors


@pytest.mark.django_db
def test_a_course_comes_back_as_it_was_typed():
    cast = make_cast()
    row = Course.objects.get(pk=make_course(cast, quiz=QUIZ))
    values = course_values(row)
    again = CourseForm({**values, "unit": cast.body.pk}, units=[(cast.body.pk, "Bureau")])
    assert again.is_valid(), again.errors
    assert again.draft().quiz == QUIZ


def test_a_session_may_have_a_trainer_from_outside():
    said = {"begins_at": "2026-11-23T09:00", "hours": "1.5", "trainer": "", "trainer_name": "Mr Gao"}
    filled = SessionForm(said, trainers=[(7, "Dana")])
    assert filled.is_valid(), filled.errors
    draft = filled.draft(5)
    assert (draft.course, draft.trainer, draft.trainer_name) == (5, None, "Mr Gao")
