"""Two publications that become one."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.listening.sources.actions import merge_publications
from answerable.listening.sources.models import Publication
from answerable.listening.stories.actions.publications import follow_merge
from answerable.listening.stories.jobs import group_now
from answerable.listening.stories.models import Placement, Story
from tests.answerable.listening.sources.makers import NOON, make_item, make_publication, make_source
from tests.answerable.listening.stories.makers import WATER, make_story

pytestmark = pytest.mark.django_db


def test_a_story_counts_two_publications_that_became_one_once():
    story = make_story(WATER)
    one, other = list(story.placements.order_by("pk").values_list("publication", flat=True))[:2]
    assert follow_merge(one, other, at=NOON) == 1
    assert Story.objects.get().publications == 2
    assert not Placement.objects.filter(publication=other).exists()


def test_merging_publications_in_their_room_moves_what_they_carried():
    kept, merged = make_publication(name="Daily"), make_publication(name="The Daily")
    item = make_item(source=make_source(publication=merged))
    group_now(at=NOON)
    merge_publications(kept.pk, merged.pk, by=MACHINE, at=NOON)
    assert Placement.objects.get(item=item).publication_id == kept.pk
    assert not Publication.objects.filter(pk=merged.pk).exists()
