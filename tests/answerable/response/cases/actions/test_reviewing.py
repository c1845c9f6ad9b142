"""The look back is kept, its actions have owners and end, and it may propose a change of the plan."""

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import queries as clocks
from answerable.office.notices.models import Notice
from answerable.response.cases import actions
from answerable.response.cases.actions import ActionDraft, Lessons
from answerable.response.cases.events import PlanChangeProposed
from answerable.response.cases.models import AfterActionReview, ReviewAction
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, closed, make_cast

pytestmark = pytest.mark.django_db
LATER = NOON + 40 * HOUR


def lessons(cast, **changes) -> Lessons:
    """What was said, with one action for Chen's post."""
    action = ActionDraft("Put a tap for samples in the east.", min(cast.chen.posts), LATER + 100 * HOUR)
    said = {
        "helped": "The laboratory answered in an hour.",
        "hindered": "Nobody was on duty on Sunday.",
        "plan_change": "Clause 12: also on Sundays.",
        "who": "Boris, Ada, Chen",
        "actions": (action,),
    }
    return Lessons(**{**said, **changes})


def test_a_held_review_keeps_the_course_and_proposes_the_change(monkeypatch) -> None:
    told = []
    monkeypatch.setitem(events._reactions, PlanChangeProposed, [told.append])
    cast = make_cast()
    case, review = closed(cast)
    actions.hold_review(review, lessons(cast), by=cast.ada, at=LATER)
    row = AfterActionReview.objects.get(pk=review)
    assert (row.state, row.held_by, row.held_at) == ("actions_open", "Boris, Ada, Chen", LATER)
    assert [step["happened"] for step in row.timeline][:2] == ["seen", "opened"]
    assert {"answer", "level", "closed"} <= {step["happened"] for step in row.timeline}
    assert told == [PlanChangeProposed("Clause 12: also on Sundays.", case, LATER)]


def test_no_change_is_proposed_where_none_was_said(monkeypatch) -> None:
    told = []
    monkeypatch.setitem(events._reactions, PlanChangeProposed, [told.append])
    cast = make_cast()
    _case, review = closed(cast)
    actions.hold_review(review, lessons(cast, plan_change="", actions=()), by=cast.ada, at=LATER)
    assert told == []
    assert AfterActionReview.objects.get(pk=review).state == "held"


def test_the_clock_of_a_review_ends_when_it_is_held(rules_in_force: None) -> None:
    cast = make_cast()
    _case, review = closed(cast)
    actions.hold_review(review, lessons(cast), by=cast.ada, at=LATER)
    (clock,) = clocks.clocks_of(f"casereview:{review}", at=LATER)
    assert clock.state not in ("running", "breached")


def test_the_owner_of_an_action_is_told_and_finishes_it() -> None:
    cast = make_cast()
    case, review = closed(cast)
    actions.hold_review(review, lessons(cast), by=cast.ada, at=LATER)
    action = ReviewAction.objects.get()
    told = Notice.objects.filter(key=f"case:{case}:action:{action.pk}").values_list("person__name", flat=True)
    assert list(told) == ["Chen"]
    with pytest.raises(Anticipated, match="not done"):
        actions.close_review(review, by=cast.boris, at=LATER)
    assert actions.finish_action(action.pk, "Built.", by=cast.chen, at=LATER + HOUR) == review
    actions.close_review(review, by=cast.boris, at=LATER + 2 * HOUR)
    assert AfterActionReview.objects.get(pk=review).state == "closed"


def test_an_action_of_another_unit_s_post_is_finished_by_its_holder() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    given = ActionDraft("Flush the mains in March.", min(cast.fang.posts), LATER + 100 * HOUR)
    actions.hold_review(review, lessons(cast, actions=(given,)), by=cast.ada, at=LATER)
    action = ReviewAction.objects.get().pk
    actions.finish_action(action, "Done.", by=cast.fang, at=LATER)
    with pytest.raises(Moved):
        actions.finish_action(action, "Again.", by=cast.fang, at=LATER)


def test_a_review_is_held_once() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    actions.hold_review(review, lessons(cast), by=cast.ada, at=LATER)
    with pytest.raises(Moved):
        actions.hold_review(review, lessons(cast), by=cast.ada, at=LATER)


def test_actions_are_added_to_what_was_held_only() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    given = ActionDraft("Flush.", min(cast.chen.posts), LATER + HOUR)
    with pytest.raises(Moved):
        actions.add_action(review, given, by=cast.ada, at=LATER)
    actions.hold_review(review, lessons(cast, actions=()), by=cast.ada, at=LATER)
    actions.add_action(review, given, by=cast.ada, at=LATER)
    assert AfterActionReview.objects.get(pk=review).state == "actions_open"


def test_an_action_without_an_owner_or_with_a_past_day_is_refused() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    with pytest.raises(Anticipated, match="needs an owner"):
        actions.hold_review(
            review,
            lessons(cast, actions=(ActionDraft("Flush.", 999_999, LATER + HOUR),)),
            by=cast.ada,
            at=LATER,
        )
    late = ActionDraft("Flush.", min(cast.chen.posts), LATER)
    with pytest.raises(Anticipated, match="passed already"):
        actions.hold_review(review, lessons(cast, actions=(late,)), by=cast.ada, at=LATER)
    assert AfterActionReview.objects.get(pk=review).state == "due"


def test_both_halves_of_the_look_back_are_needed() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    with pytest.raises(Anticipated, match="what helped"):
        actions.hold_review(review, lessons(cast, helped=" "), by=cast.ada, at=LATER)
    with pytest.raises(Anticipated, match="what did not"):
        actions.hold_review(review, lessons(cast, hindered=""), by=cast.ada, at=LATER)


def test_only_somebody_who_leads_closes_a_review() -> None:
    cast = make_cast()
    _case, review = closed(cast)
    actions.hold_review(review, lessons(cast, actions=()), by=cast.ada, at=LATER)
    with pytest.raises(NotAllowed):
        actions.close_review(review, by=cast.chen, at=LATER)
