"""What a stream does with items, edits, late comers and decisions of persons."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storystream.items import Item
from storystream.pipeline import Settings, Stream, UnknownItem, UnknownStory
from storystream.text import pack, read_many, unpack
from tests.storystream.makers import START, make_item, make_items


def grouped(stream, count=30):
    return stream.absorb_many(make_items(count))


def stories_of(outcomes):
    found = {}
    for outcome in outcomes:
        found.setdefault(outcome.story, []).append(outcome.item)
    return found


def test_items_about_one_matter_become_one_story_and_others_do_not():
    assert sorted(map(len, stories_of(grouped(Stream())).values())) == [6, 6, 6, 6, 6]


def test_an_outcome_names_the_neighbour_and_the_terms_that_it_shares():
    outcomes = Stream().absorb_many(
        [
            Item("a", "Bridge at Elmham closed after cracks are found", published_at=START),
            Item("b", "Cracks close the Elmham bridge for weeks, drivers angry", published_at=START),
        ]
    )
    why = outcomes[1].why
    assert (why.kind, why.neighbour) == ("join", "a")
    assert why.score >= why.threshold > 0
    assert {"Elmham", "bridge"} <= {term.term for term in why.shared}
    assert all(0 < term.weight <= 1 for term in why.shared)


def test_an_outcome_without_explanations_leaves_the_terms_out():
    outcomes = Stream(Settings(explain=False)).absorb_many(make_items(30))
    assert {outcome.why.shared for outcome in outcomes} == {()}


def test_a_copy_is_folded_into_the_first_and_lies_in_its_story():
    text = (
        "The council decided last night to close the swimming pool in Hale Road from July because of its roof"
    )
    first, copy = Stream().absorb_many(
        [
            Item("a", "Pool to close", text, START),
            Item("b", "Pool to close", text + ", it said.", START + timedelta(hours=1)),
        ]
    )
    assert (copy.fold, copy.story, copy.why.kind) == ("a", first.story, "fold")


def test_an_item_absorbed_twice_is_answered_the_same_and_kept_once():
    stream = Stream()
    outcomes = grouped(stream)
    digest = stream.digest()
    assert stream.absorb(make_item(7)) == outcomes[7]
    assert stream.digest() == digest
    assert len(stream) == 30


def test_a_late_item_joins_the_story_of_its_own_time():
    stream = Stream()
    items = make_items(100)
    late = items.pop(5)
    outcomes = stream.absorb_many(items)
    assert stream.absorb(late).story == outcomes[0].story


def test_an_item_older_than_the_window_is_a_story_of_its_own():
    stream = Stream()
    grouped(stream)
    old = make_item(0, id="old", published_at=START - timedelta(days=9), text="")
    assert stream.absorb(old).why.kind == "new"


def test_an_undated_item_takes_the_latest_time():
    stream = Stream()
    outcomes = grouped(stream)
    assert stream.absorb(make_item(5, id="undated", published_at=None)).story == outcomes[0].story


def test_a_time_without_zone_is_taken_as_utc():
    stream = Stream()
    outcomes = grouped(stream)
    naive = make_item(5, id="naive", published_at=(START + timedelta(hours=9)).replace(tzinfo=None))
    assert stream.absorb(naive).story == outcomes[0].story


def test_one_item_from_the_far_future_leaves_the_others_where_they_are():
    stream = Stream()
    outcomes = grouped(stream)
    stream.absorb(make_item(1, id="future", published_at=datetime(2099, 1, 1, tzinfo=UTC)))
    assert stream.absorb(make_item(30)).story == outcomes[0].story


def test_a_story_closes_when_it_has_been_quiet_for_three_days():
    stream = Stream(Settings(window=timedelta(days=7)))
    outcomes = grouped(stream)
    again = make_item(0, id="again", title="Mill Lane: water main bursts", text="")
    soon = stream.absorb(replace(again, id="soon", published_at=START + timedelta(days=2)))
    late = stream.absorb(replace(again, id="late", published_at=START + timedelta(days=6)))
    assert soon.story == outcomes[0].story
    assert late.story != outcomes[0].story


def test_what_the_window_leaves_behind_is_forgotten():
    stream = Stream()
    grouped(stream)
    stream.tend(START + timedelta(days=10))
    stream.digest()
    assert len(stream) == 0
    assert stream.story_of("i3") is None


def test_a_revised_item_keeps_its_place_and_is_found_by_its_new_words():
    stream = Stream()
    outcomes = grouped(stream)
    revised = make_item(29, title="Ferry to Skern stranded on a sandbank near Tolness", text="")
    assert stream.revise(revised).story == outcomes[29].story
    newcomer = Item(
        "n", "Sandbank near Tolness: the Skern ferry is stranded", published_at=START + timedelta(hours=11)
    )
    assert stream.absorb(newcomer).story == outcomes[29].story
    assert stream.revise(make_item(77)).item == "i77"


def test_a_person_merges_two_stories_and_they_stay_merged():
    stream = Stream()
    outcomes = grouped(stream)
    keep, other = outcomes[0].story, outcomes[1].story
    done = stream.merge(keep, other)
    assert (done.before, done.after, done.by_person) == (other, keep, True)
    assert set(done.moved) == set(stories_of(outcomes)[other])
    assert stream.absorb(make_item(1)).story == keep
    assert stream.absorb(make_item(1)).why.kind == "pinned"
    assert stream.absorb(make_item(31)).story == keep
    assert not [move for move in stream.tend(START + timedelta(hours=11)) if move.kind == "split"]


def test_a_person_splits_a_story_and_the_parts_stay_apart():
    stream = Stream()
    outcomes = grouped(stream)
    story = outcomes[0].story
    done = stream.split(story, ["i5", "i10"])
    assert done.after not in stories_of(outcomes)
    assert [stream.story_of(item) for item in ("i0", "i5", "i10")] == [story, done.after, done.after]
    assert not [
        move
        for move in stream.tend(START + timedelta(hours=11))
        if {move.before, move.after} == {story, done.after}
    ]


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_a_regrouping_is_undone(kind):
    stream = Stream()
    outcomes = grouped(stream)
    story, other = outcomes[0].story, outcomes[1].story
    done = stream.merge(story, other) if kind == "merge" else stream.split(story, ["i5", "i10"])
    stream.undo(done)
    assert [stream.story_of(outcome.item) for outcome in outcomes] == [outcome.story for outcome in outcomes]


def test_the_hourly_pass_merges_what_became_one_and_the_elder_keeps_its_name():
    stream = Stream(Settings(false_merge_rate=1e-9))
    outcomes = stream.absorb_many(
        Item(
            f"{part}{number}",
            f"{part} flood in Leeds closes the station and the market {number}",
            published_at=START,
        )
        for number in range(4)
        for part in ("Big", "Great")
    )
    assert len(stories_of(outcomes)) >= 1
    told = stream.tend(START + timedelta(hours=1))
    assert all(move.after < move.before for move in told if move.kind == "merge")


def test_stories_that_were_never_opened_are_named_as_unknown():
    stream = Stream()
    outcomes = grouped(stream)
    with pytest.raises(UnknownStory):
        stream.merge(outcomes[0].story, 10_000)
    with pytest.raises(UnknownItem):
        stream.split(outcomes[0].story, ["i1"])
    with pytest.raises(ValueError, match="itself"):
        stream.merge(outcomes[0].story, outcomes[0].story)
    with pytest.raises(ValueError, match="at least one"):
        stream.split(outcomes[0].story, [])


def test_bytes_that_are_no_state_are_refused():
    with pytest.raises(ValueError, match="no saved stream"):
        Stream.load(b"something else")


def test_items_read_elsewhere_are_grouped_the_same():
    items = make_items(300)
    here, there = Stream(), Stream()
    packed = [pack(reading) for reading in read_many(items)]
    assert there.absorb_read((item, unpack(one)) for item, one in zip(items, packed, strict=True)) == (
        here.absorb_many(items)
    )
    assert here.digest() == there.digest()
