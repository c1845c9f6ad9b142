from datetime import timedelta

import pytest
from django.db import transaction

from answerable.listening.sources import actions, queries
from tests.answerable.listening.sources.makers import NOON, make_item, make_publication, make_source

pytestmark = pytest.mark.django_db


def test_arrivals_come_in_the_order_in_which_they_were_stored():
    first = make_item(title="first", first_seen_at=NOON + timedelta(hours=1))
    second = make_item(title="second", first_seen_at=NOON)
    assert [row.item for row in queries.arrivals(10)] == [first.pk, second.pk]


def test_an_arrival_tells_whose_publication_it_was():
    make_source(publication=make_publication(name="Radio North", region="North"))
    make_item(title="A road is closed")
    (row,) = queries.arrivals(10)
    assert (row.publication_name, row.region, row.language, row.reason) == (
        "Radio North",
        "North",
        "en",
        "new",
    )


def test_the_full_text_takes_the_place_of_the_summary():
    make_item(text="A summary.", full_text="The whole article.")
    assert queries.arrivals(10)[0].text == "The whole article."


def test_a_settled_arrival_does_not_come_again():
    make_item()
    make_item()
    first, second = queries.arrivals(10)
    with transaction.atomic():
        assert actions.settle([first.id]) == 1
    assert [row.id for row in queries.arrivals(10)] == [second.id]
    assert queries.waiting_arrivals() == 1


def test_fixed_number_of_queries(django_assert_num_queries):
    for _ in range(5):
        make_item()
    with django_assert_num_queries(1):
        assert len(queries.arrivals(10)) == 5
