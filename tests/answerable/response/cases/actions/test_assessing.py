"""Two people assess, each blind to the other; where they differ they agree, or the dissent stays on record."""

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import queries as clocks
from answerable.office.notices.models import Notice
from answerable.response.cases import actions
from answerable.response.cases.actions import OpinionDraft, Proposal
from answerable.response.cases.events import CaseAssessed
from answerable.response.cases.models import Assessment, Case, Opinion
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, assessed, assigned, make_cast, opinion, registered

pytestmark = pytest.mark.django_db


def differing(cast, **changes) -> int:
    """A case that Ada finds major and Chen ordinary."""
    case = registered(cast, **changes)
    actions.give_opinion(case, opinion(harm=3), by=cast.ada, at=NOON + HOUR)
    actions.give_opinion(case, opinion(harm=1), by=cast.chen, at=NOON + HOUR)
    return case


def test_one_opinion_gives_no_level() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(harm=3), by=cast.ada, at=NOON + HOUR)
    row = Case.objects.get(pk=case)
    assert (row.state, row.level) == (State.REGISTERED, "")


def test_two_opinions_of_one_level_agree_by_themselves(monkeypatch) -> None:
    told = []
    monkeypatch.setitem(events._reactions, CaseAssessed, [told.append])
    cast = make_cast()
    case = assessed(cast, marks={"harm": 3})
    row = Case.objects.get(pk=case)
    assert (row.state, row.level) == (State.ASSESSED, "major")
    assert told == [CaseAssessed(case, "major", NOON + HOUR)]


def test_the_same_person_cannot_give_both_opinions() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(), by=cast.ada, at=NOON)
    with pytest.raises(Anticipated, match="already"):
        actions.give_opinion(case, opinion(), by=cast.ada, at=NOON)
    assert Opinion.objects.count() == 1


def test_a_third_opinion_is_refused() -> None:
    cast = make_cast()
    case = differing(cast)
    with pytest.raises(Anticipated, match="Two people"):
        actions.give_opinion(case, opinion(), by=cast.emil, at=NOON)


def test_every_factor_needs_a_mark() -> None:
    cast = make_cast()
    case = registered(cast)
    with pytest.raises(Anticipated, match="Every factor"):
        actions.give_opinion(case, OpinionDraft({"harm": 3}, "Because."), by=cast.ada, at=NOON)


def test_an_opinion_needs_reasons() -> None:
    cast = make_cast()
    case = registered(cast)
    with pytest.raises(Anticipated, match="needs reasons"):
        actions.give_opinion(case, opinion(" "), by=cast.ada, at=NOON)


def test_where_they_differ_the_case_stays_unassessed_and_the_first_is_told() -> None:
    cast = make_cast()
    case = differing(cast)
    assert Case.objects.get(pk=case).state == State.REGISTERED
    told = Notice.objects.filter(key=f"case:{case}:differ:1").values_list("person__name", flat=True)
    assert list(told) == ["Ada"]


def test_the_other_of_the_two_agrees_with_a_proposal() -> None:
    cast = make_cast()
    case = differing(cast)
    proposal = Proposal("considerable", "The samples are clean so far.")
    actions.propose_level(case, proposal, by=cast.ada, at=NOON + 2 * HOUR)
    with pytest.raises(NotAllowed):
        actions.agree(case, by=cast.ada, at=NOON + 2 * HOUR)
    with pytest.raises(NotAllowed):
        actions.agree(case, by=cast.emil, at=NOON + 2 * HOUR)
    actions.agree(case, by=cast.chen, at=NOON + 2 * HOUR)
    found = Assessment.objects.get(case=case)
    assert (found.state, found.level, found.reasons) == (
        "agreed",
        "considerable",
        "The samples are clean so far.",
    )
    assert Case.objects.get(pk=case).level == "considerable"


def test_somebody_who_did_not_assess_cannot_propose() -> None:
    cast = make_cast()
    case = differing(cast)
    with pytest.raises(NotAllowed):
        actions.propose_level(case, Proposal("grave", "Because."), by=cast.emil, at=NOON)


