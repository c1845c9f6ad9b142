"""A published answer meets its stages and answers the case; a forward or a first release does not."""

import pytest

from answerable.office.clocks import queries as clocks
from answerable.response.cases import actions
from answerable.response.cases.models import Answer, Case
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assessed,
    assigned,
    closed,
    make_case,
    make_cast,
    note,
    opinion,
)

pytestmark = pytest.mark.django_db


def states(case: int, *, at=NOON + 40 * HOUR) -> dict[str, str]:
    """The state of each stage's first clock."""
    found = sorted(clocks.clocks_of(subject_of(case), at=at), key=lambda clock: -clock.id)
    return {clock.stage: clock.state for clock in found}


def test_an_answer_answers_the_case_with_spokesperson_and_time() -> None:
    cast = make_cast()
    row = Case.objects.get(pk=answered(cast))
    assert (row.state, row.answered_at) == (State.ANSWERED, NOON + 3 * HOUR)
    assert (row.spokesperson, row.spokesperson_post) == ("Emil", "Spokesperson")


def test_an_answer_meets_the_stage_that_waits_for_it(rules_in_force: None) -> None:
    cast = make_cast()
    case = assigned(cast)
    assert states(case)["publish_response"] in ("running", "breached")
    actions.note_answer([case], note(), by=cast.emil, at=NOON + 3 * HOUR)
    assert states(case)["publish_response"] == "met"


def test_a_first_release_meets_its_own_stage_and_leaves_the_conference_open(rules_in_force: None) -> None:
    cast = make_cast()
    case = assessed(cast, marks={"harm": 3, "reach": 3})
    actions.note_answer([case], note(kind="first_release"), by=cast.emil, at=NOON + 3 * HOUR)
    found, row = states(case), Case.objects.get(pk=case)
    assert found["publish_authoritative_info"] == "met"
    assert found["press_conference"] in ("running", "breached")
    assert (row.answered_at, row.state) == (None, State.ASSESSED)


def test_the_first_answer_keeps_its_time_when_a_second_follows() -> None:
    cast = make_cast()
    case = answered(cast)
    actions.note_answer([case], note(99, "clarification"), by=cast.emil, at=NOON + 9 * HOUR)
    assert Case.objects.get(pk=case).answered_at == NOON + 3 * HOUR
    assert Answer.objects.filter(case=case).count() == 2


def test_the_same_answer_counts_once_and_a_new_version_of_it_again() -> None:
    cast = make_cast()
    case = answered(cast)
    actions.note_answer([case], note(case), by=cast.emil, at=NOON + 9 * HOUR)
    assert Answer.objects.filter(case=case).count() == 1
    actions.note_answer([case], note(case, "update", version=2), by=cast.emil, at=NOON + 9 * HOUR)
    actions.note_answer([case], note(case, "update", version=3), by=cast.emil, at=NOON + 10 * HOUR)
    assert Answer.objects.filter(case=case).count() == 3


def test_an_emergency_can_be_answered_before_its_file_is_in_order() -> None:
    cast = make_cast()
    case = make_case(cast)
    actions.note_answer([case], note(), by=cast.emil, at=NOON + HOUR)
    assert Case.objects.get(pk=case).state == State.ANSWERED


def test_what_was_answered_before_the_level_was_agreed_is_met_at_once(rules_in_force: None) -> None:
    cast = make_cast()
    case = answered(cast)
    actions.assess_anew(case, "Lead was found.", by=cast.ada, at=NOON + 4 * HOUR)
    for who in (cast.ada, cast.chen):
        actions.give_opinion(case, opinion(harm=3), by=who, at=NOON + 5 * HOUR)
    assert states(case)["publish_authoritative_info"] == "met"


def test_an_answer_to_a_merged_case_counts_for_the_one_that_stands() -> None:
    cast = make_cast()
    first, second = make_case(cast), make_case(cast, seen_at=NOON + HOUR, at=NOON + HOUR)
    actions.merge(second, first, by=cast.ada, at=NOON + HOUR)
    actions.note_answer([second], note(), by=cast.emil, at=NOON + 2 * HOUR)
    assert Case.objects.get(pk=first).answered_at == NOON + 2 * HOUR
    assert Case.objects.get(pk=second).answered_at is None


def test_an_update_to_a_closed_case_is_kept_and_opens_nothing() -> None:
    cast = make_cast()
    case, _review = closed(cast)
    actions.note_answer([case], note(7, "update"), by=cast.emil, at=NOON + 50 * HOUR)
    assert Case.objects.get(pk=case).state == State.CLOSED
    assert Answer.objects.filter(case=case, kind="update").exists()


def test_readers_judgements_are_counted_without_saying_who() -> None:
    cast = make_cast()
    case = answered(cast)
    assert actions.note_verdict(case, True, by=cast.ada, at=NOON + 5 * HOUR) == 1
    actions.note_verdict(case, False, by=cast.ada, at=NOON + 6 * HOUR)
    row = Case.objects.get(pk=case)
    assert (row.helped, row.not_helped, row.judged_at) == (1, 1, NOON + 5 * HOUR)
    assert actions.note_verdict(999, True, by=cast.ada, at=NOON) == 0
