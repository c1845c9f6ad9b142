"""A sentence in both languages."""

from answerable.reports.rules.told import Told


def test_a_sentence_is_said_in_the_reader_s_language():
    told = Told("A face is lacking.", "缺少字体。")
    assert told.said("zh-hans") == told.said("zh-Hans") == "缺少字体。"
    assert told.said("en") == told.said("fr") == "A face is lacking."
