"""Figures counted anew from placements."""

from datetime import timedelta

import pytest

from answerable.listening.stories.actions.recounting import recount, refresh_trends
from answerable.listening.stories.models import Story
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import WATER, group, make_story, publish

pytestmark = pytest.mark.django_db


def test_a_day_without_items_lets_a_story_fade():
    for number in range(8):
        publish(f"{WATER[0]} ({number})", paper=f"Paper {number}", at=NOON)
    group()
    story = Story.objects.order_by("-items").first()
    assert story.trend == "emerging"
    refresh_trends(at=NOON + timedelta(hours=30))
    story.refresh_from_db()
    assert (story.trend, story.recent) == ("fading", 0)


def test_counting_again_changes_nothing_that_was_right():
    story = make_story(WATER)
    before = Story.objects.values().get(pk=story.pk)
    recount([story.pk], at=NOON + timedelta(hours=3))
    assert Story.objects.values().get(pk=story.pk) == before


def test_languages_and_regions_stand_in_lines_the_most_frequent_first():
    story = make_story(WATER)
    story.placements.update(language="en", region="North")
    story.placements.filter(pk=story.headline_id).update(language="zh", region="South")
    recount([story.pk], at=NOON)
    story.refresh_from_db()
    assert (story.languages, story.regions) == ("\nen\nzh\n", "\nNorth\nSouth\n")
