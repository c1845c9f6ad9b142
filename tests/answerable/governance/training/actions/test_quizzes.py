"""A quiz keeps that it was passed, and nothing else."""

import pytest
from django.apps import apps

from answerable.governance.training import actions
from answerable.governance.training.models import QuizPass
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.training.makers import QUIZ, make_cast, make_course
from tests.answerable.office.people.makers import NOON

pytestmark = pytest.mark.django_db


def rows_in_the_house():
    return {
        model._meta.label: model.objects.count()
        for model in apps.get_models()
        if model.__module__.startswith("answerable")
    }


def test_a_quiz_that_was_not_passed_leaves_nothing_anywhere():
    cast = make_cast()
    course = make_course(cast, quiz=QUIZ)
    before = rows_in_the_house()
    assert actions.take_quiz(course, {0: 0, 1: 0}, by=cast.emil, at=NOON) == (0,)
    assert rows_in_the_house() == before


def test_a_passed_quiz_keeps_the_day_and_no_answer():
    cast = make_cast()
    course = make_course(cast, quiz=QUIZ)
    assert actions.take_quiz(course, {0: 1, 1: 0}, by=cast.emil, at=NOON) == ()
    kept = QuizPass.objects.get()
    assert {field.name for field in kept._meta.fields} == {"id", "course", "person", "passed_on"}
    assert Entry.objects.get(act="training.pass_quiz").payload.content == "{}"
