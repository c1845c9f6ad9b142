"""Near-duplicates and excerpts, found as texts arrive."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutants import MUTATIONS, mutant, notices
from benchmarks.storystream_folding import originals
from storystream.folding import FoldIndex, FoldMatch, FoldSettings
from storystream.items import Item
from storystream.text import read, read_many

DAY = 24 * 60
STORY = (
    "自来水公司今日通报，城关镇老街主管道凌晨破裂，抢修人员已赶到现场，预计傍晚恢复供水。"
    "期间沿线居民用水将受影响，公司安排了送水车，并在社区门口设立取水点，请居民相互转告。"
)
TALE = (
    "A water main burst under the old market street early this morning and flooded several cellars, the water "
    "company said. Repair crews are at work and hope to restore supply by the evening. Residents along the street "
    "can fetch drinking water from two tankers parked beside the town hall until then."
)


def item(title, text=""):
    """An item whose name does not matter."""
    return Item("1", title, text)


def found(first, second, minutes=30, settings=None):
    """What an index that holds the first item finds for the second."""
    index = FoldIndex(settings)
    index.add(read(first), doc=7, minute=10_000)
    return index.find(read(second), 10_000 + minutes)


@pytest.mark.parametrize("minutes", [30, -30, 3 * DAY, -3 * DAY])
@pytest.mark.parametrize("text", [STORY, TALE])
def test_a_copy_is_folded_whichever_comes_first(text, minutes):
    assert found(item("Water", text), item("Water", text), minutes) == FoldMatch(7, 1.0)


def test_a_copy_after_the_window_is_news_again():
    assert found(item("Water", TALE), item("Water", TALE), 3 * DAY + 1) is None


@pytest.mark.parametrize("text", [STORY, TALE])
@pytest.mark.parametrize("part", [2, 3, 4])
def test_an_excerpt_and_its_whole_are_one_in_either_order(text, part):
    excerpt = text[: len(text) // part]
    assert found(item("", text), item("", excerpt))
    assert found(item("", excerpt), item("", text))


def test_an_excerpt_from_the_middle_is_folded():
    assert found(item("", TALE), item("", TALE[90:220]))


def test_a_new_headline_and_last_line_make_no_other_text():
    assert found(
        item("Old market under water", TALE), item("Cellars flooded", TALE + " Sign up for our newsletter.")
    )


def test_traditional_signs_make_no_other_text():
    assert found(
        item("", "臺北捷運今晨發生事故，列車停駛三小時，旅客改搭公車"),
        item("", "台北捷运今晨发生事故，列车停驶三小时，旅客改搭公车"),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7月5日新增确诊病例3例", "7月6日新增确诊病例5例"),
        ("城关镇7月5日停水通知", "城关镇7月6日停水通知"),
        ("Road closures for July 5", "Road closures for July 6"),
        ("Health report: 12 new cases, 3 deaths", "Health report: 14 new cases, 2 deaths"),
        ("Health report for Monday", "Health report for Tuesday"),
        ("第三批拟录用人员名单公示", "第四批拟录用人员名单公示"),
        ("甲明星官宣结婚喜讯", "乙歌手官宣结婚喜讯"),
        ("Mayor opens the new bridge", "Minister opens the new school"),
    ],
)
def test_templated_titles_are_not_folded(one, other):
    assert found(item(one), item(other)) is None


def test_equal_titles_fold_and_near_equal_ones_with_the_same_figures():
    assert found(item("男子20年攒789万被骗光"), item("男子20年攒789万被骗光"))
    assert found(item("今晚停水"), item("今晚停水！"))
    assert found(
        item("Council to close two schools in the north of town"),
        item("Council to close two schools in the north of town: report"),
    )


def test_two_texts_about_one_event_are_two_texts():
    other = (
        "Several cellars stood under water on Monday after a pipe broke beneath the market. The company has sent "
        "two tankers to the town hall, and its engineers expect the taps to run again by tonight."
    )
    assert found(item("Water", TALE), item("Burst pipe", other)) is None


def test_an_empty_item_is_nobodys_copy():
    assert found(item(""), item("")) is None
    assert found(item("🔥"), item("🔥🔥")) is None


def test_a_copy_of_a_copy_has_the_first_text_as_its_root():
    index = FoldIndex()
    whole = read(item("", TALE))
    index.add(read(item("", TALE[:99])), doc=1, minute=0)
    assert index.find(whole, 1) == FoldMatch(1, 1.0)
    index.add(whole, doc=2, minute=1, root=1)
    assert index.find(read(item("", TALE[99:])), 2).root == 1


def test_copies_that_add_little_are_not_remembered_while_their_root_is_young():
    index = FoldIndex()
    reading = read(item("Water", TALE))
    index.add(reading, doc=1, minute=0)
    for doc in range(2, 40):
        index.add(reading, doc=doc, minute=doc, root=1)
    assert len(index) == 1


def test_a_text_that_keeps_coming_back_stays_one_fold():
    index = FoldIndex()
    reading = read(item("Water", TALE))
    index.add(reading, doc=0, minute=0)
    for day in range(1, 12):
        match = index.find(reading, day * DAY)
        assert match == FoldMatch(0, 1.0)
        index.add(reading, doc=day, minute=day * DAY, root=match.root)


def test_a_guard_against_the_root_keeps_notices_from_slipping_in_through_a_copy():
    index = FoldIndex()
    first = "成功将低轨16组卫星发射升空，卫星顺利进入预定轨道，发射任务获得圆满成功"
    index.add(read(item("低轨16组卫星发射成功", first)), doc=1, minute=0)
    index.add(read(item("", first[11:])), doc=2, minute=1, root=1)
    second = first.replace("16", "19")
    assert index.find(read(item("低轨19组卫星发射成功", second)), 2) is None


def test_a_disclaimer_that_many_unrelated_texts_carry_makes_no_copies():
    disclaimer = (
        "The opinions expressed by columnists are their own and do not represent the views of the site. "
    )
    chance = random.Random(1)
    words = [
        f"{a}{b}"
        for a in ("ba", "do", "ki", "lu", "me", "no", "ra", "ti")
        for b in ("ster", "lin", "gon", "mar")
    ]
    index = FoldIndex()
    matches = []
    for doc in range(30):
        text = disclaimer + " ".join(chance.choices(words, k=18))
        reading = read(item("", text))
        matches.append(index.find(reading, doc))
        index.add(reading, doc, doc)
    assert matches[6:] == [None] * 24


def test_texts_that_no_item_may_meet_any_more_are_let_go():
    settings = FoldSettings(window=100, late=50)
    index = FoldIndex(settings)
    readings = read_many(item(f"{TALE[place : place + 60]}") for place in range(100))
    for minute, reading in enumerate(readings):
        index.add(reading, minute, minute * 10)
    assert len(index) <= 16


def test_a_late_item_meets_the_texts_of_its_time():
    index = FoldIndex()
    index.add(read(item("Water", TALE)), doc=1, minute=0)
    index.add(read(item("学校今天放假")), doc=2, minute=3 * DAY + 20 * 60)
    assert index.find(read(item("Water", TALE)), 60) == FoldMatch(1, 1.0)


def test_the_oldest_text_goes_when_the_ring_may_not_grow():
    index = FoldIndex(FoldSettings(rows=4))
    readings = read_many(item(f"{sign * 2}学校{sign}放假{sign}") for sign in "甲乙丙丁戊己")
    for doc, reading in enumerate(readings):
        index.add(reading, doc, doc)
    assert len(index) == 4
    assert [index.find(reading, 6) is None for reading in readings] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_rows_must_be_a_power_of_two():
    with pytest.raises(ValueError, match="power of two"):
        FoldIndex(FoldSettings(rows=1000))


def stream(count, seed):
    """A stream with copies, excerpts and notices in it."""
    chance = random.Random(seed)
    texts = [
        STORY,
        TALE,
        *(one.title + one.text for series in notices("zh", chance, 1) for one in series[:3]),
    ]
    for place in range(count):
        text = chance.choice(texts)
        start = chance.randrange(len(text) // 2)
        yield item(
            f"{chance.randrange(50)}号通知" if chance.random() < 0.5 else "",
            text[start:] + "甲乙丙丁"[place % 4],
        )


def absorbed(index, readings, first=0):
    """What an index finds in a stream, adding as it goes."""
    matches = []
    for doc, reading in enumerate(readings, first):
        match = index.find(reading, doc * 40)
        index.add(reading, doc, doc * 40, match.root if match else None)
        matches.append(match)
    return matches


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 119))
def test_saving_and_loading_changes_no_later_answer(seed, cut):
    readings = read_many(stream(120, seed))
    settings = FoldSettings(window=1500, late=300, rows=64)
    straight = FoldIndex(settings)
    expected = absorbed(straight, readings)
    before = FoldIndex(settings)
    absorbed(before, readings[:cut])
    after = FoldIndex.from_state(before.state(), settings)
    assert absorbed(after, readings[cut:], cut) == expected[cut:]
    left, right = straight.state(), after.state()
    assert left.keys() == right.keys()
    assert all(np.array_equal(left[name], right[name]) for name in left)


def test_an_empty_index_is_saved_and_loaded():
    assert len(FoldIndex.from_state(FoldIndex().state())) == 0


def test_growing_changes_no_answer():
    chance = random.Random(2)
    readings = read_many(item("".join(chance.choices(STORY, k=14))) for _place in range(1500))
    index = FoldIndex()
    for doc, reading in enumerate(readings):
        index.add(reading, doc, doc)
    assert len(index) == len(readings)
    assert all(index.find(readings[doc], 1500) == FoldMatch(doc, 1.0) for doc in range(0, 1500, 37))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_notice_of_a_series_is_folded_into_another(language):
    for series in notices(language, random.Random(3), 2):
        index = FoldIndex()
        for doc, reading in enumerate(read_many(series)):
            assert index.find(reading, doc * 300) is None
            index.add(reading, doc, doc * 300)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_planted_copies_are_found_in_real_texts(shared_data, language, mutation):
    #: Floors of design stories.md section 6, .01 less where edits hit the figures of short texts (measured .983 of
    #: 12,000: of 500 as here, .97 is two standard errors below); 15 % has no floor there.
    floor = {("zh", "5 % edits"): 0.97, ("zh", "15 % edits"): 0.65, ("en", "15 % edits"): 0.75}
    chance = random.Random(9)
    texts = originals(shared_data, language, 500)
    whole = read_many(texts)
    planted = read_many(mutant(one, mutation, language, chance) for one in texts)
    index = FoldIndex()
    hits = 0
    for doc, (reading, copy) in enumerate(zip(whole, planted, strict=True)):
        index.add(reading, doc, doc * 5000)
        match = index.find(copy, doc * 5000 + 60)
        hits += match is not None and match.root == doc
    assert hits / len(texts) >= floor.get((language, mutation.name), mutation.floor)


def test_a_row_given_to_a_shorter_text_no_longer_answers_for_the_longer_one():
    index = FoldIndex(FoldSettings(rows=2))
    # Longer than a sample, so that the one hash of the short text lies beyond what both samples are complete to.
    long = " ".join(f"word{number}" for number in range(400))
    index.add(read(Item("a", long)), doc=1, minute=0)
    index.add(read(Item("b", "Operations are cancelled in Ashford hospital after a flood")), doc=2, minute=1)
    index.add(read(Item("c", "佑灰")), doc=3, minute=2)
    assert index.find(read(Item("d", long)), minute=3) is None
