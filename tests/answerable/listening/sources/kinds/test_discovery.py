"""What can be read on a site, found from the page that a person knows."""

import pytest

from answerable.listening.sources.kinds import Candidate, Document
from answerable.listening.sources.kinds.discovery import discover
from answerable.listening.sources.kinds.sniffing import kind_of

PAGE = b"""<html><head><title>x</title>
<link rel="alternate" type="application/rss+xml" title="All news" href="/rss/all.xml">
<link rel="ALTERNATE" type="application/feed+json" href="feed.json">
<link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/rss+xml" href="javascript:x">
</head><body><a href="/news/rss">RSS</a><a href="https://weibo.com/u/123/rss">w</a></body></html>"""


def found(body: bytes, url: str = "http://site.example/a/") -> list[Candidate]:
    return discover(Document(body, url))


def test_linked_feeds_come_first_then_links_then_common_places() -> None:
    candidates = found(PAGE)
    assert [(one.url, one.kind) for one in candidates[:3]] == [
        ("http://site.example/rss/all.xml", "feed"),
        ("http://site.example/a/feed.json", "json_feed"),
        ("http://site.example/news/rss", "feed"),
    ]
    assert candidates[0].title == "All news"
    assert candidates[3].found_by == "common place"
    assert len({one.url for one in candidates}) == len(candidates)


def test_an_account_is_never_proposed() -> None:
    assert not any("weibo" in one.url for one in found(PAGE))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "feed"),
        (b"<urlset xmlns='x'></urlset>", "sitemap"),
        (b"<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'></urlset>", "news_sitemap"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "json_feed"),
    ],
)
def test_an_address_that_is_readable_itself_is_the_only_proposal(body: bytes, kind: str) -> None:
    candidates = found(body)
    assert [(one.kind, one.found_by) for one in candidates] == [(kind, "itself")]
    assert kind_of(body) == kind


def test_a_hostile_page_offers_nothing() -> None:
    assert found(b"<div>" * 500) == []


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (b"title,text\na,b", "x.csv", "file"),
        (b'{"title": "a"}', "x.jsonl", "file"),
        (b"PK\x03\x04", "x", "file"),
        (b"\x1f\x8b", "sitemap.xml.gz", "sitemap"),
        (b"Subject: x\n\n", "x.eml", "mailbox"),
        (b"[", "x", "json_feed"),
        (b"<!DOCTYPE html><html>", "x", "article"),
        (b"<!-- <html> --><rss>", "x", "feed"),
        (b"<!-- never closed <html>", "x", "feed"),
        ("<rss/>".encode("utf-16"), "x", "feed"),
        (b"plain words", "x.txt", "article"),
        (b"words", "x.html?a=b", "article"),
        (b"<unknown/>", "", "feed"),
    ],
)
def test_a_document_shows_its_kind(body: bytes, name: str, kind: str) -> None:
    assert kind_of(body, name) == kind
