"""A body with two names is called by the one of the paper's language."""

import pytest

from answerable.reports.layouts.document import KeyFigure, KeyFigures
from answerable.reports.rules.names import name_in, person_in, swaps, with_names_in


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


def test_names_are_printed_in_one_language_wherever_they_stand():
    pairs = swaps(("供水科 Supply", "供水科 Supply North", "水务局"), "zh-hans")
    assert pairs == (("供水科 Supply North", "供水科"), ("供水科 Supply", "供水科"))
    figures = KeyFigures((KeyFigure("供水科 Supply 3 件", 3, 4, "", "/a/"),))
    told = with_names_in(("由供水科 Supply North办理", 3, None, figures), pairs)
    assert told == ("由供水科办理", 3, None, KeyFigures((KeyFigure("供水科 3 件", 3, 4, "", "/a/"),)))


def test_other_words_in_two_languages_are_left_alone():
    assert with_names_in("东桥 Water main", swaps(("供水科 Supply",), "en")) == "东桥 Water main"


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("Boris He 何博", "何博", "Boris He"),
        ("王㛃 Wang Jie", "王㛃", "Wang Jie"),
        ("何博", "何博", "何博"),
        ("Boris", "Boris", "Boris"),
    ],
)
def test_a_person_is_called_by_the_part_of_the_paper_s_language(name, zh, en):
    assert (person_in(name, "zh-hans"), person_in(name, "en")) == (zh, en)
