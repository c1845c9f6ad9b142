"""Courses."""

import pytest

from answerable.governance.training import actions
from answerable.governance.training.models import Course
from answerable.kernel.errors import NotAllowed, NotFound
from tests.answerable.governance.training.makers import NOON, QUIZ, CourseDraft, make_cast, make_course

pytestmark = pytest.mark.django_db


def test_a_course_is_written_and_changed_by_the_office_alone():
    cast = make_cast()
    course = make_course(cast, quiz=QUIZ, valid_months=12)
    assert Course.objects.get().valid_months is None
    changed = CourseDraft("Speaking", cast.body.pk, 3, certifies=True, valid_months=24)
    assert actions.save_course(changed, course=course, by=cast.ada, at=NOON) == course
    assert Course.objects.get().valid_months == 24
    with pytest.raises(NotAllowed):
        actions.save_course(changed, by=cast.emil, at=NOON)
    with pytest.raises(NotFound):
        actions.save_course(changed, course=999, by=cast.ada, at=NOON)
