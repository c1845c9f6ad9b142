"""The ordinary course: registered, acknowledged, assigned, begun, followed; and who may do it."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.office.clocks import queries as clocks
from answerable.office.notices.models import Notice
from answerable.response.cases import actions
from answerable.response.cases.models import Assessment, Case
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.free_text import PointsAtPerson
from answerable.response.cases.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assessed,
    assigned,
    make_case,
    make_cast,
    registered,
)

pytestmark = pytest.mark.django_db


def test_a_registered_case_waits_for_two_people_and_they_are_told() -> None:
    cast = make_cast()
    case = make_case(cast)
    actions.register(case, by=cast.chen, at=NOON + HOUR)
    row = Case.objects.get(pk=case)
    assert (row.state, row.registered_at) == (State.REGISTERED, NOON + HOUR)
    assert Assessment.objects.filter(case=case, state="open").count() == 1
    told = set(Notice.objects.filter(key=f"case:{case}:assess:1").values_list("person__name", flat=True))
    assert told == {"Ada", "Boris", "Emil"}


def test_a_case_is_registered_once() -> None:
    cast = make_cast()
    case = registered(cast)
    with pytest.raises(Moved):
        actions.register(case, by=cast.ada, at=NOON + HOUR)


def test_somebody_of_another_unit_does_not_see_the_case_at_all() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(NotFound):
        actions.register(case, by=cast.fang, at=NOON)


def test_acknowledging_is_kept_and_stops_no_clock(rules_in_force: None) -> None:
    cast = make_cast()
    case = assigned(cast)
    before = [(clock.id, clock.state) for clock in clocks.clocks_of(subject_of(case), at=NOON + HOUR)]
    actions.acknowledge(case, "On the bureau's account at noon.", by=cast.ada, at=NOON + HOUR)
    row = Case.objects.get(pk=case)
    assert (row.acknowledged_at, row.answered_at) == (NOON + HOUR, None)
    assert [(clock.id, clock.state) for clock in clocks.clocks_of(subject_of(case), at=NOON + HOUR)] == before
    with pytest.raises(Anticipated, match="already"):
        actions.acknowledge(case, "Again.", by=cast.ada, at=NOON + 2 * HOUR)


def test_the_lead_unit_is_assigned_by_somebody_who_leads_and_its_people_are_told() -> None:
    cast = make_cast()
    case = assessed(cast)
    with pytest.raises(NotAllowed):
        actions.assign(case, cast.repair.pk, by=cast.chen, at=NOON + HOUR)
    actions.assign(case, cast.repair.pk, by=cast.boris, at=NOON + HOUR)
    row = Case.objects.get(pk=case)
    assert (row.state, row.unit) == (State.ASSIGNED, cast.repair)
    told = Notice.objects.filter(key=f"case:{case}:assigned:{cast.repair.pk}")
    assert set(told.values_list("person__name", flat=True)) == {"Fang"}


def test_another_lead_later_needs_a_reason_and_stops_no_clock(rules_in_force: None) -> None:
    cast = make_cast()
    case = assigned(cast)
    before = [(clock.id, clock.due, clock.state) for clock in clocks.clocks_of(subject_of(case), at=NOON)]
    with pytest.raises(Anticipated, match="why another unit"):
        actions.assign(case, cast.repair.pk, by=cast.ada, at=NOON + HOUR)
    actions.assign(case, cast.repair.pk, "The pipe is theirs.", by=cast.ada, at=NOON + HOUR)
    after = [(clock.id, clock.due, clock.state) for clock in clocks.clocks_of(subject_of(case), at=NOON)]
    assert before == after != []
    assert Case.objects.get(pk=case).unit == cast.repair


def test_a_unit_that_does_not_exist_cannot_lead() -> None:
    cast = make_cast()
    with pytest.raises(Anticipated, match="no such unit"):
        actions.assign(assessed(cast), 999_999, by=cast.boris, at=NOON + HOUR)


def test_beginning_the_answer_leaves_it_unanswered() -> None:
    cast = make_cast()
    case = assigned(cast)
    actions.begin_answer(case, by=cast.chen, at=NOON + 2 * HOUR)
    row = Case.objects.get(pk=case)
    assert (row.state, row.answered_at) == (State.RESPONDING, None)


def test_only_an_answered_case_is_followed_up() -> None:
    cast = make_cast()
    case = assigned(cast)
    with pytest.raises(Moved):
        actions.follow_up(case, by=cast.ada, at=NOON)
    case = answered(cast)
    actions.follow_up(case, by=cast.ada, at=NOON + 4 * HOUR)
    assert Case.objects.get(pk=case).state == State.FOLLOWING


def test_changed_words_are_looked_through_again() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(PointsAtPerson):
        actions.change_matter(case, "Water", "Call 13812345678", by=cast.ada, at=NOON)
    actions.change_matter(case, "Water", "Call 13812345678", personal="mask", by=cast.ada, at=NOON)
    row = Case.objects.get(pk=case)
    assert (row.title, row.matter) == ("Water", "Call ***")
