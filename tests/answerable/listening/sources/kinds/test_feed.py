"""Feeds of every dialect, in the clear and damaged."""

from datetime import UTC, datetime

import pytest

from answerable.listening.sources.kinds import Document, Outcome, Reading
from answerable.listening.sources.kinds.feed import FEED, FeedSettings
from answerable.listening.sources.kinds.reading_safely import read_safely

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
ITEM = (
    "<item><title>停水通知</title><link>http://site.example/1</link><guid>n1</guid><description>明早六点。</description>"
    "<pubDate>Thu, 21 May 2026 08:00:00 +0800</pubDate><author>zhang@site.example (张三)</author>"
    "<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>李四</dc:creator></item>"
)
DIALECTS = {
    "rss 2.0": f"<rss version='2.0'><channel><title>河畔</title>{ITEM}</channel></rss>",
    "rss 0.91": f"<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://x.example/r.dtd'><rss version='0.91'>"
    f"<channel><title>河畔</title>{ITEM}</channel></rss>",
    "rdf": "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel>"
    "<title>河畔</title></channel><item rdf:about='n1'><title>停水通知</title><link>http://site.example/1</link>"
    "<description>明早六点。</description><dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-05-21T00:00:00Z"
    "</dc:date></item></rdf:RDF>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>河畔</title><entry><id>n1</id><title>停水通知</title>"
    "<link href='http://site.example/1'/><updated>2026-05-21T00:00:00Z</updated><author><name>张三</name></author>"
    "<content type='html'>&lt;p>明早六点。&lt;/p></content></entry></feed>",
    "atom xhtml": "<feed xmlns='http://www.w3.org/2005/Atom'><title>河畔</title><entry><id>n1</id><title>停水通知</title>"
    "<link href='http://site.example/1'/><published>2026-05-21T00:00:00Z</published><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>明早六点。</p></div></content></entry></feed>",
}


def read(body: str | bytes, content_type: str = "", memory: dict[str, object] | None = None) -> Reading:
    raw = body if isinstance(body, bytes) else body.encode()
    document = Document(raw, "http://site.example/feed", {"content-type": content_type})
    return read_safely(FEED, document, FeedSettings("http://site.example/feed"), memory or {}, AT)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_gives_the_same_item(dialect: str) -> None:
    reading = read(DIALECTS[dialect])
    item = reading.items[0]
    assert (item.title, item.text, item.link) == ("停水通知", "明早六点。", "http://site.example/1")
    assert item.published_at == datetime(2026, 5, 21, 0, 0, tzinfo=UTC)
    assert item.language == "zh"
    assert reading.title == "河畔"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_who_wrote_it_is_dropped(dialect: str) -> None:
    assert not any(name in repr(read(DIALECTS[dialect])) for name in ("张三", "李四", "zhang"))


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel><item><title>a & b</title></item></channel></rss>",
        "<rss><channel><item><title>a</title></item>",
        "<rss><channel><item><title>a&#xD800;</title></item></channel></rss>",
        "<rss><channel><item><title>a&#x110000;&#0;</title></item></channel></rss>",
        "\n\n <?xml version='1.0' encoding='utf-7'?><rss><channel><item><title>a</title></item></channel></rss>",
        "<rss><channel><item><title>a\x00\x08</title></item></channel></rss>",
        "<CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL>",
        "<rss><channel><item><title>a</title><pubDate>31 Foo 99999</pubDate></item></channel></rss>",
        "<rss><channel><item><media:title>a</media:title><title>a</title></item></channel></rss>",
    ],
)
def test_a_damaged_feed_still_gives_its_item(body: str) -> None:
    reading = read(body)
    assert reading.outcome is Outcome.READ
    assert len(reading.items) == 1
    assert reading.items[0].title.startswith("a")


def test_a_feed_that_was_cut_off_is_flagged() -> None:
    whole = DIALECTS["rss 2.0"]
    assert "truncated" in read(whole[: whole.index("</channel>")]).notes
    assert "truncated" not in read(whole).notes


def test_entries_that_the_quick_parser_loses_are_found() -> None:
    body = "<rss><channel><item><title>a</title></item></channel><item><title>b</title></item></rss>"
    assert {item.title for item in read(body).items} == {"a", "b"}


def test_a_page_is_no_feed() -> None:
    assert read("<html><body>停水</body></html>").refused[0].code == "not_a_feed"


def test_a_feed_without_entries_is_read_and_empty() -> None:
    reading = read("<rss><channel><title>x</title></channel></rss>")
    assert (reading.outcome, len(reading.items)) == (Outcome.READ, 0)


def test_entities_of_its_own_are_not_expanded_and_noted() -> None:
    reading = read(
        "<!DOCTYPE a [<!ENTITY x 'secret'>]><rss><channel><item><title>a &x;</title></item></channel></rss>"
    )
    assert "entities_dropped" in reading.notes
    assert "secret" not in repr(reading)


def test_a_file_of_this_machine_is_not_read() -> None:
    reading = read(
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>a&x;</title></item></channel></rss>"
    )
    assert "root:" not in repr(reading)


def test_a_json_feed_behind_a_feed_address_is_read_as_one() -> None:
    reading = read('{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "停水"}]}')
    assert reading.items[0].title == "停水"


def test_the_longer_of_summary_and_content_is_the_text() -> None:
    body = (
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><title>a</title><description>short"
        "</description><content:encoded><![CDATA[<p>the whole long text</p>]]></content:encoded></item></channel></rss>"
    )
    assert read(body).items[0].text == "the whole long text"


def test_summaries_are_noted() -> None:
    assert "summaries_only" in read(DIALECTS["rss 2.0"]).notes
    whole = DIALECTS["rss 2.0"].replace("明早六点。", "明早六点停水，请储水备用。" * 40)
    assert "summaries_only" not in read(whole).notes


def test_relative_links_follow_the_feeds_base() -> None:
    body = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>a</title><link href='/x'/></entry></feed>"
    assert read(body).items[0].link == "http://site.example/x"


def test_a_chinese_feed_without_a_zone_means_beijing_time() -> None:
    body = DIALECTS["rss 2.0"].replace("Thu, 21 May 2026 08:00:00 +0800", "2026-05-21 08:00:00")
    assert read(body).items[0].published_at == datetime(2026, 5, 21, 0, 0, tzinfo=UTC)
