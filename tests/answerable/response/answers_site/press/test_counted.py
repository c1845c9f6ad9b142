"""What is counted for the pages."""

from datetime import timedelta

import pytest

from answerable.response.answers.rules.states import Kind
from answerable.response.answers_site.press.counted import figures_now, looked_into, topic_named
from answerable.response.answers_site.rules.topics import key_of
from answerable.response.cases.models import Case
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.answers.makers import make_published

pytestmark = pytest.mark.django_db


def concern(office, number: int, **changes) -> int:
    fields = {
        "title": f"Concern {number}",
        "unit_id": office.unit,
        "seen_at": NOON - timedelta(hours=number),
        "opened_at": NOON,
        "matter": "Water",
        **changes,
    }
    return Case.objects.create(**fields).pk


def test_concerns_without_any_answer_are_in_the_denominator(office):
    first = concern(office, 1, level="major")
    for number in range(2, 6):
        concern(office, number, level="major")
    make_published(office, cases=(first,))
    row = figures_now().rows[0]
    assert (row.level, row.first.done, row.first.of, row.first.median) == ("major", 1, 5, None)


def test_a_first_release_is_a_first_word_and_no_answer(office):
    case = concern(office, 1)
    make_published(office, kind=Kind.FIRST_RELEASE, cases=(case,))
    total = figures_now().total
    assert (total.first.done, total.answered.done, total.answered.of) == (1, 0, 1)


def test_a_concern_that_was_answered_is_no_longer_looked_into(office):
    case = concern(office, 1)
    make_published(office, kind=Kind.FIRST_RELEASE, cases=(case,), title="We look into it")
    assert [row.title for row in looked_into("en")] == ["We look into it"]
    make_published(office, cases=(case,))
    assert looked_into("en") == ()


def test_a_topic_is_found_by_its_address(office):
    make_published(office)
    assert topic_named("en", key_of("Water supply")) == "Water supply"
    assert topic_named("en", "water-supply-000000") is None
