"""The text that a reply's readers pass."""

import pytest

from answerable.response.letters.rules.wording import Wording, is_address, personal_strings

REPLY = Wording("Water", "The water is back.", "Water Bureau, Emil")


def test_another_letter_tied_to_it_is_another_text():
    assert REPLY.for_readers(["L-1"]) != REPLY.for_readers(["L-1", "L-2"])


def test_the_order_of_letters_is_no_other_text():
    assert REPLY.for_readers(["L-2", "L-1"]) == REPLY.for_readers(["L-1", "L-2"])


@pytest.mark.parametrize("part", ["title", "text", "signature", "link"])
def test_each_part_belongs_to_the_text(part):
    changed = Wording(**{"title": "Water", "text": "x", "signature": "y", "link": "", part: "/answers/new/"})
    plain = Wording("Water", "x", "y", "")
    assert changed.for_readers(["L-1"]) != plain.for_readers(["L-1"])


def test_a_telephone_of_a_person_is_counted_and_a_hotline_is_not():
    assert personal_strings(Wording("Water", "Call 13912345678", "x")) == 1
    assert personal_strings(Wording("Water", "Call 12345", "x")) == 0


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("/answers/water/", True),
        ("https://example.org/a", True),
        ("javascript:alert(1)", False),
        ("//evil.example", False),
        ("/answers/ x", False),
        ('https://x.example/"onclick', False),
        ("https://x.example/\r\nBcc: a@b.c", False),
    ],
)
def test_an_address_leads_to_a_page_and_nowhere_else(link, good):
    assert is_address(link) is good
