"""Handing in, changing a text while it is read, taking it back."""

import pytest

from answerable.kernel.errors import Moved, NotAllowed
from answerable.kernel.events import react
from answerable.office.review import actions, queries
from answerable.office.review.events import StepsVoided, StepWaits
from answerable.office.review.models import Review
from answerable.office.review.rules import State, StepState, hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import TEXT, hand_in, take

OTHER = TEXT.replace("six", "eight")


@pytest.fixture
def news() -> list[object]:
    """What the room publishes."""
    heard: list[object] = []
    react(StepWaits, heard.append)
    react(StepsVoided, heard.append)
    return heard


def change(office, text: str = OTHER, by=None) -> bool:
    """Change the text that is being read."""
    return actions.content_changed(
        "answer:1", hash_of(text), by=by or office.chen, at=NOON, text=text, title="No water"
    )


def test_whoever_may_take_the_first_step_is_told(office, news) -> None:
    hand_in(office)
    told = next(one for one in news if isinstance(one, StepWaits))
    assert set(told.people) == {office.ada.person, office.boris.person, office.emil.person}


def test_one_subject_is_reviewed_once_at_a_time(office) -> None:
    hand_in(office)
    with pytest.raises(Moved):
        hand_in(office)


def test_a_hash_of_another_text_is_refused(office) -> None:
    with pytest.raises(ValueError, match="hash"):
        hand_in(office, content_hash=hash_of("another"))


def test_an_edit_voids_every_approval_and_leaves_it_to_be_seen(office, news) -> None:
    review = hand_in(office)
    take(review, office.ada)
    take(review, office.emil)
    assert change(office)
    page = queries.review_page(office.ada, review, at=NOON)
    assert [step.state for step in page.steps] == [StepState.WAITING] * 3
    assert [(step.person, step.state) for step in page.earlier] == [
        ("Ada", StepState.VOID),
        ("Emil", StepState.VOID),
    ]
    voided = next(one for one in news if isinstance(one, StepsVoided))
    assert set(voided.people) == {office.ada.person, office.emil.person}


def test_an_edit_after_the_gate_opens_the_review_again(office) -> None:
    review = hand_in(office)
    for reader in (office.ada, office.emil, office.boris):
        take(review, reader)
    assert queries.passage("answer:1", hash_of(TEXT)) is not None
    assert change(office)
    assert queries.passage("answer:1", hash_of(TEXT)) is None
    assert queries.review_of("answer:1").state is State.OPEN


def test_going_back_to_the_old_text_brings_no_approval_back(office) -> None:
    review = hand_in(office)
    for reader in (office.ada, office.emil, office.boris):
        take(review, reader)
    change(office)
    change(office, TEXT)
    assert queries.passage("answer:1", hash_of(TEXT)) is None


def test_the_same_text_changes_nothing(office) -> None:
    review = hand_in(office)
    take(review, office.ada)
    assert not change(office, TEXT)
    assert queries.review_page(office.emil, review, at=NOON).review.passed == 1


def test_a_reader_who_edits_becomes_an_author_and_reads_no_more(office) -> None:
    review = hand_in(office)
    change(office, by=office.ada)
    with pytest.raises(NotAllowed, match="had a hand"):
        take(review, office.ada, text=OTHER)


def test_only_authors_take_a_text_back(office) -> None:
    review = hand_in(office)
    with pytest.raises(NotAllowed):
        actions.withdraw(review, by=office.ada, at=NOON)
    actions.withdraw(review, by=office.chen, at=NOON)
    assert Review.objects.get().state == State.WITHDRAWN
    assert not change(office)
