"""Nothing is decided before somebody was told in writing, provably, and was heard."""

from datetime import timedelta

import pytest

from answerable.governance.accountability.actions import deciding, delivering, establishing, hearing, opening
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.models import Excuse, File, Paper
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.terms import Stage
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.queries import entries_of
from answerable.office.clocks.queries import clocks_of, running
from answerable.office.notices.queries import deliveries_of
from tests.answerable.governance.accountability.makers import (
    DAY,
    LATER,
    Hall,
    judge_all,
    last_paper,
    open_file,
    told,
    with_facts,
)

pytestmark = pytest.mark.django_db
TALK = Telling("Clause one.", Measure.TALK)


def statement_due(file, at=LATER):
    return next(one.due for one in clocks_of(f"file:{file.pk}", at=at) if one.stage == Stage.STATEMENT)


def test_nobody_is_told_while_an_excuse_is_open_or_when_one_holds():
    hall = Hall()
    file = with_facts(hall)
    first = Excuse.objects.filter(file=file).first()
    Excuse.objects.filter(pk=first.pk).update(verdict="")
    with pytest.raises(Anticipated, match="Not every excuse"):
        hearing.tell_concerned(file.pk, TALK, **hall.by("olga"))
    opening.judge_excuse(first.pk, Verdict.HOLDS, "Nobody stood in.", **hall.by("olga"))
    with pytest.raises(Anticipated, match="excuse holds"):
        hearing.tell_concerned(file.pk, TALK, **hall.by("olga"))
    with pytest.raises(Anticipated, match="not taken back"):
        opening.judge_excuse(first.pk, Verdict.HOLDS_NOT, "After all.", **hall.by("olga"))
    deciding.drop(file.pk, "Nobody stood in.", **hall.by("olga"))
    assert (File.objects.get().state, File.objects.get().cause) == ("dropped", first.key)


def test_nobody_is_told_before_two_people_stand_for_the_facts():
    hall = Hall()
    file = with_facts(hall)
    establishing.write_facts(file.pk, "A second look.", **hall.by("dana"))
    with pytest.raises(Anticipated, match="two people stand"):
        hearing.tell_concerned(file.pk, TALK, **hall.by("olga"))


def test_who_wrote_the_facts_does_not_confirm_them():
    hall = Hall()
    file = with_facts(hall)
    paper = establishing.write_facts(file.pk, "A second look.", **hall.by("dana"))
    for name in ("dana", "olga", "chen"):
        with pytest.raises(NotAllowed):
            establishing.confirm_paper(paper, **hall.by(name))
    establishing.confirm_paper(paper, **hall.by("lin"))


def test_the_notice_carries_facts_and_grounds_and_its_delivery_is_proven_by_the_receiver():
    hall = Hall()
    file = told(hall, received=False)
    notice = last_paper(file, "notice")
    assert "nothing came" in notice.text
    assert "clause one" in notice.text
    key = f"file:{file.pk}:{notice.number}"
    assert [one.person for one in deliveries_of([key])[key]] == [hall.town.chen.pk]
    assert clocks_of(f"file:{file.pk}", at=LATER) == ()
    with pytest.raises(NotAllowed):
        delivering.receive(notice.pk, **hall.by("olga"))
    delivering.receive(notice.pk, **hall.by("chen"))
    notice.refresh_from_db()
    assert (notice.way, notice.received_at) == ("own_word", LATER)
    assert statement_due(file) > LATER + 10 * DAY


def test_only_the_one_concerned_sees_their_clock_run():
    hall = Hall()
    told(hall)
    seen = {name: running(hall.act(name), at=LATER, limit=50) for name in ("chen", "ada", "boris", "lin")}
    assert any(one.subject.startswith("file:") for one in seen["chen"])
    assert not any(one.subject.startswith("file:") for name in ("ada", "boris", "lin") for one in seen[name])


def test_a_paper_nobody_opens_is_handed_over_before_a_witness():
    hall = Hall()
    file = told(hall, received=False)
    notice = last_paper(file, "notice")
    delivering.deliver_by_hand(notice.pk, "Emil", "At the office.", **hall.by("olga"))
    notice.refresh_from_db()
    assert (notice.way, notice.witness) == ("by_hand", "Emil")
    assert statement_due(file) > LATER


