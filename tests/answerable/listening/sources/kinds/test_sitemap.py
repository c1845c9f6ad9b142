"""Sitemaps, news sitemaps and their indexes."""

import gzip
import time
from datetime import UTC, datetime

import pytest

from answerable.listening.sources.kinds import Document, Kind, Reading
from answerable.listening.sources.kinds.news_sitemap import NEWS_SITEMAP
from answerable.listening.sources.kinds.reading_safely import read_safely
from answerable.listening.sources.kinds.sitemap import SITEMAP, SitemapSettings
from answerable.listening.sources.kinds.sitemap.parsing import words_of

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
PLAIN = (
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
    "<url><loc>http://site.example/news/water-main-repaired.html</loc><lastmod>2026-05-20</lastmod></url>"
    "<url><loc> http://site.example/about?a=1&amp;b=2 </loc></url></urlset>"
)
NEWS = (
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
    "<url><loc>http://site.example/1</loc><n:news><n:publication><n:name>河畔</n:name><n:language>zh</n:language>"
    "</n:publication><n:publication_date>2026-05-21T08:00:00+08:00</n:publication_date><n:title><![CDATA[停水通知]]></n:title>"
    "</n:news></url><url><loc>http://site.example/2</loc></url></urlset>"
)


def read(kind: Kind, body: str | bytes, **settings: object) -> Reading:
    raw = body if isinstance(body, bytes) else body.encode()
    return read_safely(
        kind, Document(raw, "http://site.example/sitemap.xml"), SitemapSettings(**settings), {}, AT
    )  # type: ignore[arg-type]


def test_a_sitemap_without_an_address_is_read_as_empty() -> None:
    assert (
        read(NEWS_SITEMAP, "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>").items
        == ()
    )


def test_addresses_come_with_the_words_of_their_path() -> None:
    items = read(SITEMAP, PLAIN).items
    assert [(item.link, item.title) for item in items] == [
        ("http://site.example/news/water-main-repaired.html", "water main repaired"),
        ("http://site.example/about?a=1&b=2", ""),
    ]


def test_only_addresses_with_the_wanted_part_are_taken() -> None:
    assert len(read(SITEMAP, PLAIN, only="/news/").items) == 1


def test_a_news_sitemap_gives_titles_and_times_of_articles_alone() -> None:
    items = read(NEWS_SITEMAP, NEWS).items
    assert [(item.title, item.language) for item in items] == [("停水通知", "zh")]
    assert items[0].published_at == datetime(2026, 5, 21, 0, 0, tzinfo=UTC)


def test_a_packed_sitemap_is_unpacked_within_bounds() -> None:
    assert len(read(SITEMAP, gzip.compress(PLAIN.encode())).items) == 2
    assert read(SITEMAP, gzip.compress(b"\0" * 50_000_000)).refused[0].code == "too_large"


def test_an_index_leads_to_its_newest_parts_at_the_next_poll() -> None:
    parts = "".join(
        f"<sitemap><loc>http://site.example/{n}.xml</loc><lastmod>2026-05-{n:02}</lastmod></sitemap>"
        for n in range(1, 9)
    )
    reading = read(SITEMAP, f"<sitemapindex>{parts}</sitemapindex>")
    wanted = SITEMAP.requests(SitemapSettings("http://site.example/i"), reading.memory, AT)
    assert [one.url for one in wanted] == ["http://site.example/i"] + [
        f"http://site.example/{n}.xml" for n in (8, 7, 6)
    ]


def test_what_is_none_is_refused() -> None:
    assert read(SITEMAP, "<html></html>").refused[0].code == "not_a_sitemap"


@pytest.mark.parametrize("piece", ["<url>", "<loc>", "<url><loc>x", "<", "<loc><![CDATA["])
def test_the_search_is_linear(piece: str) -> None:
    start = time.process_time()
    read(SITEMAP, "<urlset>" + piece * 200_000)
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("http://s.example/2026/05/water-is-back.html", "water is back"),
        ("http://s.example/t20260521_1234.html", ""),
        ("http://s.example/", ""),
        ("http://s.example/%E5%81%9C%E6%B0%B4-%E9%80%9A%E7%9F%A5", "停水 通知"),
    ],
)
def test_the_words_of_an_address(link: str, words: str) -> None:
    assert words_of(link) == words
