"""An assessment is blind until both opinions are in."""

import pytest

from answerable.response.cases import actions
from answerable.response.cases.actions import Proposal
from answerable.response.cases.queries.assessing import assess_page
from answerable.response.cases.queries.course import course_of
from answerable.response.cases.queries.room import room
from answerable.response.cases.rules.course import Happened
from answerable.response.cases.rules.levels import Factor
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, assessed, make_case, make_cast, opinion, registered

pytestmark = pytest.mark.django_db


def test_before_registering_there_is_nothing_to_assess() -> None:
    cast = make_cast()
    page = assess_page(cast.ada, make_case(cast))
    assert (page.now, page.may_give, page.may_anew) == (None, False, False)


def test_nobody_reads_the_first_opinion_before_the_second_is_in() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion("Only mine.", harm=3), by=cast.ada, at=NOON + HOUR)
    own, other = assess_page(cast.ada, case), assess_page(cast.chen, case)
    assert own.now is not None
    assert other.now is not None
    assert [row.name for row in own.now.opinions] == ["Ada"]
    assert (other.now.opinions, other.now.given, other.may_give) == ((), 1, True)
    assert not own.may_give
    assert Happened.OPINION not in {step.happened for step in course_of(case)}
    seen = room(cast.chen, case, at=NOON + HOUR)
    assert seen.assessment is not None
    assert seen.assessment.opinions == ()


def test_both_are_side_by_side_once_they_are_in_with_what_differs() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(harm=3, reach=1), by=cast.ada, at=NOON + HOUR)
    actions.give_opinion(case, opinion(harm=1, reach=1), by=cast.chen, at=NOON + HOUR)
    page = assess_page(cast.emil, case)
    assert page.now is not None
    assert [row.name for row in page.now.opinions] == ["Ada", "Chen"]
    assert page.now.differing == (Factor.HARM,)
    assert page.now.differs
    assert not page.may_propose
    assert assess_page(cast.ada, case).may_propose


def test_the_page_offers_each_what_is_theirs_to_do() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(harm=3), by=cast.ada, at=NOON + HOUR)
    actions.give_opinion(case, opinion(), by=cast.chen, at=NOON + HOUR)
    actions.propose_level(case, Proposal("major", "Harm."), by=cast.ada, at=NOON + HOUR)
    assert assess_page(cast.chen, case).may_answer
    assert not assess_page(cast.ada, case).may_answer
    actions.dissent(case, "No harm.", by=cast.chen, at=NOON + HOUR)
    assert assess_page(cast.boris, case).may_decide
    assert not assess_page(cast.ada, case).may_decide


def test_the_former_assessments_are_below() -> None:
    cast = make_cast()
    case = assessed(cast)
    assert assess_page(cast.ada, case).may_anew
    actions.assess_anew(case, "Lead was found.", by=cast.ada, at=NOON + HOUR)
    page = assess_page(cast.chen, case)
    assert page.now is not None
    assert (page.now.number, page.now.occasion, len(page.earlier)) == (2, "Lead was found.", 1)
    assert len(page.earlier[0].opinions) == 2
