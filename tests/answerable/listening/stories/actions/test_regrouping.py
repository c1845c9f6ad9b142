"""Merging, splitting and taking back by a person: at once in the tables, in the trail, undone by one move."""

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.trail.queries import entries_of
from answerable.listening.stories.actions import merge_stories, split_story, undo_regrouping
from answerable.listening.stories.events import StoriesRegrouped
from answerable.listening.stories.models import Placement, Regrouping, Story
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import BRIDGE, WATER, ada, chen, group, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def water():
    return make_story(WATER)


@pytest.fixture
def bridge(water):
    return make_story(BRIDGE)


def counts(story):
    return Story.objects.values_list("items", "publications").get(pk=story.pk)


def test_a_merge_moves_everything_at_once_and_counts_again(water, bridge):
    merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    bridge.refresh_from_db()
    assert counts(water)[0] == 5
    assert (bridge.items, bridge.merged_into) == (0, water)
    assert entries_of(f"story:{bridge.pk}")[0].payload["into"] == water.pk


def test_a_regrouping_tells_the_worker(water, bridge, monkeypatch):
    told = []
    monkeypatch.setitem(events._reactions, StoriesRegrouped, [told.append])
    merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    assert [(event.before, event.after, event.told) for event in told] == [(bridge.pk, water.pk, False)]


def test_a_story_is_not_merged_with_itself_nor_with_nothing(water):
    for others in ([], [water.pk]):
        with pytest.raises(Anticipated):
            merge_stories(water.pk, others, by=ada(), at=NOON)


def test_a_story_that_is_gone_or_was_merged_is_not_merged_again(water, bridge):
    with pytest.raises(NotFound):
        merge_stories(water.pk, [999], by=ada(), at=NOON)
    merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    with pytest.raises(Moved):
        merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)


def test_a_split_needs_some_items_and_leaves_some(water):
    everything = list(water.placements.values_list("pk", flat=True))
    for chosen in ([], everything):
        with pytest.raises(Anticipated):
            split_story(water.pk, chosen, by=ada(), at=NOON)
    with pytest.raises(Moved):
        split_story(water.pk, [987_654], by=ada(), at=NOON)
    assert Story.objects.count() == 1


def test_a_merge_is_taken_back_and_holds_after_the_stream_was_told(water, bridge):
    [done] = merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    group()
    undo_regrouping(done, by=ada(), at=NOON)
    group()
    bridge.refresh_from_db()
    assert (counts(water)[0], bridge.items, bridge.merged_into) == (3, 2, None)
    assert not Regrouping.objects.filter(told_at=None).exists()


def test_a_split_is_taken_back(water):
    last = water.placements.order_by("-pk").first()
    done = split_story(water.pk, [last.pk], by=ada(), at=NOON)
    group()
    undo_regrouping(done, by=ada(), at=NOON)
    group()
    parted = Regrouping.objects.get(pk=done).after
    assert (counts(water)[0], parted.items, parted.merged_into) == (3, 0, water)


def test_nothing_is_taken_back_twice(water, bridge):
    [done] = merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    undo_regrouping(done, by=ada(), at=NOON)
    with pytest.raises(Moved):
        undo_regrouping(done, by=ada(), at=NOON)
    with pytest.raises(NotFound):
        undo_regrouping(999, by=ada(), at=NOON)


def test_who_only_reads_regroups_nothing(water, bridge):
    with pytest.raises(NotAllowed):
        merge_stories(water.pk, [bridge.pk], by=chen(), at=NOON)
    with pytest.raises(NotAllowed):
        split_story(water.pk, [1], by=chen(), at=NOON)
    with pytest.raises(NotAllowed):
        undo_regrouping(1, by=chen(), at=NOON)
    assert Placement.objects.filter(story=water).count() == 3
