"""Several people decide, each with a reason; speaking up never makes it heavier; the file ends at a notice."""

import pytest
from django.db import IntegrityError, transaction

from answerable.governance.accountability.actions import deciding, delivering, opening
from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.models import Excuse, File, Vote
from answerable.governance.accountability.queries.page import file_page
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from tests.answerable.governance.accountability.makers import LATER, Hall, heard, last_paper, served, voted

pytestmark = pytest.mark.django_db


def test_what_more_than_half_carry_is_decided_and_who_wanted_else_stays_on_record():
    hall = Hall()
    file = voted(hall, Measure.REMINDER, Measure.REMINDER, Measure.TALK)
    assert deciding.decide(file.pk, Outcome("Together."), **hall.by("qian")) is Measure.REMINDER
    page = file_page(hall.act("chen"), file.pk, at=LATER)
    votes = {one.name: (one.measure, one.reason) for one in page.seats if one.role == "panel"}
    assert votes["Zhou"] == (Measure.TALK, "zhou says so.")
    assert page.measure is Measure.REMINDER


def test_votes_are_not_seen_by_others_before_the_decision():
    hall = Hall()
    file = heard(hall)
    deciding.vote(file.pk, Measure.TALK, "Twice now.", **hall.by("emil"))
    for name, shown in (("qian", None), ("chen", None), ("olga", None), ("emil", Measure.TALK)):
        seats = file_page(hall.act(name), file.pk, at=LATER).seats
        emil = next(one for one in seats if one.name == "Emil")
        assert (emil.measure, emil.voted) == (shown, True)


def test_a_defence_never_aggravates():
    hall = Hall()
    file = heard(hall, Measure.REMINDER)
    for measure in (Measure.TALK, Measure.NOTICE, Measure.HANDED_OVER):
        with pytest.raises(NotAllowed, match="never makes things worse"):
            deciding.vote(file.pk, measure, "He argues.", **hall.by("qian"))
    assert not Vote.objects.exists()


def test_the_database_itself_refuses_a_heavier_measure_and_one_untold():
    hall = Hall()
    file = heard(hall, Measure.REMINDER)
    for change in ({"measure": Measure.NOTICE}, {"told_measure": None}, {"measure": 1, "told_measure": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            File.objects.filter(pk=file.pk).update(**change)


def test_two_votes_are_no_decision():
    hall = Hall()
    file = heard(hall)
    for name in ("qian", "emil"):
        deciding.vote(file.pk, Measure.REMINDER, "Late.", **hall.by(name))
    with pytest.raises(Anticipated, match="Too few"):
        deciding.decide(file.pk, Outcome("We two."), **hall.by("qian"))


def test_an_excuse_that_is_found_to_hold_as_late_as_after_the_votes_leaves_nothing_but_to_drop():
    hall = Hall()
    file = voted(hall, Measure.TALK, Measure.TALK, Measure.TALK)
    late = Excuse.objects.filter(file=file).first()
    opening.judge_excuse(late.pk, Verdict.HOLDS, "She was ill, it turns out.", **hall.by("olga"))
    with pytest.raises(Anticipated, match="excuse holds"):
        deciding.decide(file.pk, Outcome("All the same."), **hall.by("qian"))
    deciding.drop(file.pk, "She was ill.", **hall.by("olga"))
    assert (File.objects.get().cause, last_paper(file, "dropped").sent_at) == (late.key, LATER)


@pytest.mark.parametrize("name", ["olga", "boris", "dana", "chen"])
def test_nobody_votes_or_decides_without_a_seat(name):
    hall = Hall()
    file = voted(hall, Measure.TALK, Measure.TALK, Measure.TALK)
    with pytest.raises(NotAllowed):
        deciding.vote(file.pk, Measure.REMINDER, "I think so.", **hall.by(name))
    with pytest.raises(NotAllowed):
        deciding.decide(file.pk, Outcome("Done."), **hall.by(name))


def test_where_nothing_is_carried_the_file_is_dropped_and_its_person_learns_it():
    hall = Hall()
    file = voted(hall, Measure.NONE, Measure.NONE, Measure.REMINDER)
    assert deciding.decide(file.pk, Outcome("The river."), **hall.by("qian")) is Measure.NONE
    assert (File.objects.get().state, File.objects.get().measure) == ("dropped", None)
    assert last_paper(file, "dropped").sent_at == LATER


def test_what_is_beyond_a_notice_is_handed_over_by_name_and_not_measured_here():
    hall = Hall()
    over = Measure.HANDED_OVER
    file = voted(hall, over, over, over, told_measure=over)
    with pytest.raises(Anticipated, match="to whom"):
        deciding.decide(file.pk, Outcome("Beyond us."), **hall.by("qian"))
    deciding.decide(file.pk, Outcome("Beyond us.", "District commission"), **hall.by("qian"))
    assert File.objects.get().handed_to == "District commission"


def test_a_decision_is_served_once_with_its_text():
    hall = Hall()
    file = served(hall)
    assert (file.state, last_paper(file, "decision").received_at) == ("served", LATER)
    with pytest.raises(Moved):
        delivering.serve(file.pk, **hall.by("olga"))


def test_a_decided_file_is_not_dropped():
    hall = Hall()
    file = served(hall)
    with pytest.raises(Moved):
        deciding.drop(file.pk, "Forget it.", **hall.by("olga"))
