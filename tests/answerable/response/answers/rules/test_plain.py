"""Hints beside the text."""

import pytest

from answerable.response.answers.rules.plain import FILLERS, PLAIN_WORDS, HintKind, look_at

LONG = "The " + "very " * 30 + "long sentence ends here."


def kinds(text: str, language: str) -> list[HintKind]:
    """Give the kinds of hints of a text."""
    return [hint.kind for hint in look_at(text, language).hints]


def test_a_plain_text_gets_no_hint() -> None:
    assert kinds("Water is back at six. Boil it before you drink it.", "en") == []
    assert kinds("今晚六点恢复供水。烧开后再喝。", "zh") == []


def test_a_long_english_sentence_is_counted_in_words() -> None:
    [hint] = look_at(LONG, "en").hints
    assert (hint.kind, hint.length) == (HintKind.LONG_SENTENCE, 35)


def test_a_long_chinese_sentence_is_counted_in_characters() -> None:
    text = "因为水管的老化，" * 8 + "今天停水。"
    [hint] = look_at(text, "zh").hints
    assert hint.kind is HintKind.LONG_SENTENCE
    assert hint.length == 8 * 7 + 4


def test_a_swap_names_what_was_written_and_what_could_stand_there() -> None:
    [hint] = look_at("In order to wash, wait.", "en").hints
    assert (hint.found, hint.instead) == ("In order to", "to")


def test_a_word_inside_another_word_is_no_hint() -> None:
    assert kinds("The obtainable permits.", "en") == []


def test_a_set_phrase_is_told_with_what_to_write() -> None:
    [hint] = look_at("我局高度重视。", "zh").hints
    assert (hint.kind, hint.found) == (HintKind.FILLER, "高度重视")


def test_a_longer_set_phrase_covers_the_shorter_one_in_it() -> None:
    assert [hint.found for hint in look_at("我们将进一步加强巡查。", "zh").hints] == ["进一步加强"]


def test_a_chain_of_nouns_is_told() -> None:
    [hint] = look_at("这是供水管网安全运行应急抢修工作领导小组办公室。", "zh").hints
    assert hint.kind is HintKind.NOUN_CHAIN


def test_a_list_of_short_nouns_is_no_chain() -> None:
    assert kinds("送水点：东桥小学、云汀公园、体育馆、图书馆、市民中心、文化宫。", "zh") == []


def test_marks_of_markdown_are_not_counted() -> None:
    text = "- **Water** is back.\n- [Boil it](https://water.example/a/very/long/address).\n"
    assert look_at(text, "en").longest == 3


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_text_has_no_sentences(language: str) -> None:
    assert look_at("", language).sentences == 0


def test_the_grade_is_given_for_texts_long_enough_to_have_one() -> None:
    assert look_at("Water is back.", "en").grade is None
    easy = "We will fix the pipe. The water is back at six. " * 5
    hard = "Infrastructural rehabilitation necessitates comprehensive intergovernmental coordination. " * 5
    assert look_at(easy, "en").grade < 3 < look_at(hard, "en").grade


def test_no_phrase_is_listed_that_says_the_same_instead() -> None:
    assert all(phrase != instead for phrase, instead in (PLAIN_WORDS | FILLERS).items())
