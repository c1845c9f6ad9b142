"""Who sees which record of training, and what it says."""

from datetime import date
from decimal import Decimal

import pytest

from answerable.governance.training import actions
from answerable.governance.training.queries import door, pages, records
from answerable.kernel.errors import NotAllowed, NotFound
from tests.answerable.governance.training.makers import (
    HOUR,
    NOON,
    attended,
    make_cast,
    make_course,
    make_session,
)

pytestmark = pytest.mark.django_db
YEAR = (date(NOON.year, 1, 1), date(NOON.year, 12, 31))


def test_only_signed_sittings_count_as_hours():
    cast = make_cast()
    course = make_course(cast)
    attended(cast, course, cast.emil)
    entered = make_session(cast, course)
    actions.enter(entered, [cast.emil.person, cast.fang.person], by=cast.ada, at=NOON)
    assert records.hours(cast.emil.person, *YEAR) == Decimal(2)
    assert records.hours_of([cast.emil.person, cast.fang.person], *YEAR)[cast.fang.person] == 0
    assert [row.course for row in records.sittings(cast.emil.person, *YEAR)] == ["Speaking to the press"]


def test_a_record_is_its_persons_own_and_the_offices():
    cast = make_cast()
    attended(cast, make_course(cast), cast.emil)
    own = pages.record_of(cast.emil, None, NOON.year, at=NOON)
    assert (own.person, own.hours) == (cast.emil.person, Decimal(2))
    assert pages.record_of(cast.ada, cast.emil.person, NOON.year, at=NOON).hours == Decimal(2)
    with pytest.raises(NotAllowed):
        pages.record_of(cast.fang, cast.emil.person, NOON.year, at=NOON)


def test_who_sits_in_a_session_is_shown_to_whoever_signs_and_to_nobody_else():
    cast = make_cast()
    session = attended(cast, make_course(cast), cast.emil, cast.fang)
    assert len(pages.session_page(cast.dana, session, at=NOON + HOUR).people) == 2
    assert pages.session_page(cast.fang, session, at=NOON + HOUR).people == ()
    assert door.may_sign_for(cast.dana, door.session_for(cast.dana, session))


def test_what_is_not_there_is_said_so():
    cast = make_cast()
    for look in (door.course_for, door.session_for, door.exercise_for):
        with pytest.raises(NotFound):
            look(cast.ada, 404)


def test_many_courses_cost_no_more_queries_than_one(django_assert_num_queries):
    cast = make_cast()
    make_course(cast)
    with django_assert_num_queries(2):
        list(pages.courses(cast.emil))
    for number in range(12):
        make_course(cast, name=f"Course {number}")
    with django_assert_num_queries(2):
        assert len(list(pages.courses(cast.emil))) == 13
