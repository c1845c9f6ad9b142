"""A stream made anew after an upgrade: nothing that was placed moves, persons' words hold."""

import pytest

from answerable.listening.stories.actions import keeping, merge_stories, split_story
from answerable.listening.stories.actions.rewarming import rewarm
from answerable.listening.stories.models import Placement, Story, StreamState
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import BRIDGE, WATER, ada, group, make_story, publish

pytestmark = pytest.mark.django_db


def upgraded():
    """What a new version finds: a state that it cannot read, and an empty memory."""
    StreamState.objects.update(snapshot=b"the state of another version")
    keeping.MEMORY.let_go()


def test_an_unreadable_state_is_made_anew_and_stories_go_on():
    water = make_story(WATER)
    group()
    keeping.take_lease("one", at=NOON)
    keeping.take_snapshot(keeping.stream_now(), lease="one", at=NOON)
    keeping.give_back_lease("one")
    before = list(Placement.objects.order_by("pk").values_list("pk", "story"))
    upgraded()
    late = publish("Mill Lane homes lose water after burst main, again", at=NOON)
    group()
    assert list(Placement.objects.exclude(pk=late.pk).order_by("pk").values_list("pk", "story")) == before
    assert Placement.objects.get(pk=late.pk).story == water


def test_what_persons_decided_is_told_to_the_new_stream():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    last = water.placements.order_by("-pk").first()
    merge_stories(bridge.pk, [water.pk], by=ada(), at=NOON)
    split_story(bridge.pk, [last.pk], by=ada(), at=NOON)
    stream = rewarm()
    for story in Story.objects.filter(items__gt=0):
        numbers = {stream.story_of(str(pk)) for pk in story.placements.values_list("pk", flat=True)}
        assert numbers == {Story.objects.get(pk=story.pk).number}
    assert Story.objects.filter(items__gt=0).count() == 2


def test_an_empty_installation_gets_an_empty_stream():
    keeping.take_lease("one", at=NOON)
    assert len(rewarm()) == 0
