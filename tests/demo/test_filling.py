"""Filling looks at the end of every hour as the workers would."""

from datetime import UTC, datetime, timedelta

import pytest

from answerable.listening.stories.models import Placement, Story
from demo.filling import _look
from demo.loading import hours
from demo.news import DAYS, two_weeks
from demo.opening import Newsroom, open_house

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.mark.django_db
def test_each_look_places_all_that_has_come(settings):
    begin = NOON - timedelta(days=DAYS)
    open_house(begin)
    newsroom = Newsroom("http://127.0.0.1:1")
    newsroom.take_in(begin)
    placed = []
    for moment in hours(two_weeks(NOON), NOON)[:8]:
        for slug, rows in moment.by_source.items():
            newsroom.store(slug, rows, moment.at)
        _look(moment.at, begin=begin, until=NOON)
        placed.append(Placement.objects.count())
    assert placed == sorted(placed)
    assert placed[-1] > 30
    assert Story.objects.count() < placed[-1]
