"""A small office asks a reader of another unit in."""

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.review import actions, queries
from answerable.office.review.models import Step
from answerable.office.review.rules import hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import TEXT, hand_in, take


def first_step(review: int) -> int:
    """The step whose turn it is."""
    return Step.objects.get(review=review, order=0).pk


def test_a_reader_of_another_unit_passes_a_lent_step_with_reason_and_both_names(office) -> None:
    review = hand_in(office)
    actions.borrow(review, first_step(review), office.dana.person, "Two are ill.", by=office.chen, at=NOON)
    take(review, office.dana)
    take(review, office.ada)
    take(review, office.boris)
    step = queries.require_passage("answer:1", hash_of(TEXT)).steps[0]
    assert (step.person, step.lent_by, step.lent_reason) == ("Dana", "Chen", "Two are ill.")


def test_without_being_asked_in_a_reader_of_another_unit_sees_nothing(office) -> None:
    review = hand_in(office)
    with pytest.raises(Exception, match="no such review"):
        take(review, office.dana)


def test_a_lent_step_is_no_longer_for_the_others(office) -> None:
    review = hand_in(office)
    actions.borrow(review, first_step(review), office.dana.person, "Two are ill.", by=office.chen, at=NOON)
    with pytest.raises(NotAllowed, match="asked in"):
        take(review, office.ada)


def test_a_reason_is_needed(office) -> None:
    review = hand_in(office)
    with pytest.raises(Anticipated, match="why"):
        actions.borrow(review, first_step(review), office.dana.person, " ", by=office.chen, at=NOON)


def test_somebody_within_reach_is_not_borrowed_and_no_author_is(office) -> None:
    review = hand_in(office)
    for person in (office.ada.person, office.chen.person):
        with pytest.raises(NotAllowed):
            actions.borrow(review, first_step(review), person, "Why not.", by=office.chen, at=NOON)


def test_a_borrowed_reader_still_needs_the_post_that_the_step_asks_for(office) -> None:
    review = hand_in(office)
    final = Step.objects.get(review=review, order=2).pk
    with pytest.raises(NotAllowed):
        actions.borrow(review, final, office.dana.person, "Boris is away.", by=office.chen, at=NOON)


def test_a_reader_does_not_lend_steps(office) -> None:
    review = hand_in(office)
    with pytest.raises(NotAllowed):
        actions.borrow(review, first_step(review), office.dana.person, "I am busy.", by=office.emil, at=NOON)


def test_an_edit_keeps_whom_a_step_was_lent_to(office) -> None:
    review = hand_in(office)
    actions.borrow(review, first_step(review), office.dana.person, "Two are ill.", by=office.chen, at=NOON)
    new = TEXT + "More.\n"
    actions.content_changed("answer:1", hash_of(new), by=office.chen, at=NOON, text=new)
    take(review, office.dana, text=new)
    assert queries.review_page(office.dana, review, at=NOON).review.passed == 1
