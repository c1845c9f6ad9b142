"""Visits, findings and rounds: each step by who may do it, once, and fairly."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections

from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Evidence, Occurrence
from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import Entry, NewFinding, ProgrammeDraft
from answerable.governance.inspections.events import FindingConfirmed, RoundClosed
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.models import (
    Assessment,
    Draw,
    Finding,
    Observation,
    Programme,
    Receipt,
    Round,
    Visit,
)
from answerable.governance.inspections.queries import scores_of_units
from answerable.governance.inspections.rules.terms import Terms
from answerable.governance.questionnaires import actions as asking
from answerable.governance.questionnaires.models import Questionnaire
from answerable.governance.questionnaires.queries.outcome import NotYetClosed
from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks.queries import clocks_of
from answerable.office.people.rules import PostKind
from tests.answerable.governance.duties.makers import DUTIES, Town, make_town
from tests.answerable.governance.inspections.makers import (
    AT,
    DAY,
    HOUR,
    Body,
    contact_of,
    fill_in,
    make_drawn,
    make_finding,
    make_round,
    rechecker_of,
    visitor_of,
    walk,
)
from tests.answerable.office.people.makers import make_holding, make_person, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """What the room told the rooms above."""
    told = []
    monkeypatch.setattr(events, "_reactions", {FindingConfirmed: [told.append], RoundClosed: [told.append]})
    return told


def a_visit(body, **changes):
    round_id, _draw = make_drawn(body, **changes)
    return Visit.objects.filter(round=round_id).order_by("pk").first()


def test_the_same_sending_twice_writes_once_and_a_later_one_needs_what_it_saw():
    body = Body()
    visit = a_visit(body)
    who = visitor_of(body, visit)
    first = Entry("open", "ok", key="one")
    assert actions.answer(visit.pk, first, **body.by(who)) == 1
    assert actions.answer(visit.pk, first, **body.by(who)) == 1
    assert actions.answer(visit.pk, Entry("open", "fail", seen=1, key="two"), **body.by(who)) == 2
    assert actions.answer(visit.pk, first, **body.by(who)) == 1
    assert Observation.objects.get(visit=visit).verdict == "fail"
    with pytest.raises(Moved, match="has answered this"):
        actions.answer(visit.pk, Entry("open", "ok", seen=1, key="three"), **body.by(who))
    assert Receipt.objects.count() == 2


@pytest.mark.parametrize(
    "entry", [Entry("no such", "ok"), Entry("open", "great"), Entry("open", "ok", way="spy")]
)
def test_an_answer_that_is_none_is_refused(entry):
    body = Body()
    visit = a_visit(body)
    with pytest.raises(Anticipated, match="no such question"):
        actions.answer(visit.pk, entry, **body.by(visitor_of(body, visit)))


def test_personal_numbers_in_a_note_are_masked():
    body = Body()
    visit = a_visit(body)
    actions.answer(visit.pk, Entry("open", "ok", "Call 13812345678"), **body.by(visitor_of(body, visit)))
    assert "13812345678" not in Observation.objects.get().note


def test_only_who_was_drawn_fills_the_sheet_in():
    body = Body()
    visit = a_visit(body)
    drawn = set(visit.inspectors.values_list("person", flat=True))
    others = [one for one in (*body.inspectors, body.ada, body.chen) if one.person_id not in drawn]
    for other in others:
        with pytest.raises(NotAllowed):
            actions.answer(visit.pk, Entry("open", "ok"), **body.by(other))
        with pytest.raises(NotAllowed):
            actions.begin_visit(visit.pk, **body.by(other))


def test_a_sheet_with_gaps_is_not_handed_in_and_one_handed_in_is_not_changed():
    body = Body()
    visit = a_visit(body)
    who = visitor_of(body, visit)
    actions.begin_visit(visit.pk, **body.by(who))
    with pytest.raises(Anticipated, match="not answered"):
        actions.finish_visit(visit.pk, **body.by(who))
    fill_in(body, visit, failing=("open",))
    judged = actions.finish_visit(visit.pk, **body.by(who))
    assert (judged.reached, judged.vetoes) == (0, ("open",))
    assert Finding.objects.get(visit=visit).grade == "veto"
    with pytest.raises(Moved):
        actions.answer(visit.pk, Entry("open", "ok", seen=1), **body.by(who))


def test_a_finding_is_noted_outside_the_checklist_by_who_looks_only():
    body = Body()
    visit = a_visit(body)
    new = NewFinding("No sign", "There is no sign at the door.")
    with pytest.raises(NotAllowed):
        actions.add_finding(visit.pk, new, **body.by(body.ada))
    finding = actions.add_finding(visit.pk, new, **body.by(visitor_of(body, visit)))
    assert Finding.objects.get(pk=finding).unit_id == visit.unit_id


def test_a_finding_is_not_confirmed_over_the_unit_s_head_before_its_time_has_passed(heard):
    body = Body()
    finding = make_finding(body, "put")
    with pytest.raises(Anticipated, match="has not replied"):
        actions.confirm(finding.pk, "We saw it.", **body.by(body.ada, AT + 3 * HOUR))
    late = finding.reply_until + timedelta(minutes=1)
    actions.confirm(finding.pk, "We saw it.", **body.by(body.ada, late))
    assert heard == [FindingConfirmed(finding.pk, finding.unit_id, late)]


def test_a_confirmed_finding_has_fifteen_working_days_on_a_clock():
    finding = make_finding(Body(), "confirmed")
    (clock,) = clocks_of(f"finding:{finding.pk}", at=AT + DAY)
    assert (clock.stage, clock.due) == ("rectify", finding.due)
    #: From Monday 2 March 2026, 15 working days later without a holiday between: Monday 23 March.
    assert finding.due.date().isoformat() == "2026-03-23"
    assert finding.recheck_from.isoformat() == "2026-04-01"


def test_nobody_decides_on_what_they_found_and_nobody_of_the_unit_does():
    body = Body()
    finding = make_finding(body, "replied")
    finder = visitor_of(body, finding.visit)
    make_holding(make_post(body.root, PostKind.OFFICE), finder.person)
    contact = contact_of(body, finding)
    make_holding(make_post(body.root, PostKind.OFFICE), contact.person)
    for one in (finder, contact):
        assert body.who(one).may("inspections.keep")
        for act in (actions.confirm, actions.dismiss):
            with pytest.raises(NotAllowed, match="neither found it"):
                act(finding.pk, "It is so.", **body.by(one))
    actions.dismiss(finding.pk, "It was the day of the move.", **body.by(body.ada))


def test_a_recheck_is_by_another_inspector_than_who_found_it_and_never_by_the_unit():
    body = Body()
    finding = make_finding(body, "corrected")
    allowed = rechecker_of(body, finding)
    found = finding.visit.inspectors.values_list("person", flat=True)
    barred = [one for one in body.inspectors if one.person_id in found]
    barred += [one for one in body.inspectors if one.person.holdings.first().post.unit_id == finding.unit_id]
    for one in (*barred, body.ada):
        with pytest.raises(NotAllowed, match="Another inspector"):
            actions.recheck(finding.pk, "Gone.", is_gone=True, **body.by(one, AT + DAY))
    make_holding(make_post(body.units[1], PostKind.LIAISON), allowed.person)
    actions.recheck(finding.pk, "Gone.", is_gone=True, **body.by(allowed, AT + DAY))
    finding.refresh_from_db()
    assert finding.state == "closed"


def test_what_is_still_there_gets_a_new_clock_and_is_looked_at_again():
    body = Body()
    finding = make_finding(body, "repeated")
    assert finding.due > AT + 20 * DAY
    assert any(clock.met_at is None for clock in clocks_of(f"finding:{finding.pk}", at=AT + DAY))
    walk_on = {"by": body.who(contact_of(body, finding)), "at": AT + DAY}
    with pytest.raises(Anticipated, match="due by"):
        actions.plan_correction(finding.pk, "Later.", (AT + 90 * DAY).date(), **walk_on)
    actions.plan_correction(finding.pk, "Now.", (AT + 9 * DAY).date(), **walk_on)
    actions.correct(finding.pk, "Done.", "", **walk_on)
    checker = rechecker_of(body, finding)
    actions.recheck(finding.pk, "Gone.", is_gone=True, **body.by(checker, AT + 2 * DAY))
    assert [one.number for one in finding.corrections.all()] == [1, 2]


def test_a_later_finding_of_the_same_unit_on_the_same_question_names_the_earlier_one():
    body = Body(departments=2, inspectors=6)
    terms = Terms(ratio="1", inspectors=2)
    first = make_finding(body, "closed", terms=terms)
    round_id, _draw = make_drawn(body, at=AT + 40 * DAY, terms=terms)
    visit = Visit.objects.get(round=round_id, unit=first.unit_id)
    who = fill_in(body, visit, failing=("asked",), at=AT + 41 * DAY)
    actions.finish_visit(visit.pk, **body.by(who, AT + 41 * DAY))
    assert Finding.objects.get(visit=visit).repeats == first


def test_a_round_is_reported_when_every_visit_is_in_and_closed_when_no_finding_is_open(heard):
    body = Body()
    finding = make_finding(body, "observed")
    row = finding.round
    by = body.by(body.ada, AT + DAY)
    with pytest.raises(Anticipated, match="not handed in"):
        actions.report_round(row.pk, "One matter.", **by)
    for visit in Visit.objects.filter(round=row, state="planned"):
        who = fill_in(body, visit)
        actions.finish_visit(visit.pk, **body.by(who, AT + HOUR))
    sha256 = actions.report_round(row.pk, "One matter.", **by)
    row.refresh_from_db()
    assert (row.report_sha256, row.report["findings"]) == (sha256, {"major": 1})
    assert row.report["draw"] == Draw.objects.get(round=row).sha256
    with pytest.raises(Anticipated, match="still open"):
        actions.close_round(row.pk, **by)
    walk(body, finding, "closed", AT + DAY)
    actions.close_round(row.pk, **body.by(body.ada, AT + 2 * DAY))
    assert heard[-1] == RoundClosed(row.pk, AT + 2 * DAY)


@pytest.mark.parametrize("method", ["hearing", "self_check"])
def test_a_hearing_and_a_self_check_go_to_every_unit(method):
    body = Body(departments=3, inspectors=4)
    round_id = make_round(body, method=method)
    actions.begin_round(round_id, **body.by(body.ada))
    visits = list(Visit.objects.filter(round=round_id))
    assert {visit.unit_id for visit in visits} == {unit.pk for unit in body.units}
    for visit in visits:
        own = visit.visitor_id == visit.unit_id
        homes = [one.person.holdings.first().post.unit_id for one in visit.inspectors.all()]
        assert own if method == "self_check" else (homes and visit.unit_id not in homes)


def test_a_drawn_method_is_not_begun_by_choice():
    body = Body()
    with pytest.raises(Anticipated, match="drawn, not chosen"):
        actions.begin_round(make_round(body), **body.by(body.ada))


def test_a_questionnaire_is_opened_in_its_own_room_and_read_only_after_its_end():
    body = Body()
    round_id = make_round(body, method="questionnaire")
    actions.begin_round(round_id, **body.by(body.ada))
    row = Round.objects.get(pk=round_id)
    asked = Questionnaire.objects.get(pk=row.questionnaire)
    assert (asked.subject, len(asked.questions)) == (f"round:{round_id}", len(row.questions))
    with pytest.raises(NotYetClosed):
        actions.read_questionnaire(round_id, **body.by(body.ada))
    after = AT + 40 * DAY
    asking.close(asked.pk, **body.by(body.ada, after))
    actions.read_questionnaire(round_id, **body.by(body.ada, after))
    visit = Visit.objects.get(round=round_id)
    assert (visit.state, visit.answered) == ("done", 0)


def test_a_year_is_settled_once_and_names_units_only():
    body = Body()
    finding = make_finding(body)
    for visit in Visit.objects.filter(round=finding.round, state="planned"):
        actions.finish_visit(visit.pk, **body.by(fill_in(body, visit), AT + HOUR))
    actions.report_round(finding.round_id, "One matter.", **body.by(body.ada, AT + DAY))
    year = (AT + DAY).year
    assert len(scores_of_units(year)) == Visit.objects.filter(round=finding.round).count()
    actions.settle_year(year, **body.by(body.ada, AT + 2 * DAY))
    kept = Assessment.objects.get()
    assert {row["unit"] for row in kept.rows} <= {unit.pk for unit in body.units}
    with pytest.raises(Moved, match="has been settled"):
        actions.settle_year(year, **body.by(body.ada, AT + 2 * DAY))
    with pytest.raises(Anticipated, match="not begun"):
        actions.settle_year(year + 1, **body.by(body.ada))


def test_a_programme_ends_and_a_running_checklist_is_not_changed():
    body = Body()
    programme = actions.save_programme(ProgrammeDraft("Each month", "random_check"), **body.by(body.ada))
    actions.save_programme(
        ProgrammeDraft("Each quarter", "random_check"), programme=programme, **body.by(body.ada)
    )
    assert Programme.objects.get().title == "Each quarter"
    actions.end_programme(programme, **body.by(body.ada))
    round_id, draw = make_drawn(body)
    questions = METHODS["random_check"].questions()
    with pytest.raises(Anticipated, match="has begun"):
        actions.save_questions(round_id, questions[:1], **body.by(body.ada))
    actions.cancel_round(round_id, "The office moves.", **body.by(body.ada))
    assert Draw.objects.get(pk=draw).reason == "The office moves."
    assert set(Visit.objects.filter(round=round_id).values_list("state", flat=True)) == {"void"}


SPOT = (
    '{zh: 抽查, en: Spot check, owner: P-COMM, rrule: "FREQ=MONTHLY;BYMONTHDAY=1",'
    " due: {at: month_end, roll: prev}, evidence: [scoresheet], ladder: std}"
)


def test_the_result_becomes_evidence_of_the_duty_it_carries_out_and_of_no_other():
    town: Town = make_town(departments=3, duties={**DUTIES, "d-spot": SPOT})
    round_at(AT)
    body = Body.__new__(Body)
    body.root, body.units = town.body, town.units
    ada = town.actor(town.ada)
    for unit in town.units:
        make_holding(make_post(unit, PostKind.INSPECTOR), make_person())
    body.ada = town.ada.account
    town.actor(town.boris)
    body.boris = town.boris.account
    round_id = make_round(body, method="self_check", duty="d-spot")
    run = Occurrence.objects.filter(duty="d-spot", holder=town.ada).order_by("due").first()
    with pytest.raises(Anticipated, match="not reported"):
        actions.hand_in(round_id, run.pk, by=ada, at=AT)
    Round.objects.filter(pk=round_id).update(state="reported", reported_at=AT)
    other = Occurrence.objects.filter(duty="d-watch").first()
    with pytest.raises(Anticipated, match="does not carry out"):
        actions.hand_in(round_id, other.pk, by=ada, at=AT)
    actions.hand_in(round_id, run.pk, by=ada, at=AT)
    proof = Evidence.objects.get()
    assert (proof.occurrence, proof.kind, len(proof.sha256)) == (run, "scoresheet", 64)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_hold_a_draw_or_answer_at_once_one_wins_and_the_other_is_told():
    body = Body()
    visit = a_visit(body)
    who = body.who(visitor_of(body, visit))
    told, ready = [], threading.Barrier(2)

    def send(number):
        ready.wait()
        try:
            told.append(actions.answer(visit.pk, Entry("open", "ok", f"{number}"), by=who, at=AT + HOUR))
        except Moved as refusal:
            told.append(str(refusal))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(one, int) for one in told) == [False, True]
    assert Observation.objects.get(visit=visit).edition == 1
    assert connection.vendor in ("sqlite", "postgresql")
