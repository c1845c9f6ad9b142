"""Each place has one name in each language, a meaning, and something that fills it."""

from answerable.reports.templates_of_the_body.example import MEANINGS
from answerable.reports.templates_of_the_body.names import BODY, CHINESE, LOGIC, PLACE, ROWS, WORDS
from answerable.reports.templates_of_the_body.places import filling_of
from tests.answerable.reports.layouts.makers import make_document

ALL = [*WORDS, BODY, *(f"{sort}.{column}" for sort, columns in ROWS.items() for column in columns)]


def test_every_place_has_a_chinese_name_and_a_meaning():
    assert sorted(CHINESE.values()) == sorted(MEANINGS) == sorted(ALL)


def test_what_is_filled_in_is_what_is_listed():
    filling = filling_of(make_document())
    assert tuple(filling.words) == WORDS
    assert {sort: tuple(rows[0]) for sort, rows in filling.rows.items()} == dict(ROWS)


def test_a_place_is_no_logic_and_logic_is_no_place():
    assert PLACE.findall("{{ title }} {{标题}} {{figures.n}} {{a b}} {%x%}") == ["title", "标题", "figures.n"]
    assert not LOGIC.search(PLACE.sub("", "{{title}}"))
    assert LOGIC.search("{# x #}")
