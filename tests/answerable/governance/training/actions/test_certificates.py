"""Certificates: earned, valid, ending."""

from datetime import date, timedelta

import pytest

from answerable.governance.training import actions
from answerable.governance.training.models import Certificate
from answerable.kernel.actor import MACHINE
from answerable.office.notices.models import Notice
from tests.answerable.governance.training.makers import DAY, HOUR, QUIZ, attended, make_cast, make_course
from tests.answerable.office.people.makers import NOON

pytestmark = pytest.mark.django_db


def test_a_certificate_is_issued_when_session_and_quiz_are_there_and_ends_after_its_months():
    cast = make_cast()
    course = make_course(cast, certifies=True, valid_months=12, quiz=QUIZ)
    attended(cast, course, cast.emil)
    assert not Certificate.objects.exists()
    actions.take_quiz(course, {0: 1, 1: 0}, by=cast.emil, at=NOON + DAY)
    made = Certificate.objects.get()
    assert (made.issued_on, made.valid_until) == (date(2026, 3, 3), date(2027, 3, 3))


def test_a_course_without_a_certificate_issues_none():
    cast = make_cast()
    attended(cast, make_course(cast), cast.emil)
    assert not Certificate.objects.exists()


def test_a_person_is_reminded_once_before_the_end_and_not_when_a_later_one_is_held():
    cast = make_cast()
    course = make_course(cast, certifies=True, valid_months=12)
    attended(cast, course, cast.emil, cast.fang)
    near = NOON + timedelta(days=340)
    attended(cast, course, cast.fang, begins_at=near, at=near + HOUR * 3)
    assert actions.remind(by=MACHINE, at=NOON + DAY) == 0
    assert actions.remind(by=MACHINE, at=near) == 1
    assert actions.remind(by=MACHINE, at=near + DAY) == 0
    assert [row.person_id for row in Notice.objects.all()] == [cast.emil.person]
