"""The morning: gathered from every wing, through each wing's own door."""

from datetime import timedelta

import pytest

from answerable.home import queries
from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed
from answerable.listening.sources.models import Source
from answerable.listening.sources.rules.states import State
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import make_source
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story
from tests.answerable.office.people.makers import actor_of, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return clock.now()


@pytest.fixture
def ada(now):
    return actor_of(make_member("Ada", PostKind.OFFICE), now)


def test_a_new_installation_is_known_as_one(ada, now):
    assert queries.morning(ada, at=now).is_new


def test_a_source_that_has_brought_nothing_yet_ends_the_welcome(ada, now):
    make_source()
    assert not queries.morning(ada, at=now).is_new


def test_stories_since_the_last_look_and_ill_sources_are_told(ada, now):
    make_story(WATER, at=now - timedelta(hours=5))
    ill = make_source(state=State.FAILING, state_since=now - timedelta(hours=2))
    found = queries.morning(ada, at=now)
    assert [row.title for row in found.stories.new] == [WATER[0]]
    assert [one.source for one in found.ill] == [ill.pk]
    assert found.sources_total == Source.objects.count()


def test_nobody_without_the_ability_gets_a_morning(now):
    with pytest.raises(NotAllowed):
        queries.morning(Actor(kind="person", name="Guest"), at=now)


def test_it_takes_no_more_queries_for_more_of_everything(ada, now, django_assert_max_num_queries):
    for number in range(4):
        make_story(tuple(f"{title} {number}" for title in WATER), at=now - timedelta(hours=number))
        make_source(state=State.FAILING)
    make_story(BRIDGE, at=now)
    with django_assert_max_num_queries(6):
        queries.morning(ada, at=now)
