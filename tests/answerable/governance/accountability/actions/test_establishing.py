"""Two people stand for the facts, each by name; what is corrected is another paper."""

import pytest

from answerable.governance.accountability.actions import establishing, hearing, seating
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.models import Paper, Seat
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import Role
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from tests.answerable.governance.accountability.makers import Hall, last_paper, open_file, told, with_facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["olga", "chen", "ada", "boris"])
def test_only_the_two_who_were_named_write_facts(name):
    hall = Hall()
    file = with_facts(hall)
    with pytest.raises(NotAllowed, match="no such seat"):
        establishing.write_facts(file.pk, "He is always late.", **hall.by(name))


def test_a_later_version_leaves_the_earlier_one_in_the_file():
    hall = Hall()
    file = with_facts(hall)
    establishing.write_facts(file.pk, "It came on 3 April.", **hall.by("lin"))
    texts = list(Paper.objects.filter(file=file, kind="facts").values_list("text", flat=True))
    assert texts == ["Due 31 March, nothing came.", "It came on 3 April."]


def test_facts_are_not_changed_once_somebody_was_told_of_them():
    hall = Hall()
    file = told(hall)
    with pytest.raises(Anticipated, match="no longer be changed"):
        establishing.write_facts(file.pk, "Worse than that.", **hall.by("dana"))


def test_one_who_steps_aside_no_longer_stands_for_the_facts():
    hall = Hall()
    file = with_facts(hall)
    seat = Seat.objects.get(file=file, person=hall.lin)
    seating.step_aside(seat.pk, "We shared a room.", **hall.by("lin"))
    with pytest.raises(Anticipated, match="stepped aside"):
        hearing.tell_concerned(file.pk, Telling("Clause one.", Measure.TALK), **hall.by("olga"))


def test_only_facts_and_spoken_statements_are_confirmed_by_another():
    hall = Hall()
    file = told(hall)
    for kind in ("notice", "facts"):
        with pytest.raises(NotFound):
            establishing.confirm_paper(last_paper(file, kind).pk, **hall.by("chen"))


def test_facts_wait_for_two_people():
    hall = Hall()
    file = open_file(hall)
    seating.name_people(file.pk, Role.FINDER, hall.ids("dana"), **hall.by("olga"))
    with pytest.raises(Anticipated):
        establishing.write_facts(file.pk, "Alone.", **hall.by("dana"))
    with pytest.raises(Anticipated, match="two people"):
        establishing.need_facts(file)
