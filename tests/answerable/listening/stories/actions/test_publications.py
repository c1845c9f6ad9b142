"""Two publications that become one."""

import pytest

from answerable.listening.stories.actions.publications import follow_merge
from answerable.listening.stories.models import Placement, Story
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import WATER, make_story

pytestmark = pytest.mark.django_db


def test_a_story_counts_two_publications_that_became_one_once():
    story = make_story(WATER)
    one, other = list(story.placements.order_by("pk").values_list("publication", flat=True))[:2]
    assert follow_merge(one, other, at=NOON) == 1
    assert Story.objects.get().publications == 2
    assert not Placement.objects.filter(publication=other).exists()
