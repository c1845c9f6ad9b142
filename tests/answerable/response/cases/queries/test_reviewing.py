"""Reviews and their actions as pages show them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.kernel.errors import NotFound
from answerable.response.cases import actions
from answerable.response.cases.actions import ActionDraft, Lessons
from answerable.response.cases.queries.reviewing import review_page, reviews
from answerable.response.cases.rules.course import Happened
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, closed, make_cast

pytestmark = pytest.mark.django_db
LATER = NOON + 40 * HOUR


def held(cast, review: int, *owners) -> None:
    """A review with an action for each owner."""
    given = tuple(ActionDraft("Do it.", min(owner.posts), LATER + 99 * HOUR) for owner in owners)
    actions.hold_review(review, Lessons("Log.", "Sunday.", "", "Ada", given), by=cast.ada, at=LATER)


def test_the_course_stays_as_it_was_when_the_review_was_held() -> None:
    cast = make_cast()
    case, review = closed(cast)
    held(cast, review)
    before = review_page(cast.ada, review, at=LATER).steps
    actions.reopen(case, "Brown again.", by=cast.boris, at=LATER + HOUR)
    actions.acknowledge(case, "On the site.", by=cast.ada, at=LATER + HOUR)
    assert review_page(cast.ada, review, at=LATER + 2 * HOUR).steps == before
    assert Happened.ACKNOWLEDGED not in {step.happened for step in before}


def test_an_owner_of_another_unit_sees_the_review_and_may_finish_only_their_own() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    with pytest.raises(NotFound):
        review_page(cast.fang, review, at=LATER)
    held(cast, review, cast.fang, cast.chen)
    page = review_page(cast.fang, review, at=LATER)
    assert {action.unit: action.may_finish for action in page.actions} == {"Repair": True, "Supply": False}
    assert (page.may_hold, page.may_add, page.may_close) == (False, False, False)
    assert page.waiting == 2


def test_what_can_be_done_follows_state_and_post() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    assert review_page(cast.chen, review, at=LATER).may_hold
    held(cast, review, cast.chen)
    assert not review_page(cast.chen, review, at=LATER).may_close
    leads = review_page(cast.boris, review, at=LATER)
    assert (leads.may_hold, leads.may_add, leads.may_close) == (False, True, True)


def test_its_clock_and_those_of_its_actions_are_shown(rules_in_force: None) -> None:
    cast = make_cast()
    _case, review = closed(cast)
    clock = review_page(cast.ada, review, at=LATER).clock
    assert clock is not None
    assert clock.stage == "after_action_review"
    held(cast, review, cast.chen)
    page = review_page(cast.ada, review, at=LATER)
    assert page.clock is None
    assert page.actions[0].clock is not None


def test_the_list_takes_two_queries_and_shows_what_is_due_first() -> None:
    cast = make_cast()
    _case, first = closed(cast)
    held(cast, first, cast.chen)
    _other, due = closed(cast)
    with CaptureQueriesContext(connection) as taken:
        rows = reviews(cast.ada)
    assert [row.id for row in rows] == [due, first]
    assert (rows[1].actions, rows[1].waiting) == (1, 1)
    assert len(taken) == 2
    assert reviews(cast.fang) == ()
