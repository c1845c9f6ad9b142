from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from answerable.listening.sources.rules.identity import Known, content_hash, newest_first, sort_entries
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.sources.readings import entry


def known(name, pk=1, **changes):
    one = entry(name, **changes)
    return Known(pk, one.key, one.link, content_hash(one.title, one.text))


def sorted_out(entries, rows, *, by_link_alone=False):
    return sort_entries(entries, rows, by_link_alone=by_link_alone)


def test_an_unknown_key_is_new_and_a_known_one_is_known():
    result = sorted_out([entry("a"), entry("b")], [known("a")])
    assert ([one.title for one in result.new], result.known) == (["b"], 1)


def test_other_words_under_a_known_key_are_an_edit():
    result = sorted_out([entry("a", title="A!")], [known("a")])
    assert [edit.entry.title for edit in result.edits] == ["A!"]


def test_a_key_twice_in_one_reading_counts_once():
    assert len(sorted_out([entry("a"), entry("a", title="again")], []).new) == 1


def test_same_link_and_words_under_a_new_key_is_the_same_item():
    result = sorted_out([entry("a", key="f" * 64)], [known("a")])
    assert (result.new, result.known, result.rekeyed) == ([], 1, {1: "f" * 64})


def test_a_twin_beside_its_original_is_not_rekeyed():
    result = sorted_out([entry("a"), entry("a", key="f" * 64)], [known("a")])
    assert (result.known, result.rekeyed) == (2, {})


def test_other_words_under_a_new_key_are_new_while_keys_are_believed():
    assert len(sorted_out([entry("a", key="f" * 64, title="B")], [known("a")]).new) == 1


def test_other_words_under_a_new_key_are_an_edit_once_links_are_the_keys():
    result = sorted_out([entry("a", key="f" * 64, title="B")], [known("a")], by_link_alone=True)
    assert (result.new, [edit.new_key for edit in result.edits]) == ([], ["f" * 64])


def test_entries_that_share_one_link_are_told_apart_by_their_words():
    rows = [known("a", 1, link="https://a.example/"), known("b", 2, link="https://a.example/")]
    fresh = entry("c", link="https://a.example/")
    assert sorted_out([fresh], rows, by_link_alone=True).new == [fresh]


def test_entries_without_a_link_are_known_by_their_key_alone():
    assert len(sorted_out([entry("a", key="f" * 64, link="")], [known("a", link="")]).new) == 1


def test_spaces_do_not_make_another_text():
    assert content_hash("a  b", "c\n") == content_hash(" a b ", "c")
    assert content_hash("ab", "c") != content_hash("a", "bc")


def test_the_newest_are_let_through_first():
    entries = [entry(str(n), published_at=NOON - timedelta(hours=n)) for n in (5, 1, 3)] + [
        entry("x", published_at=None)
    ]
    chosen, held_back = newest_first(entries, 2)
    assert ([one.title for one in chosen], held_back) == (["1", "3"], 2)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=30), st.booleans())
def test_sorting_again_after_storing_finds_nothing_new(pairs, by_link_alone):
    entries = [entry(f"n{name}", text=f"t{text}") for name, text in pairs]
    first = sorted_out(entries, [], by_link_alone=by_link_alone)
    stored = [known(one.title, pk, text=one.text) for pk, one in enumerate(first.new)]
    again = sorted_out(first.new, stored, by_link_alone=by_link_alone)
    assert (again.new, again.edits, again.known) == ([], [], len(first.new))
