"""Finished pages in memory."""

from answerable.response.answers_site.press import memory
from answerable.response.answers_site.press.memory import FRESH_S, Memory
from answerable.response.answers_site.press.sheet import Sheet

PAGE = Sheet(b"page")


def test_a_page_is_given_while_it_is_fresh_and_of_this_edition():
    kept = Memory()
    assert kept.get("1", ("a",), now=0.0) is None
    kept.put("1", ("a",), PAGE, now=0.0)
    assert kept.get("1", ("a",), now=FRESH_S - 1) is PAGE
    assert kept.get("1", ("a",), now=FRESH_S) is None
    assert kept.get("2", ("a",), now=1.0) is None


def test_a_page_of_an_edition_that_is_over_is_not_kept():
    kept = Memory()
    kept.get("2", ("a",), now=0.0)
    kept.put("1", ("a",), PAGE, now=0.0)
    assert kept.get("2", ("a",), now=0.0) is None


def test_the_oldest_make_place(monkeypatch):
    monkeypatch.setattr(memory, "MOST_KEPT", 10)
    kept = Memory()
    kept.get("1", ("a",), now=0.0)
    for place in range(5):
        kept.put("1", (place,), PAGE, now=0.0)
    assert (kept.size, list(kept.pages)) == (8, [(3,), (4,)])
