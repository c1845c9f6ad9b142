import pytest

from answerable.listening.sources.rules.opml import MOST_BYTES, NotOpml, Outline, read_opml, write_opml
from tests.answerable.listening.sources.makers import NOON


def test_what_is_written_is_read_again():
    outlines = (
        Outline("https://a.example/f?x=1&y=2", 'A "quoted" <name>', "Papers", "zh-Hans"),
        Outline("https://b.example/f", "停水", "Papers"),
        Outline("https://c.example/f", "C", "Other"),
    )
    assert read_opml(write_opml("All", outlines, at=NOON)) == outlines


def test_attributes_are_read_whatever_their_case():
    document = b'<opml><body><outline text="x" XMLURL="https://a.example/f"/></body></opml>'
    assert read_opml(document) == (Outline("https://a.example/f", "x"),)


def test_a_feed_listed_twice_counts_once():
    document = b'<opml><body><outline xmlUrl="https://a.example/f"/><outline xmlUrl="https://a.example/f"/></body></opml>'
    assert len(read_opml(document)) == 1


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"", "not_opml"),
        (b"\x00\x01", "not_opml"),
        (b"<rss/>", "not_opml"),
        (b"<opml><body>", "not_opml"),
        (b'<!DOCTYPE x [<!ENTITY a "aaa">]><opml>&a;</opml>', "opml_with_entities"),
        (b" " * (MOST_BYTES + 1), "opml_too_large"),
    ],
)
def test_what_is_no_list_is_refused_with_its_code(document, code):
    with pytest.raises(NotOpml) as caught:
        read_opml(document)
    assert caught.value.code == code