def test_dissent_is_on_record_and_somebody_else_who_leads_decides() -> None:
    cast = make_cast()
    case = differing(cast)
    actions.propose_level(case, Proposal("ordinary", "It will pass."), by=cast.chen, at=NOON)
    actions.dissent(case, "A hospital lies in the east.", by=cast.ada, at=NOON)
    decision = Proposal("major", "The hospital counts.")
    with pytest.raises(NotAllowed):
        actions.decide_level(case, decision, by=cast.ada, at=NOON)
    with pytest.raises(NotAllowed):
        actions.decide_level(case, decision, by=cast.emil, at=NOON)
    actions.decide_level(case, decision, by=cast.boris, at=NOON + HOUR)
    found = Assessment.objects.get(case=case)
    assert (found.level, found.dissent, found.dissent_by_name) == (
        "major",
        "A hospital lies in the east.",
        "Ada",
    )
    assert (found.settled_by_name, found.proposed_by_name) == ("Boris", "Chen")


def test_nobody_decides_where_there_is_no_dispute() -> None:
    cast = make_cast()
    case = differing(cast)
    with pytest.raises(Moved):
        actions.decide_level(case, Proposal("major", "Because."), by=cast.boris, at=NOON)


def test_a_proposal_before_both_opinions_is_refused() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(), by=cast.ada, at=NOON)
    with pytest.raises(Anticipated, match="second opinion is missing"):
        actions.propose_level(case, Proposal("grave", "Because."), by=cast.ada, at=NOON)


def test_an_inspector_cannot_assess() -> None:
    cast = make_cast()
    case = registered(cast, unit=cast.repair.pk)
    with pytest.raises(NotAllowed):
        actions.give_opinion(case, opinion(), by=cast.dana, at=NOON)


def test_assessed_anew_the_former_assessment_stays_and_holds_until_then() -> None:
    cast = make_cast()
    case = assigned(cast)
    actions.assess_anew(case, "The laboratory found lead.", by=cast.chen, at=NOON + 5 * HOUR)
    assert Case.objects.get(pk=case).level == "considerable"
    for who in (cast.chen, cast.emil):
        actions.give_opinion(case, opinion(harm=3, reach=3), by=who, at=NOON + 6 * HOUR)
    row = Case.objects.get(pk=case)
    assert (row.level, row.state) == ("grave", State.ASSIGNED)
    kept = Assessment.objects.filter(case=case).order_by("number").values_list("number", "level")
    assert list(kept) == [(1, "considerable"), (2, "grave")]


def test_a_second_assessment_cannot_be_asked_for_while_one_is_open() -> None:
    cast = make_cast()
    case = registered(cast)
    with pytest.raises(Anticipated, match="not finished"):
        actions.assess_anew(case, "New.", by=cast.ada, at=NOON)


def test_a_graver_level_starts_its_clocks_from_when_the_concern_was_seen(rules_in_force: None) -> None:
    cast = make_cast()
    case = assigned(cast)
    stages = {clock.stage for clock in running(case)}
    assert "publish_response" in stages
    actions.assess_anew(case, "The laboratory found lead.", by=cast.chen, at=NOON + 5 * HOUR)
    for who in (cast.chen, cast.emil):
        actions.give_opinion(case, opinion(harm=3, reach=3), by=who, at=NOON + 6 * HOUR)
    found = {clock.stage: clock for clock in running(case)}
    assert "publish_authoritative_info" in found
    assert "publish_response" not in found
    assert found["publish_authoritative_info"].since == NOON


def test_the_clocks_of_a_grave_event_run_from_when_we_knew_of_it(rules_in_force: None) -> None:
    cast = make_cast()
    case = assessed(cast, marks={"harm": 3}, event_known_at=NOON - 3 * HOUR)
    found = {clock.stage: clock for clock in running(case)}
    assert found["publish_authoritative_info"].since == NOON - 3 * HOUR
    assert found["publish_authoritative_info"].due == NOON + 2 * HOUR


def running(case: int):
    """The clocks of a case that still owe something."""
    found = clocks.clocks_of(subject_of(case), at=NOON + 6 * HOUR)
    return [clock for clock in found if clock.state in ("running", "breached")]
