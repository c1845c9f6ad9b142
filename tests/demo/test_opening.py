"""The town opens in an installation, and what was replayed is known when the press is really polled."""

from datetime import UTC, datetime, timedelta

import pytest

from answerable.listening.sources.models import Item, Poll, Source
from answerable.listening.stories.jobs import group_now
from answerable.listening.stories.models import Placement, Story
from answerable.office.people import queries as people
from answerable.office.people.models import Account
from demo.loading import hours
from demo.news import two_weeks
from demo.opening import PASSWORD, Newsroom, is_open, open_house
from demo.town import CAST, ILL, SOURCES

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture
def newsroom():
    open_house(NOON - timedelta(days=14))
    room = Newsroom("http://127.0.0.1:1")
    room.take_in(NOON - timedelta(days=14))
    return room


def last_hours(count=6):
    return hours(two_weeks(NOON), NOON)[-count:]


def test_everybody_of_the_cast_signs_in_and_has_the_abilities_of_their_posts(newsroom):
    assert is_open()
    assert all(Account.objects.get(username=citizen.login).check_password(PASSWORD) for citizen in CAST)
    ada = people.actor_for(Account.objects.get(username="ada"), at=NOON)
    dana = people.actor_for(Account.objects.get(username="dana"), at=NOON)
    assert ada.may("signals.judge")
    assert not dana.may("sources.keep")


def test_hours_become_items_polls_and_stories(newsroom):
    for moment in last_hours():
        for slug, rows in moment.by_source.items():
            newsroom.publish(slug, rows, moment.at, ill_from=NOON)
    group_now(at=NOON)
    assert Source.objects.count() == len(SOURCES)
    assert Item.objects.count() > 40
    assert Placement.objects.count() == Item.objects.count()
    assert Story.objects.filter(items__gt=5).exists()
    assert set(Poll.objects.values_list("outcome", flat=True)) <= {"heard", "unchanged"}


def test_what_was_replayed_is_not_new_when_it_is_polled_again(newsroom):
    for moment in last_hours(3):
        for slug, rows in moment.by_source.items():
            newsroom.store(slug, rows, moment.at)
            before = Item.objects.count()
            newsroom.publish(slug, [row for row in rows if not row[1]], moment.at, ill_from=NOON)
            assert Item.objects.count() == before


def test_one_source_is_ill(newsroom):
    newsroom.publish(ILL, [], NOON, ill_from=NOON - timedelta(hours=1))
    assert Source.objects.get(name="城东街道").state == "failing"
    assert Poll.objects.get().status == 503
