"""How much was read by the hour."""

from datetime import timedelta

import pytest

from answerable.listening.stories.models import Placement, Story
from answerable.listening.stories.queries.trend import (
    growing_now,
    items_by_hour,
    publications_read,
    read_between,
)
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


def test_publications_stand_with_the_span_before():
    make_story(WATER)
    make_story(BRIDGE, at=NOON + 24 * HOUR)
    rows = {
        row.name: (row.items, row.before)
        for row in publications_read(since=NOON + 24 * HOUR, until=NOON + 48 * HOUR)
    }
    assert rows == {"Harbour Evening News": (1, 1), "Northfield Post": (1, 1)}
    assert [row.items for row in publications_read(**SPAN, most=1)] == [1]


def test_a_span_names_the_stories_that_most_publications_carried_in_it(django_assert_num_queries):
    bridge, water = make_story(BRIDGE), make_story(WATER, at=NOON + HOUR)
    with django_assert_num_queries(2):
        found = read_between(**SPAN)
    assert (found.items, found.publications, found.told, found.begun) == (5, 3, 2, 2)
    assert [(row.id, row.publications, row.items) for row in found.stories] == [
        (water.pk, 3, 3),
        (bridge.pk, 2, 2),
    ]


def test_a_story_that_began_before_the_span_is_told_as_going_on_and_counted_by_what_came_in_it():
    water = make_story(WATER)
    (row,) = read_between(since=NOON + HOUR, until=NOON + 24 * HOUR).stories
    assert (row.id, row.items, row.is_new) == (water.pk, 2, False)


def test_a_span_without_items_has_no_stories():
    assert read_between(**SPAN).stories == ()


def test_the_story_that_grows_most_is_named_and_a_quiet_house_names_none(django_assert_num_queries):
    assert (growing_now().total, growing_now().id) == (0, 0)
    water, bridge = make_story(WATER), make_story(BRIDGE)
    Story.objects.filter(pk=water.pk).update(trend="growing", recent=3)
    Story.objects.filter(pk=bridge.pk).update(trend="emerging", recent=2)
    with django_assert_num_queries(1):
        found = growing_now()
    assert (found.total, found.id, found.title) == (2, water.pk, Story.objects.get(pk=water.pk).title)