def test_the_hearing_does_not_end_before_somebody_spoke_or_their_time_is_over():
    hall = Hall()
    file = told(hall)
    with pytest.raises(NotAllowed, match="not been heard"):
        hearing.end_hearing(file.pk, "Nothing said.", **hall.by("olga"))
    late = statement_due(file) + timedelta(minutes=1)
    hearing.end_hearing(file.pk, "Nothing was said in time.", **hall.by("olga", late))
    assert File.objects.get().state == "heard"


def test_the_hearing_does_not_end_while_it_is_unproven_that_the_notice_came():
    hall = Hall()
    file = told(hall, received=False)
    with pytest.raises(Anticipated, match="not proven"):
        hearing.end_hearing(file.pk, "No word.", **hall.by("olga", LATER + 90 * DAY))


def test_the_time_to_answer_is_made_longer_and_never_shorter():
    hall = Hall()
    file = told(hall)
    due = statement_due(file)
    for until in (due, due - DAY):
        with pytest.raises(Anticipated, match="never made shorter"):
            hearing.give_time(file.pk, until, "Hurry.", **hall.by("olga"))
    hearing.give_time(file.pk, due + 7 * DAY, "The flood.", **hall.by("olga"))
    assert statement_due(file) == due + 7 * DAY
    with pytest.raises(NotAllowed):
        hearing.end_hearing(file.pk, "Over.", **hall.by("olga", due + DAY))


def test_a_statement_proves_that_the_notice_came_and_can_be_added_to():
    hall = Hall()
    file = told(hall, received=False)
    hearing.state(file.pk, "The river was high.", **hall.by("chen"))
    hearing.state(file.pk, "And I was alone.", **hall.by("chen"))
    assert last_paper(file, "notice").way == "answered"
    assert Paper.objects.filter(file=file, kind="statement").count() == 2


@pytest.mark.parametrize("name", ["olga", "ada", "boris", "dana"])
def test_nobody_states_in_anothers_name(name):
    hall = Hall()
    file = told(hall)
    with pytest.raises(NotAllowed, match="another's name"):
        hearing.state(file.pk, "I admit it.", **hall.by(name))


def test_what_was_said_aloud_counts_once_the_speaker_confirms_it():
    hall = Hall()
    file = told(hall)
    paper = hearing.write_down(file.pk, "He said the river was high.", **hall.by("dana"))
    with pytest.raises(Anticipated, match="not confirmed"):
        hearing.end_hearing(file.pk, "Checked.", **hall.by("olga"))
    establishing.confirm_paper(paper, **hall.by("chen"))
    hearing.end_hearing(file.pk, "Checked.", **hall.by("olga"))


def test_nothing_is_voted_or_decided_before_the_hearing_has_ended():
    hall = Hall()
    file = told(hall)
    with pytest.raises(Anticipated, match="nothing to vote"):
        deciding.vote(file.pk, Measure.TALK, "Late.", **hall.by("olga"))
    assert File.objects.get().measure is None


def test_steps_are_not_taken_twice_or_out_of_turn():
    hall = Hall()
    file = open_file(hall)
    judge_all(hall, file)
    with pytest.raises(Moved):
        hearing.tell_concerned(file.pk, TALK, **hall.by("olga"))
    with pytest.raises(Moved):
        hearing.end_hearing(file.pk, "x", **hall.by("olga"))
    with pytest.raises(Moved):
        delivering.serve(file.pk, **hall.by("olga"))


def test_the_trail_keeps_hashes_and_not_what_was_said():
    hall = Hall()
    file = told(hall)
    hearing.state(file.pk, "My mother was ill.", **hall.by("chen"))
    rows = entries_of(f"file:{file.pk}")
    assert not any("mother" in str(row.payload) for row in rows)
    assert last_paper(file, "statement").sha256 in {row.payload.get("sha256") for row in rows}


def test_nothing_intended_is_nothing_to_tell():
    hall = Hall()
    file = with_facts(hall)
    with pytest.raises(Anticipated, match="nothing to tell"):
        hearing.tell_concerned(file.pk, Telling("Nothing.", Measure.NONE), **hall.by("olga"))
