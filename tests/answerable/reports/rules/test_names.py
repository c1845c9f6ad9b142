"""A body with two names is called by the one of the paper's language."""

import pytest

from answerable.reports.rules.names import name_in


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("云汀市水务局 Yunting Water Bureau", "云汀市水务局", "Yunting Water Bureau"),
        ("办公室（新闻宣传） Communications office", "办公室（新闻宣传）", "Communications office"),
        ("云汀市水务局", "云汀市水务局", "云汀市水务局"),
        ("Yunting Water Bureau", "Yunting Water Bureau", "Yunting Water Bureau"),
        ("12345 热线办公室", "12345 热线办公室", "12345 热线办公室"),
        ("", "", ""),
    ],
)
def test_the_part_of_the_papers_language_is_printed_and_a_single_name_stays_whole(name, zh, en):
    assert name_in(name, "zh-hans") == zh
    assert name_in(name, "en") == en
