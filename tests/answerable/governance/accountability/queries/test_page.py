"""The page of a file: excuses first, everything for the one concerned, and only what can be done now."""

import pytest

from answerable.governance.accountability.actions import deciding, delivering, reviewing
from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.models import Excuse
from answerable.governance.accountability.queries.page import file_page
from answerable.governance.accountability.rules.measures import Measure
from tests.answerable.governance.accountability.makers import LATER, Hall, heard, open_file, told, voted

pytestmark = pytest.mark.django_db


def test_what_was_found_in_favour_comes_first():
    hall = Hall()
    file = open_file(hall)
    Excuse.objects.filter(file=file, key="superior_hold").update(found=True)
    assert file_page(hall.act("olga"), file.pk, at=LATER).excuses[0].key == "superior_hold"


def test_the_one_concerned_sees_every_paper_and_every_act():
    hall = Hall()
    file = heard(hall)
    mine = file_page(hall.act("chen"), file.pk, at=LATER)
    keepers = file_page(hall.act("olga"), file.pk, at=LATER)
    assert [one.text for one in mine.papers] == [one.text for one in keepers.papers]
    assert mine.trail == keepers.trail
    assert mine.part.concerned


def test_a_paper_that_waits_says_so_until_it_has_come():
    hall = Hall()
    file = told(hall, received=False)
    notice = file_page(hall.act("chen"), file.pk, at=LATER).papers[-1]
    assert (notice.kind, notice.to_receive) == ("notice", True)


def test_the_page_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    hall = Hall()
    file = heard(hall)
    actor = hall.act("olga")
    with django_assert_max_num_queries(20):
        file_page(actor, file.pk, at=LATER)


def test_dissent_is_measured_by_what_those_members_carried_and_not_by_what_was_left_later():
    hall = Hall()
    file = voted(hall, Measure.REMINDER, Measure.REMINDER, Measure.NONE)
    deciding.decide(file.pk, Outcome("Together."), **hall.by("qian"))
    delivering.serve(file.pk, **hall.by("olga"))
    reviewing.ask_appeal(file.pk, "Look.", **hall.by("chen"))
    lifted = reviewing.AppealOutcome("City", Measure.NONE, "Lifted.")
    reviewing.record_appeal(file.pk, lifted, **hall.by("olga"))
    page = file_page(hall.act("chen"), file.pk, at=LATER)
    assert page.measure is Measure.NONE
    assert {one.name for one in page.seats if one.dissents} == {"Zhou"}


def test_people_step_aside_while_their_part_lasts_and_not_after():
    hall = Hall()
    file = heard(hall)
    assert {one.role for one in file_page(hall.act("chen"), file.pk, at=LATER).seats if one.active} == {
        "finder",
        "panel",
    }
    for name in ("qian", "emil", "zhou"):
        deciding.vote(file.pk, Measure.REMINDER, "Late.", **hall.by(name))
    deciding.decide(file.pk, Outcome("Together."), **hall.by("qian"))
    assert not any(one.active for one in file_page(hall.act("chen"), file.pk, at=LATER).seats)


def test_the_history_tells_acts_of_the_file_and_nothing_of_how_clocks_are_kept():
    hall = Hall()
    file = open_file(hall)
    deciding.drop(file.pk, "Nothing in it.", **hall.by("olga"))
    page = file_page(hall.act("chen"), file.pk, at=LATER)
    assert {one.act for one in page.history} == {"accountability.open_file", "accountability.drop"}
