"""Which prepared question something comes closest to."""

import pytest

from answerable.response.foresight.rules.likeness import closest, likeness, pairs, speaks_of

QUESTIONS = {
    1: "水价为什么要上调？",
    2: "低收入家庭有没有减免？",
    3: "Why does the price of water rise?",
    4: "Who pays for shared meters?",
}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("市民问：水价为什么上调", 1),
        ("低保和低收入家庭怎么减免", 2),
        ("Families ask why the water price has to rise", 3),
        ("Shared meters: landlords do not know who pays", 4),
        ("The swimming hall shuts in August", None),
        ("地铁三号线周末停运", None),
    ],
)
def test_the_closest_question_is_suggested(text: str, question: int | None) -> None:
    assert closest(text, QUESTIONS) == question


def test_likeness_is_a_share_that_does_not_depend_on_the_order() -> None:
    one, other = "水价为什么要上调", "为什么水价上调"
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
    assert likeness("", one) == likeness("的", one) == 0


def test_signs_and_case_do_not_count() -> None:
    assert pairs("Water, PRICE!") == pairs("water price")
    assert pairs("水价，上调") == pairs("水价上调")


def test_a_text_speaks_of_a_term_when_all_its_words_stand_in_it() -> None:
    terms = ("water price", "水价")
    assert speaks_of("The PRICE of water", terms) == "water price"
    assert speaks_of("居民关心水价", terms) == "水价"
    assert speaks_of("The price of bread", terms) == ""
    assert speaks_of("anything", ("", " ")) == ""
