"""Placing arrivals: everything once, whatever is killed when."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Moved
from answerable.listening.sources.models import Arrival, Item
from answerable.listening.stories.actions import keeping, merge_stories, split_story
from answerable.listening.stories.actions.grouping import place_arrivals
from answerable.listening.stories.events import ItemsPlaced
from answerable.listening.stories.models import Placement, Story, StreamState, StreamStep
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import BRIDGE, WATER, ada, group, make_story, publish

pytestmark = pytest.mark.django_db


def placed():
    """Where everything lies, in the words of the tables."""
    return list(Placement.objects.order_by("pk").values_list("pk", "story__number", "fold_of", "kind", "seq"))


def test_items_about_one_matter_share_a_story_and_others_do_not():
    water, bridge = make_story(WATER), make_story(BRIDGE, at=NOON + timedelta(hours=1))
    assert water != bridge
    assert set(water.placements.values_list("item__title", flat=True)) == set(WATER)
    assert set(bridge.placements.values_list("item__title", flat=True)) == set(BRIDGE)


def test_a_story_counts_its_items_copies_and_publications():
    publish(WATER[0], text="The water company says that a main broke at dawn and crews are on site." * 3)
    publish(
        WATER[0],
        text="The water company says that a main broke at dawn and crews are on site." * 3,
        paper="Northfield Post",
        at=NOON + timedelta(minutes=5),
    )
    group()
    story = Story.objects.get()
    assert (story.items, story.folds, story.publications) == (2, 1, 2)
    assert story.title == WATER[0]
    assert story.first_at == NOON
    assert story.last_at == NOON + timedelta(minutes=5)


def test_a_placement_says_why_in_figures_that_a_person_can_check():
    story = make_story(WATER)
    joined = story.placements.filter(kind="join").first()
    assert joined.why["score"] >= joined.why["threshold"] > 0
    assert joined.why["neighbour"]
    assert joined.why["shared"]


def test_placing_settles_the_outbox_and_tells_the_rooms_above(monkeypatch):
    told = []
    monkeypatch.setitem(events._reactions, ItemsPlaced, [told.append])
    publish(WATER[0])
    group()
    assert not Arrival.objects.exists()
    assert [(event.items, len(event.opened)) for event in told] == [(1, 1)]


def test_an_edited_item_keeps_its_place_and_its_story_reads_anew():
    story = make_story(WATER[:1])
    item = Item.objects.get()
    Item.objects.filter(pk=item.pk).update(title="Harbour bridge closes for repairs", version=2)
    Arrival.objects.create(item=item, version=2, reason="edit", arrived_at=NOON)
    group()
    placement = Placement.objects.get()
    assert (placement.story, placement.version) == (story, 2)
    assert Story.objects.get().title == "Harbour bridge closes for repairs"


def test_a_fresh_process_goes_on_as_if_nothing_had_happened():
    for number in range(30):
        publish(f"{WATER[number % 3]} ({number})", at=NOON + timedelta(minutes=number))
    assert keeping.take_lease("one", at=NOON)
    for _batch in range(3):
        place_arrivals(lease="one", limit=10, at=NOON)
    before, digest = placed(), keeping.stream_now().stream.digest()
    keeping.MEMORY.let_go()
    assert keeping.stream_now().stream.digest() == digest
    assert placed() == before


def test_a_snapshot_and_the_steps_after_it_give_the_same_stream_as_all_steps():
    assert keeping.take_lease("one", at=NOON)
    for number in range(20):
        publish(f"{WATER[number % 3]} ({number})", at=NOON + timedelta(minutes=number))
        place_arrivals(lease="one", at=NOON)
        if number == 9:
            assert keeping.take_snapshot(keeping.stream_now(), lease="one", at=NOON)
    digest = keeping.stream_now().stream.digest()
    keeping.MEMORY.let_go()
    assert StreamStep.objects.count() == 10
    assert keeping.stream_now().stream.digest() == digest


def test_a_writer_killed_before_its_commit_leaves_nothing_and_loses_nothing(monkeypatch):
    publish(WATER[0])
    assert keeping.take_lease("one", at=NOON)

    def killed(*_arguments, **_names):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("answerable.listening.sources.actions.settle", killed)
        with pytest.raises(KeyboardInterrupt):
            place_arrivals(lease="one", at=NOON)
    assert not Placement.objects.exists()
    assert StreamState.objects.get().seq == 0
    place_arrivals(lease="one", at=NOON)
    assert Placement.objects.count() == 1
    assert Story.objects.get().number == 1


def test_a_writer_that_lost_its_lease_writes_nothing():
    publish(WATER[0])
    assert keeping.take_lease("slow", at=NOON)
    later = NOON + keeping.LEASE + timedelta(seconds=1)
    assert keeping.take_lease("quick", at=later)
    with pytest.raises(Moved):
        place_arrivals(lease="slow", at=later)
    assert not Placement.objects.exists()
    assert place_arrivals(lease="quick", at=later).items == 1


def test_two_workers_by_turns_place_as_one_alone_would():
    titles = [f"{(WATER + BRIDGE)[number % 5]} ({number})" for number in range(24)]
    for number, title in enumerate(titles):
        publish(title, at=NOON + timedelta(minutes=number))
    memories = {"one": None, "two": None}
    for turn in range(8):
        name = ("one", "two")[turn % 2]
        keeping.MEMORY.kept = memories[name]
        assert keeping.take_lease(name, at=NOON)
        place_arrivals(lease=name, limit=3, at=NOON)
        memories[name] = keeping.MEMORY.kept
        keeping.give_back_lease(name)
    by_turns = keeping.stream_now().stream.digest()
    alone = keeping.Stream(keeping.Settings())
    for step in StreamStep.objects.order_by("seq"):
        keeping.give(alone, keeping.Step(step.kind, step.given))
    assert alone.digest() == by_turns
    assert Placement.objects.count() == 24


def test_a_merge_by_a_person_holds_for_items_that_come_later_even_after_a_restart():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    group()
    keeping.MEMORY.let_go()
    late = publish(
        "Repairs in May: city council to close the old harbour bridge", at=NOON + timedelta(hours=5)
    )
    group(at=NOON + timedelta(hours=5))
    assert late.placement.story == water


def test_a_split_by_a_person_holds_after_a_restart():
    water = make_story(WATER)
    last = water.placements.order_by("-at").first()
    split_story(water.pk, [last.pk], by=ada(), at=NOON)
    group()
    keeping.MEMORY.let_go()
    parted = Placement.objects.get(pk=last.pk).story
    assert parted != water
    assert parted.number is not None
    assert keeping.stream_now().stream.story_of(str(last.pk)) == parted.number


def test_a_person_who_is_quicker_than_a_batch_is_heard_first():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    publish("Old harbour bridge: council closes it for repairs in May", at=NOON + timedelta(hours=4))
    merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    assert keeping.take_lease("one", at=NOON)
    with pytest.raises(keeping.PersonsFirst):
        place_arrivals(lease="one", at=NOON)
    keeping.give_back_lease("one")
    group()
    assert Placement.objects.filter(story=water).count() == 6
