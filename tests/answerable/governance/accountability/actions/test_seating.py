"""People are named without a part in the matter, step aside at any time, and can be doubted."""

import pytest

from answerable.governance.accountability.actions import hearing, seating
from answerable.governance.accountability.actions.deciding import Outcome, decide, vote
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.models import File, Seat
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import Role
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.notices.models import Notice
from tests.answerable.governance.accountability.makers import Hall, heard, open_file, voted, with_facts

pytestmark = pytest.mark.django_db


def test_two_people_begin_to_establish_the_facts_and_one_does_not():
    hall = Hall()
    file = open_file(hall)
    seating.name_people(file.pk, Role.FINDER, hall.ids("dana"), **hall.by("olga"))
    assert File.objects.get().state == "opened"
    seating.name_people(file.pk, Role.FINDER, hall.ids("lin"), **hall.by("olga"))
    assert File.objects.get().state == "facts"
    told = Notice.objects.filter(person__in=hall.ids("dana", "lin"), kind="file")
    assert told.count() == 2
    assert not any("Chen" in text for row in told for texts in row.texts.values() for text in texts)


@pytest.mark.parametrize(("name", "why"), [("chen", "about them"), ("ada", "take the filings")])
def test_the_one_concerned_and_their_superior_cannot_be_named(name, why):
    hall = Hall()
    file = open_file(hall)
    with pytest.raises(NotAllowed, match=why):
        seating.name_people(file.pk, Role.FINDER, hall.ids(name), **hall.by("olga"))


def test_who_found_the_facts_does_not_decide():
    hall = Hall()
    file = with_facts(hall)
    with pytest.raises(NotAllowed, match="established"):
        seating.name_people(file.pk, Role.PANEL, hall.ids("dana"), **hall.by("olga"))


@pytest.mark.parametrize("name", ["chen", "ada", "boris", "dana"])
def test_nobody_else_names_people(name):
    hall = Hall()
    file = open_file(hall)
    with pytest.raises(NotAllowed):
        seating.name_people(file.pk, Role.FINDER, hall.ids("lin"), **hall.by(name))


def test_nobody_and_no_one_known_can_be_named():
    hall = Hall()
    file = open_file(hall)
    with pytest.raises(Anticipated, match="Nobody was chosen"):
        seating.name_people(file.pk, Role.FINDER, [], **hall.by("olga"))
    with pytest.raises(Anticipated, match="no such person"):
        seating.name_people(file.pk, Role.FINDER, [999_999], **hall.by("olga"))
    with pytest.raises(Anticipated, match="named for this now"):
        seating.name_people(file.pk, Role.REVIEWER, hall.ids("lin"), **hall.by("olga"))


def test_when_a_finder_steps_aside_the_facts_have_to_be_looked_at_anew():
    hall = Hall()
    file = with_facts(hall)
    seat = Seat.objects.get(file=file, person=hall.dana)
    seating.step_aside(seat.pk, "We share an office.", **hall.by("dana"))
    with pytest.raises(Anticipated, match="stepped aside"):
        hearing.tell_concerned(file.pk, Telling("Grounds.", Measure.TALK), **hall.by("olga"))


def test_nobody_pushes_somebody_aside_who_does_not_keep_the_file():
    hall = Hall()
    seat = Seat.objects.get(file=with_facts(hall), person=hall.dana)
    with pytest.raises(NotAllowed):
        seating.step_aside(seat.pk, "I want it.", **hall.by("lin"))


def test_stepping_aside_takes_the_vote_along():
    hall = Hall()
    file = voted(hall, Measure.TALK, Measure.TALK, Measure.TALK)
    seat = Seat.objects.get(file=file, person=hall.emil)
    seating.step_aside(seat.pk, "A cousin.", **hall.by("emil"))
    with pytest.raises(Anticipated, match="Too few"):
        decide(file.pk, Outcome("Now."), **hall.by("qian"))


def test_a_doubt_of_the_one_concerned_has_to_be_answered_before_a_decision():
    hall = Hall()
    file = heard(hall)
    seat = Seat.objects.get(file=file, person=hall.zhou)
    with pytest.raises(NotAllowed):
        seating.doubt(seat.pk, "They quarrelled.", **hall.by("olga"))
    seating.doubt(seat.pk, "We quarrelled.", **hall.by("chen"))
    for name in ("qian", "emil", "zhou"):
        vote(file.pk, Measure.REMINDER, "Late.", **hall.by(name))
    with pytest.raises(Anticipated, match="doubts"):
        decide(file.pk, Outcome("Now."), **hall.by("qian"))
    seating.answer_doubt(seat.pk, "Years ago.", aside=False, **hall.by("olga"))
    assert decide(file.pk, Outcome("Now."), **hall.by("qian")) is Measure.REMINDER


def test_a_doubt_that_is_right_lets_the_member_step_aside():
    hall = Hall()
    seat = Seat.objects.get(file=heard(hall), person=hall.zhou)
    seating.doubt(seat.pk, "We quarrelled.", **hall.by("chen"))
    seating.answer_doubt(seat.pk, "So it is.", aside=True, **hall.by("olga"))
    seat.refresh_from_db()
    assert seat.aside_at is not None


def test_a_doubt_about_who_found_the_facts_is_answered_before_the_decision_too():
    hall = Hall()
    file = voted(hall, Measure.TALK, Measure.TALK, Measure.TALK)
    seat = Seat.objects.get(file=file, person=hall.dana)
    seating.doubt(seat.pk, "She wanted my post.", **hall.by("chen"))
    with pytest.raises(Anticipated, match="no answer yet"):
        decide(file.pk, Outcome("Together."), **hall.by("qian"))
    seating.answer_doubt(seat.pk, "She did not apply.", aside=False, **hall.by("olga"))
    assert decide(file.pk, Outcome("Together."), **hall.by("qian")) is Measure.TALK
