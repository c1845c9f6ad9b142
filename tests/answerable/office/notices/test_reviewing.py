"""Who is told what of a review."""

import pytest
from django.utils import translation

from answerable.office.notices.models import Notice
from answerable.office.review import actions
from answerable.office.review.rules import hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import TEXT, Office, hand_in, make_office, take


@pytest.fixture
def office(db) -> Office:
    """The body and its cast."""
    translation.activate("en")
    return make_office()


def told(person: int) -> list[str]:
    """Subjects of somebody's notices, the oldest first."""
    rows = Notice.objects.filter(person=person, kind="review").order_by("pk")
    return [row.texts["en"][0] for row in rows]


def test_the_next_reader_is_told_once_and_the_author_at_the_end(office) -> None:
    review = hand_in(office)
    assert told(office.ada.person) == ["First reading: No water in Mill Lane"]
    take(review, office.ada)
    assert told(office.emil.person) == [
        "First reading: No water in Mill Lane",
        "Second reading: No water in Mill Lane",
    ]
    assert told(office.ada.person) == ["First reading: No water in Mill Lane"]
    take(review, office.emil)
    take(review, office.boris)
    assert told(office.chen.person) == ["Passed: No water in Mill Lane"]


def test_a_reader_whose_approval_became_void_is_told(office) -> None:
    review = hand_in(office)
    take(review, office.ada)
    new = TEXT + "More.\n"
    actions.content_changed("answer:1", hash_of(new), by=office.chen, at=NOON, text=new)
    assert "Changed after your reading: No water in Mill Lane" in told(office.ada.person)


def test_the_author_is_told_why_a_text_came_back(office) -> None:
    actions.send_back(hand_in(office), "The hour is wrong.", by=office.ada, at=NOON)
    notice = Notice.objects.get(person=office.chen.person)
    assert notice.texts["zh"] == ["退回修改：No water in Mill Lane", "The hour is wrong."]
    assert notice.link.startswith("/reviews/")
