"""Reading reviews: what waits for whom, what is missing, what changed since the last look."""

import pytest

from answerable.kernel.errors import NotFound
from answerable.office.review import actions, queries
from answerable.office.review.rules import hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import TEXT, hand_in, take


def waiting(actor) -> list[str]:
    """Titles of what waits for somebody."""
    return [row.title for row in queries.waiting_for(actor, at=NOON)]


def test_a_text_waits_for_those_who_may_take_its_step(office) -> None:
    review = hand_in(office)
    assert waiting(office.ada) == ["No water in Mill Lane"]
    assert waiting(office.chen) == waiting(office.dana) == []
    take(review, office.ada)
    assert waiting(office.ada) == []
    assert waiting(office.boris) == ["No water in Mill Lane"]


def test_the_author_sees_where_the_text_stands(office) -> None:
    take(hand_in(office), office.ada)
    page = queries.my_reviews(office.chen, at=NOON)
    assert [(row.step, row.passed, row.steps) for row in page.running] == [("Second reading", 1, 3)]


def test_a_reader_sees_what_changed_since_the_last_look(office) -> None:
    review = hand_in(office)
    take(review, office.ada)
    new = TEXT.replace("six", "eight")
    actions.content_changed("answer:1", hash_of(new), by=office.chen, at=NOON, text=new)
    assert queries.review_page(office.ada, review, at=NOON).read_before.text == TEXT
    assert queries.review_page(office.emil, review, at=NOON).read_before is None


def test_a_reader_sees_what_changed_since_an_earlier_review(office) -> None:
    actions.note_reading(first := hand_in(office), by=office.ada, at=NOON)
    actions.send_back(first, "The hour is wrong.", by=office.ada, at=NOON)
    new = TEXT.replace("six", "eight")
    second = hand_in(office, text=new, content_hash=hash_of(new))
    assert queries.review_page(office.ada, second, at=NOON).read_before.text == TEXT


def test_a_review_out_of_reach_is_not_there(office) -> None:
    with pytest.raises(NotFound):
        queries.review_page(office.dana, hand_in(office), at=NOON)


def test_what_waits_takes_the_same_queries_for_one_and_for_many(office, django_assert_num_queries) -> None:
    for number in range(8):
        hand_in(office, subject=f"answer:{number}")
    with django_assert_num_queries(2):
        assert len(queries.waiting_for(office.ada, at=NOON)) == 8
