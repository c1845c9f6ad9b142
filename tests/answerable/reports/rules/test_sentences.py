"""Key sentences stand word for word in the text they are cited from, and say different things."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.reports.rules.sentences import key_sentences, sentences, terms

BURST = (
    "A water main burst in Mill Lane on Monday. Four hundred homes have no water. Buses are diverted.",
    "Four hundred homes around Mill Lane have no water since the main burst. Repairs take until Friday.",
    "The harbour fair opens on Saturday with music and boats.",
)
CHINESE = (
    "磨坊巷供水主管破裂，四百户居民停水。抢修预计周五完成。",
    "磨坊巷四百户居民因供水主管破裂停水，公司已派出送水车。",
    "港口集市本周六开幕，设有音乐演出。",
)


@given(texts=st.lists(st.text(max_size=120), max_size=6), count=st.integers(0, 5))
def test_each_sentence_stands_word_for_word_in_the_text_it_names(texts, count):
    chosen = key_sentences(texts, count)
    assert len(chosen) <= count
    for one in chosen:
        assert one.text in texts[one.source]
    assert [one.source for one in chosen] == sorted(one.source for one in chosen)


def test_the_first_sentence_chosen_says_what_most_texts_say():
    (one,) = key_sentences(BURST, 1)
    assert "no water" in one.text
    (one,) = key_sentences(CHINESE, 1)
    assert "停水" in one.text


def test_a_second_sentence_brings_something_else_rather_than_the_same_again():
    said = [one.text for one in key_sentences((BURST[0], BURST[0], BURST[2]), 2)]
    assert said[0] != said[1]


def test_chinese_is_cut_at_its_own_signs_and_compared_by_pairs_of_signs():
    assert sentences(CHINESE[0]) == ["磨坊巷供水主管破裂，四百户居民停水。", "抢修预计周五完成。"]
    assert terms("停水停水")["停水"] == 2


def test_headline_ends_and_long_lists_are_not_sentences():
    assert key_sentences(["Read on.", "x " * 200], 3) == ()
    assert key_sentences([], 3) == ()
