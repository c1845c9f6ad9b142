"""From term ids back to words."""

from storystream.items import Item
from storystream.text import read, read_with_wordings, surfaces, surfaces_many

ITEMS = [
    Item("1", "Trump’s  Votes", "The <b>votes</b> were counted"),
    Item("2", "新華社：國際會議", "会议今天举行"),
]


def test_every_term_of_a_reading_has_a_wording():
    for item in ITEMS:
        reading = read(item)
        assert set(surfaces(item)) == {*reading.words.tolist(), *reading.pairs.tolist()}


def test_the_wording_is_the_items_own():
    assert {"Trump", "Votes", "counted"} <= set(surfaces(ITEMS[0]).values())
    assert {"國際", "新華社", "會議"} <= set(surfaces(ITEMS[1]).values())


def test_words_come_before_pairs():
    words = read(ITEMS[1]).words.tolist()
    found = list(surfaces(ITEMS[1]))
    assert set(found[: len(words)]) == set(words)


def test_only_wanted_terms_are_told_and_unknown_ones_left_out():
    wanted = read(ITEMS[1]).words.tolist()[:1]
    assert list(surfaces(ITEMS[1], [*wanted, 4_194_303])) == wanted
    assert surfaces(ITEMS[1], []) == {}


def test_many_items_have_the_wordings_of_each():
    wanted = [read(item).words.tolist() for item in ITEMS]
    assert surfaces_many(ITEMS, wanted) == [
        surfaces(item, ids) for item, ids in zip(ITEMS, wanted, strict=True)
    ]


def test_wordings_are_looked_up_without_a_second_reading():
    items = ITEMS * 200
    readings, wordings = read_with_wordings(items)
    for place in (0, 1, 255, 256, 399):
        ids = readings[place].words.tolist()
        assert wordings.of(place, ids) == surfaces(items[place], ids)
