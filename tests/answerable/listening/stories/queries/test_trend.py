"""How much was read by the hour."""

from datetime import timedelta

import pytest

from answerable.listening.stories.models import Placement
from answerable.listening.stories.queries.trend import items_by_hour
from tests.answerable.listening.sources.makers import NOON, make_publication
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SPAN = {"since": NOON, "until": NOON + 24 * HOUR}


def test_items_are_counted_in_the_hour_they_came_and_hours_without_any_are_left_out():
    make_story(WATER)
    make_story(BRIDGE, at=NOON + HOUR)
    assert items_by_hour(**SPAN) == {NOON: 1, NOON + HOUR: 2, NOON + 2 * HOUR: 2}


def test_an_hour_belongs_to_the_span_it_begins_in():
    make_story(WATER)
    assert items_by_hour(since=NOON + HOUR, until=NOON + 2 * HOUR) == {NOON + HOUR: 1}


def test_one_publication_or_one_language_is_counted_alone():
    make_story(WATER)
    second = make_publication(name="Northfield Post").pk
    assert items_by_hour(**SPAN, publication=second) == {NOON + HOUR: 1}
    Placement.objects.filter(publication=second).update(language="zh")
    assert items_by_hour(**SPAN, language="zh") == {NOON + HOUR: 1}


def test_it_is_one_query_whatever_was_read(django_assert_num_queries):
    make_story(WATER)
    with django_assert_num_queries(1):
        items_by_hour(**SPAN)
