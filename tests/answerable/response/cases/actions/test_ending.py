"""Closing, handing over and opening again: no clock is stopped by sending a case away."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import queries as clocks
from answerable.response.cases import actions
from answerable.response.cases.actions import Handing
from answerable.response.cases.models import AfterActionReview, Assessment, Case, Handover
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, answered, assigned, closed, make_cast, registered

pytestmark = pytest.mark.django_db
ELSEWHERE = Handing("Environment Bureau, duty desk", "The river is theirs.")


def owed(case: int, *, at=NOON + 2 * HOUR) -> list[str]:
    """The stages that are still owed."""
    found = clocks.clocks_of(subject_of(case), at=at)
    return sorted(clock.stage for clock in found if clock.state in ("running", "breached"))


def test_a_closed_case_stops_its_clocks_and_its_review_is_due(rules_in_force: None) -> None:
    cast = make_cast()
    case, review = closed(cast)
    assert owed(case) == []
    assert AfterActionReview.objects.get(pk=review).state == "due"
    found = clocks.clocks_of(f"casereview:{review}", at=NOON + 31 * HOUR)
    assert [clock.stage for clock in found] == ["after_action_review"]


def test_closing_what_nobody_answered_needs_the_reason() -> None:
    cast = make_cast()
    case = assigned(cast)
    with pytest.raises(Anticipated, match="why no answer is needed"):
        actions.close_case(case, "", by=cast.boris, at=NOON)
    actions.close_case(case, "The same report, read twice.", by=cast.boris, at=NOON)
    assert Case.objects.get(pk=case).closing_words == "The same report, read twice."


def test_a_case_that_was_not_assessed_cannot_be_closed() -> None:
    cast = make_cast()
    with pytest.raises(Moved):
        actions.close_case(registered(cast), "Nothing.", by=cast.boris, at=NOON)


def test_only_somebody_who_leads_closes() -> None:
    cast = make_cast()
    with pytest.raises(NotAllowed):
        actions.close_case(answered(cast), "", by=cast.chen, at=NOON + 5 * HOUR)


def test_open_tasks_keep_a_case_open() -> None:
    cast = make_cast()
    case = answered(cast)
    draft = actions.TaskDraft(cast.repair.pk, "Flush the main.", NOON + 20 * HOUR)
    actions.set_task(case, draft, by=cast.ada, at=NOON + 4 * HOUR)
    with pytest.raises(Anticipated, match="not done"):
        actions.close_case(case, "", by=cast.boris, at=NOON + 5 * HOUR)


def test_handing_over_stops_no_clock_until_it_is_confirmed(rules_in_force: None) -> None:
    cast = make_cast()
    case = assigned(cast)
    before = owed(case)
    actions.hand_over(case, ELSEWHERE, by=cast.boris, at=NOON + 2 * HOUR)
    assert owed(case) == before != []
    actions.confirm_handover(case, "Their desk, by telephone.", by=cast.ada, at=NOON + 3 * HOUR)
    assert owed(case) == []
    kept = Handover.objects.get(case=case)
    assert (kept.to, kept.reason, kept.confirmed_how) == (
        ELSEWHERE.to,
        ELSEWHERE.reason,
        "Their desk, by telephone.",
    )


def test_a_handover_is_confirmed_once_and_only_where_there_is_one() -> None:
    cast = make_cast()
    case = assigned(cast)
    with pytest.raises(Moved):
        actions.confirm_handover(case, "They said so.", by=cast.ada, at=NOON)
    actions.hand_over(case, ELSEWHERE, by=cast.boris, at=NOON)
    actions.confirm_handover(case, "They said so.", by=cast.ada, at=NOON)
    with pytest.raises(Moved):
        actions.confirm_handover(case, "Again.", by=cast.ada, at=NOON)


def test_a_handover_says_to_whom_and_why() -> None:
    cast = make_cast()
    case = assigned(cast)
    with pytest.raises(Anticipated, match="why it is not ours"):
        actions.hand_over(case, Handing("The river office", ""), by=cast.boris, at=NOON)


def test_what_comes_back_is_assessed_anew_and_its_clocks_never_stopped(rules_in_force: None) -> None:
    cast = make_cast()
    case = assigned(cast)
    before = owed(case)
    actions.hand_over(case, ELSEWHERE, by=cast.boris, at=NOON + 2 * HOUR)
    actions.reopen(case, "The bureau says that it is ours.", by=cast.boris, at=NOON + 3 * HOUR)
    assert Case.objects.get(pk=case).state == State.REGISTERED
    assert Assessment.objects.filter(case=case, state="open").count() == 1
    assert owed(case) == before


def test_a_reopened_case_gets_new_clocks_from_now_and_the_old_ones_stay(rules_in_force: None) -> None:
    cast = make_cast()
    case, _review = closed(cast)
    old = {clock.id for clock in clocks.clocks_of(subject_of(case), at=NOON)}
    actions.reopen(case, "It is brown again.", by=cast.boris, at=NOON + 60 * HOUR)
    row = Case.objects.get(pk=case)
    assert (row.state, row.closed_at) == (State.RESPONDING, None)
    found = {clock.id: clock for clock in clocks.clocks_of(subject_of(case), at=NOON + 60 * HOUR)}
    assert old < set(found)
    new = [clock for key, clock in found.items() if key not in old]
    assert {clock.since for clock in new} == {NOON + 60 * HOUR}
    assert "publish_response" in {clock.stage for clock in new if clock.state == "running"}


def test_a_case_closed_twice_has_two_reviews_once_the_first_is_closed() -> None:
    cast = make_cast()
    case, first = closed(cast)
    lessons = actions.Lessons("The duty log.", "The weekend.", "", "Ada")
    actions.hold_review(first, lessons, by=cast.ada, at=NOON + 40 * HOUR)
    actions.close_review(first, by=cast.ada, at=NOON + 41 * HOUR)
    actions.reopen(case, "It is brown again.", by=cast.boris, at=NOON + 60 * HOUR)
    second = actions.close_case(case, "It is clear.", by=cast.boris, at=NOON + 90 * HOUR)
    assert second != first
