"""The figures are the field's, and quality does not fall below its floors."""

from dataclasses import replace
from datetime import timedelta
from statistics import mean

import numpy as np
import pytest

from benchmarks.learn_nulls import shaped, stream_items
from storystream.evaluate.floors import fallen, floors
from storystream.evaluate.metrics import bcubed, pairwise, score
from storystream.evaluate.null import HELD, MOMENT, false_merge_rate, null_of, nulls_of, strangers
from storystream.evaluate.replay import labelled, oracle, replay, replay_tidied, shuffled
from storystream.grouping.bars import shipped
from storystream.items import Item
from storystream.pipeline import Settings, Stream
from tests.storystream.makers import make_items

SALTS = ("a", "b", "c", "d")


def test_figures_of_a_small_case_are_those_worked_out_by_hand():
    figures = score([1, 1, 1, 2], ["a", "a", "b", "b"])
    assert figures.bcubed.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert figures.bcubed.recall == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert (figures.pairs.precision, figures.pairs.recall) == (pytest.approx(1 / 3), 0.5)
    assert figures.ari == pytest.approx(0.0)


def test_a_perfect_grouping_scores_one_everywhere():
    figures = score([5, 5, 7], ["a", "a", "b"])
    assert (figures.bcubed.f1, figures.pairs.f1, figures.ari, figures.v_measure) == (
        1,
        1,
        1,
        pytest.approx(1),
    )


def test_items_without_a_label_are_left_out():
    assert score([1, 1, 2], ["a", None, "b"]).items == 2


def test_nothing_to_be_wrong_about_is_right():
    assert bcubed([], []).f1 == 1
    assert pairwise([1, 2], ["a", "b"]).f1 == 1


def test_figures_and_labels_must_be_of_one_length():
    with pytest.raises(ValueError, match="2 stories for 1 labels"):
        score([1, 2], ["a"])


def test_agreement_with_sklearn():
    from sklearn.metrics import adjusted_rand_score, v_measure_score  # noqa: PLC0415  (an extra, for benchmarks)

    stories = [number * 7 % 5 for number in range(60)]
    labels = [str(number * 11 % 4) for number in range(60)]
    figures = score(stories, labels)
    assert figures.ari == pytest.approx(adjusted_rand_score(labels, stories))
    assert figures.v_measure == pytest.approx(v_measure_score(labels, stories))


def test_strangers_are_chosen_by_their_ids_alone_and_brought_to_one_moment():
    items = make_items(50)
    chosen = strangers(items, 10, "salt")
    assert chosen == strangers(items[::-1], 10, "salt")
    assert {one.item.published_at for one in chosen} == {MOMENT}
    assert len({one.published_at for one in chosen}) == 10


def test_a_null_rises_with_rarity():
    items = [replace(item, title=f"{item.title} {place}") for place, item in enumerate(make_items(400))]
    null = null_of(strangers(items, 400))
    assert null.bar(0.01, 300) >= null.bar(0.1, 300)


def spread(count, days):
    """Items of as many matters, evenly over so many days."""
    words = [f"word{place}x" for place in range(900)]
    return [
        Item(
            str(place),
            " ".join(words[(place * step) % 900] for step in (7, 11, 13, 17, 19, 23)),
            published_at=MOMENT - timedelta(days=days * place / count),
            language="en",
        )
        for place in range(count)
    ]


def test_a_stream_learns_its_bars_from_a_past_that_is_long_and_large_enough():
    live = Stream()
    assert set(nulls_of(spread(1600, 400), live)) == {"en/0"}
    assert nulls_of(spread(1600, 60), live) == {}
    assert nulls_of(spread(400, 400), live) == {}


def test_templates_of_far_days_do_not_lift_the_bars_beyond_measure():
    notices = [replace(item, title=f"Road closures for day {item.id}") for item in spread(1600, 400)]
    learnt, known = nulls_of(notices, Stream())["en/0"], shipped("en", 0)
    assert learnt.bar(0.03, 1000) <= HELD[1] * known.bar(0.03, 1000) + 1e-6


def test_what_was_learnt_follows_the_table_of_rare_words_of_the_stream():
    items = spread(1600, 400)
    live = Stream()
    live.arrivals.rarity.documents["en"] *= 100  # every word is a hundred times rarer
    assert nulls_of(items, live) != nulls_of(items, Stream())


def test_a_figure_below_its_floor_is_named():
    assert fallen({"x": 0.2}, {"x": 0.3}) == ["x: 0.2, the floor is 0.3"]
    assert fallen({"x": 0.3}, {"x": 0.3}) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ecbplus-dev", "zh-hotlist-dev"])
def test_quality_has_not_fallen(name, shared_data):
    lines = (shared_data / "stories" / f"{name}.jsonl").read_text("utf-8").splitlines()
    orders = [shuffled(labelled(lines), salt) for salt in SALTS]
    told = [replay(rows) for rows in orders]
    best = [oracle(rows)[1].bcubed.f1 for rows in orders[:2]]
    measured = {
        f"{name} bcubed f1": mean(figures.bcubed.f1 for figures in told),
        f"{name} pairs f1": mean(figures.pairs.f1 for figures in told),
        f"{name} loss against the oracle bar at most": mean(best)
        - mean(figures.bcubed.f1 for figures in told[:2]),
    }
    assert fallen(measured, floors()) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ecbplus-dev", "zh-hotlist-dev"])
def test_the_hourly_pass_eats_no_distinct_stories(name, shared_data):
    lines = (shared_data / "stories" / f"{name}.jsonl").read_text("utf-8").splitlines()
    orders = [shuffled(labelled(lines), salt) for salt in SALTS]
    change = mean(replay_tidied(rows).bcubed.f1 - replay(rows).bcubed.f1 for rows in orders)
    assert change >= -0.005


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_stated_false_merge_rate_holds_on_strangers_it_was_not_learnt_from(language, shared_data):
    items = list(stream_items(shared_data, language))
    shares = []
    for length_class in (0, 2):
        others = shaped(items, length_class, 2000, "check")
        shares += [false_merge_rate(others, Settings(false_merge_rate=rate)) / rate for rate in (0.03, 0.1)]
    assert (
        fallen({f"{language} realised over stated false merges at most": float(np.max(shares))}, floors())
        == []
    )
