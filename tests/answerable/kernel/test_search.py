"""Search finds what a person typed, on both databases."""

import pytest
from django.db import connection

from answerable.kernel.search.grams import Phrase, grams, phrases
from answerable.kernel.search.index import TextIndex

INDEX = TextIndex("search_test")
TEXTS = {
    1: "昨夜暴雨，城区多处积水",
    2: "积极推进供水改造",
    3: "Water outage tonight on Elm Street, 5G mast unaffected",
    4: "水",
}


@pytest.fixture
def index(db):
    with connection.cursor() as cursor:
        for statement in INDEX.table(connection.vendor):
            cursor.execute(statement)
    INDEX.put(TEXTS.items())
    return INDEX


def found(index, query):
    expression = index.matching(query)
    with connection.cursor() as cursor:
        cursor.execute(expression.sql, expression.params)
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("积水", {1}),
        ("水", {1, 2, 3, 4} - {3}),
        ("供水改造", {2}),
        ("水改 积极", {2}),
        ("WATER", {3}),
        ("outag", {3}),
        ("5G elm", {3}),
        ("水积", set()),
        ("城区多处积水", {1}),
    ],
)
def test_a_query_finds_the_texts_that_hold_all_its_phrases(index, query, expected):
    assert found(index, query) == expected


def test_replacing_a_text_forgets_the_old_one(index):
    index.put([(1, "晴天")])
    assert found(index, "积水") == set()
    assert found(index, "晴天") == {1}


def test_a_dropped_text_is_no_longer_found(index):
    index.drop([2])
    assert found(index, "改造") == set()


def test_a_query_of_signs_alone_asks_for_nothing(index):
    assert index.matching(" ‘’ -- ?") is None


def test_runs_of_unspaced_script_become_overlapping_pairs():
    assert grams("积水 road") == ["积水", "水", "road"]


def test_full_width_and_accents_fold():
    assert phrases("ＣＡＦÉ") == (Phrase(("cafe",), prefix=True),)
