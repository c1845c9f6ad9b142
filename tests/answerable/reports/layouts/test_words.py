"""The layout's own words, complete in both languages and none of the one in the other."""

import dataclasses
import re

from answerable.reports.layouts.words import EN, ZH, words_of


def test_a_paper_keeps_the_language_it_was_made_in():
    assert words_of("zh-hans") is ZH
    assert words_of("en") is EN


def test_no_chinese_stands_among_the_english_words_and_no_english_among_the_chinese():
    for field in dataclasses.fields(ZH):
        zh, en = "".join(getattr(ZH, field.name)), "".join(getattr(EN, field.name))
        assert zh, field.name
        assert not re.search(r"[\u2e80-\uffef]", en), field.name
        assert not re.search(r"[A-Za-z]{2}", zh), field.name
