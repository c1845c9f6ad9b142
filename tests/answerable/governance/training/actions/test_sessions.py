"""Places and signatures."""

import pytest

from answerable.governance.training import actions
from answerable.governance.training.models import Attendance, Session
from answerable.governance.training.queries import hours
from answerable.kernel.errors import Anticipated, NotAllowed
from tests.answerable.governance.training.makers import (
    DAY,
    HOUR,
    attended,
    make_cast,
    make_course,
    make_session,
)
from tests.answerable.office.people.makers import NOON

pytestmark = pytest.mark.django_db
YEAR = (NOON.date().replace(month=1, day=1), NOON.date().replace(month=12, day=31))


def test_the_trainer_signs_who_was_there_and_the_hours_are_theirs():
    cast = make_cast()
    attended(cast, make_course(cast), cast.emil, cast.fang)
    assert hours(cast.emil.person, *YEAR) == 2
    assert Session.objects.get().state == "held"


def test_who_was_entered_and_did_not_come_has_no_hours():
    cast = make_cast()
    session = make_session(cast, make_course(cast))
    actions.enter(session, [cast.emil.person, cast.fang.person], by=cast.ada, at=NOON)
    actions.sign_for(session, [cast.fang.person], by=cast.dana, at=NOON + 3 * HOUR)
    assert hours(cast.emil.person, *YEAR) == 0
    assert Attendance.objects.get(person=cast.emil.person).signed_as == ""


def test_a_person_signs_for_themself_once_and_not_before_it_began():
    cast = make_cast()
    session = make_session(cast, make_course(cast))
    with pytest.raises(Anticipated, match="not begun"):
        actions.sign_own(session, by=cast.emil, at=NOON)
    actions.sign_own(session, by=cast.emil, at=NOON + DAY)
    assert hours(cast.emil.person, *YEAR) == 2
    with pytest.raises(Anticipated, match="already"):
        actions.sign_own(session, by=cast.emil, at=NOON + DAY)


def test_nobody_signs_for_others_but_the_trainer_and_the_office():
    cast = make_cast()
    session = make_session(cast, make_course(cast))
    with pytest.raises(NotAllowed):
        actions.sign_for(session, [cast.emil.person], by=cast.emil, at=NOON + DAY)
    with pytest.raises(NotAllowed):
        actions.enter(session, [cast.fang.person], by=cast.emil, at=NOON)


def test_a_place_is_taken_and_given_back_while_the_session_is_planned():
    cast = make_cast()
    session = make_session(cast, make_course(cast))
    assert actions.enter(session, [cast.emil.person], by=cast.emil, at=NOON) == 1
    actions.leave(session, by=cast.emil, at=NOON)
    assert not Attendance.objects.exists()
    actions.cancel_session(session, "The trainer is ill.", by=cast.ada, at=NOON)
    with pytest.raises(Anticipated, match="over"):
        actions.enter(session, [cast.emil.person], by=cast.emil, at=NOON)
    with pytest.raises(Anticipated, match="called off"):
        actions.sign_own(session, by=cast.emil, at=NOON + DAY)


def test_a_session_names_who_teaches_it():
    cast = make_cast()
    course = make_course(cast)
    with pytest.raises(Anticipated, match="teaches"):
        make_session(cast, course, trainer=None)
    assert (
        Session.objects.get(pk=make_session(cast, course, trainer=None, trainer_name="Ms Gao")).trainer_name
        == "Ms Gao"
    )


def test_nobody_signs_for_a_session_that_was_called_off():
    cast = make_cast()
    session = make_session(cast, make_course(cast))
    actions.enter(session, [cast.emil.person], by=cast.ada, at=NOON)
    actions.cancel_session(session, "The hall is flooded.", by=cast.ada, at=NOON)
    with pytest.raises(Anticipated, match="called off"):
        actions.sign_for(session, [cast.emil.person], by=cast.dana, at=NOON + DAY)
    assert hours(cast.emil.person, *YEAR) == 0


def test_a_place_that_was_signed_for_is_not_given_back():
    cast = make_cast()
    session = make_session(cast, make_course(cast))
    actions.sign_own(session, by=cast.emil, at=NOON + DAY)
    with pytest.raises(Anticipated, match="signed already"):
        actions.leave(session, by=cast.emil, at=NOON + DAY)
    assert hours(cast.emil.person, *YEAR) == 2
