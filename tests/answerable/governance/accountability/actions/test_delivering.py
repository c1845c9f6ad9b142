"""A paper is proven to have come by whoever it is for or before a witness; only then does time begin to run."""

import pytest

from answerable.governance.accountability.actions import deciding, delivering
from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.models import File
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.terms import Stage
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.clocks.queries import clocks_of
from tests.answerable.governance.accountability.makers import (
    DAY,
    LATER,
    Hall,
    last_paper,
    served,
    told,
    voted,
    with_facts,
)

pytestmark = pytest.mark.django_db


def stages(file):
    return {one.stage: one.since for one in clocks_of(f"file:{file.pk}", at=LATER)}


@pytest.mark.parametrize("name", ["olga", "dana", "ada", "boris"])
def test_nobody_receives_a_paper_in_anothers_name(name):
    hall = Hall()
    notice = last_paper(told(hall, received=False), "notice")
    with pytest.raises(NotAllowed, match="Only the person concerned"):
        delivering.receive(notice.pk, **hall.by(name))


def test_the_time_to_answer_runs_from_the_day_the_paper_came_and_not_from_the_day_it_was_sent():
    hall = Hall()
    file = told(hall, received=False)
    assert stages(file) == {}
    delivering.receive(last_paper(file, "notice").pk, **hall.by("chen", LATER + 9 * DAY))
    assert stages(file) == {Stage.STATEMENT: LATER + 9 * DAY}


def test_the_time_to_ask_for_review_runs_from_the_day_the_decision_came():
    hall = Hall()
    file = served(hall, received=False)
    assert Stage.ASK_REVIEW not in stages(file)
    decision = last_paper(file, "decision")
    delivering.deliver_by_hand(decision.pk, "Emil", "Read out.", **hall.by("olga", LATER + DAY))
    assert stages(file)[Stage.ASK_REVIEW] == LATER + DAY
    decision.refresh_from_db()
    assert (decision.way, decision.witness, decision.remark) == ("by_hand", "Emil", "Read out.")


def test_a_paper_comes_once_and_one_that_was_not_sent_does_not_come():
    hall = Hall()
    file = told(hall)
    with pytest.raises(NotFound):
        delivering.receive(last_paper(file, "notice").pk, **hall.by("chen"))
    with pytest.raises(NotFound):
        delivering.receive(last_paper(file, "facts").pk, **hall.by("chen"))


def test_a_witness_has_to_be_named():
    hall = Hall()
    notice = last_paper(told(hall, received=False), "notice")
    with pytest.raises(Anticipated, match="Nothing is written"):
        delivering.deliver_by_hand(notice.pk, " ", "At the office.", **hall.by("olga"))


def test_nothing_needs_to_have_come_that_does_not_exist():
    file = with_facts(Hall())
    with pytest.raises(Anticipated, match="not proven"):
        delivering.need_received(file, "notice")


def test_only_who_keeps_the_file_serves_the_decision():
    hall = Hall()
    file = voted(hall, Measure.TALK, Measure.TALK, Measure.TALK)
    deciding.decide(file.pk, Outcome("Together."), **hall.by("qian"))
    with pytest.raises(NotAllowed):
        delivering.serve(file.pk, **hall.by("qian"))
    delivering.serve(file.pk, **hall.by("olga"))
    assert File.objects.get().state == "served"
