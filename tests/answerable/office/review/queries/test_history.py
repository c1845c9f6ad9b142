"""What became of a text at its gate, and whether it passed."""

import pytest

from answerable.kernel.errors import NotAllowed
from answerable.office.review import actions, queries
from answerable.office.review.rules import hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import TEXT, hand_in, take


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda office: None, "Hand it in"),
        (hand_in, "First reading is missing"),
        (lambda office: take(hand_in(office), office.ada), "Second reading is missing"),
        (lambda office: hand_in(office, text="other", content_hash=hash_of("other")), "another text"),
        (lambda office: actions.send_back(hand_in(office), "No.", by=office.ada, at=NOON), "Hand it in"),
    ],
)
def test_what_is_missing_is_named(office, prepare, words) -> None:
    prepare(office)
    with pytest.raises(NotAllowed, match=words):
        queries.require_passage("answer:1", hash_of(TEXT))


def test_the_history_shows_every_step_that_was_taken(office) -> None:
    review = hand_in(office)
    take(review, office.ada)
    new = TEXT + "More.\n"
    actions.content_changed("answer:1", hash_of(new), by=office.chen, at=NOON, text=new)
    [(row, steps)] = queries.history_of("answer:1")
    assert row.id == review
    assert [(step.person, str(step.state)) for step in steps] == [("Ada", "void")]


def test_states_of_many_subjects_take_one_query(office, django_assert_num_queries) -> None:
    for number in range(5):
        hand_in(office, subject=f"answer:{number}")
    with django_assert_num_queries(1):
        assert len(queries.reviews_of_many(f"answer:{number}" for number in range(9))) == 5


def test_one_reading_answers_where_it_stands_what_was_done_and_whether_it_passed(
    office, django_assert_num_queries
) -> None:
    review = hand_in(office)
    with django_assert_num_queries(1):
        told = queries.reviewed("answer:1")
        assert (told.latest.id, told.history[0][1], told.passage(hash_of(TEXT))) == (review, (), None)
    for reader in (office.ada, office.boris, office.emil):
        take(review, reader)
    told = queries.reviewed("answer:1")
    assert told.passage(hash_of(TEXT)).review == review
    assert told.passage(hash_of("other")) is None
    assert queries.reviewed("answer:2").latest is None
