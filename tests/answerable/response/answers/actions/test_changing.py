"""What follows on a published answer."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.events import react
from answerable.office.review import queries as reviews
from answerable.response.answers import actions, queries
from answerable.response.answers.events import AnswerCorrected, AnswerPublished, AnswerWithdrawn
from answerable.response.answers.models import Answer, Version
from answerable.response.answers.rules.states import State
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_draft,
    make_published,
    pass_gate,
    publish,
    speaking_post,
)

FOLLOWING = (actions.correct, actions.update, actions.withdraw)


@pytest.fixture
def published(office) -> int:
    """A published answer."""
    make_published(office)
    return Answer.objects.get().pk


@pytest.mark.parametrize("begin", FOLLOWING)
def test_each_needs_a_reason_in_public_words(office, published, begin) -> None:
    with pytest.raises(Anticipated, match="public words"):
        begin(published, "  ", by=office.chen, at=LATER)


@pytest.mark.parametrize("begin", FOLLOWING)
def test_nothing_follows_on_a_draft(office, begin) -> None:
    with pytest.raises(Moved):
        begin(make_draft(office), "Why.", by=office.chen, at=LATER)


@pytest.mark.parametrize("begin", FOLLOWING)
def test_nothing_of_it_is_public_before_it_passed_the_gate(office, published, begin) -> None:
    before = queries.published_of([published])
    begin(published, "The hour was wrong.", by=office.chen, at=LATER)
    with pytest.raises(NotAllowed):
        actions.publish(published, speaking_post(), by=office.emil, at=LATER)
    assert queries.published_of([published]) == before


@pytest.mark.parametrize("begin", FOLLOWING)
def test_nothing_follows_on_a_withdrawal(office, published, begin) -> None:
    actions.withdraw(published, "All of it was wrong.", by=office.chen, at=LATER)
    publish(office, published)
    with pytest.raises(Moved):
        begin(published, "Again.", by=office.chen, at=LATER)


def test_a_withdrawn_answer_stays_listed_with_its_reason_and_its_text(office, published) -> None:
    actions.withdraw(published, "All of it was wrong.", by=office.chen, at=LATER)
    publish(office, published)
    found = queries.published_of([published])[published]
    assert (found.state, found.reason) == (State.WITHDRAWN, "All of it was wrong.")
    assert "repaired" in found.versions[0].body_html


def test_one_text_is_worked_on_at_a_time(office, published) -> None:
    actions.correct(published, "The hour.", by=office.chen, at=LATER)
    with pytest.raises(Moved, match="being worked on"):
        actions.withdraw(published, "All of it.", by=office.ada, at=LATER)


def test_a_dropped_correction_leaves_the_public_text_as_it_is(office, published) -> None:
    actions.correct(published, "The hour.", by=office.chen, at=LATER)
    actions.hand_in(published, by=office.chen, at=LATER)
    actions.drop(published, by=office.chen, at=LATER)
    assert Answer.objects.get().state == State.PUBLISHED
    assert reviews.review_of(f"answer:{published}").state == "withdrawn"
    actions.correct(published, "The hour.", by=office.chen, at=LATER)
    assert Version.objects.get(state="work").number == 3


def test_a_correction_that_passed_can_still_be_dropped(office, published) -> None:
    actions.correct(published, "The hour.", by=office.chen, at=LATER)
    pass_gate(office, published)
    actions.drop(published, by=office.chen, at=LATER)
    with pytest.raises(NotAllowed):
        actions.publish(published, speaking_post(), by=office.emil, at=LATER)


def test_updates_and_corrections_add_up_in_the_history(office, published) -> None:
    for begin, body in ((actions.update, "Half."), (actions.correct, "Nine."), (actions.update, "All.")):
        begin(published, f"Now: {body}", by=office.chen, at=LATER)
        change(office, published, body=body)
        publish(office, published)
    found = queries.published_of([published])[published]
    assert [str(version.change) for version in found.versions] == ["first", "update", "correction", "update"]
    assert found.state is State.CORRECTED
    assert "All." in found.body_html


def test_the_rooms_above_are_told_what_it_was(office) -> None:
    heard: list[str] = []
    for event in (AnswerPublished, AnswerCorrected, AnswerWithdrawn):
        react(event, lambda one: heard.append(type(one).__name__))
    make_published(office)
    answer = Answer.objects.get().pk
    for begin in FOLLOWING:
        begin(answer, "Why.", by=office.chen, at=LATER)
        publish(office, answer)
    assert heard == ["AnswerPublished", "AnswerCorrected", "AnswerPublished", "AnswerWithdrawn"]
