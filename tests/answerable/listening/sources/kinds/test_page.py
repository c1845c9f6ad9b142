"""Pages with a selector, pages as one text, and what is found on a site."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.listening.sources.kinds import Document, Reading
from answerable.listening.sources.kinds.article import ARTICLE, ArticleSettings
from answerable.listening.sources.kinds.page import PAGE, PageSettings
from answerable.listening.sources.kinds.reading_safely import read_safely

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
LIST = """<html lang="zh"><head><title>通知公告</title></head><body><nav><a href="/x">首页</a></nav><ul class="news">
<li><a href="a.html" title="关于河畔路停水的通知（全文）">关于河畔路停水…</a><span>2026-05-20</span></li>
<li><a href="/b.html">图书馆闭馆通知</a> 2026年5月19日</li>
<li>没有链接的公告：今日热线繁忙</li><li></li></ul></body></html>"""


def read(body: str, **settings: str) -> Reading:
    document = Document(body.encode(), "http://site.example/tz/", {"content-type": "text/html"})
    return read_safely(PAGE, document, PageSettings("http://site.example/tz/", **settings), {}, AT)


def test_the_selector_finds_entries_with_link_title_and_date() -> None:
    items = read(LIST, selector="ul.news li").items
    assert [(item.title, item.link) for item in items] == [
        ("关于河畔路停水的通知（全文）", "http://site.example/tz/a.html"),
        ("图书馆闭馆通知", "http://site.example/b.html"),
        ("没有链接的公告：今日热线繁忙", ""),
    ]
    assert items[0].published_at == datetime(2026, 5, 19, 16, 0, tzinfo=UTC)


def test_links_themselves_can_be_chosen() -> None:
    assert len(read(LIST, selector="ul.news a").items) == 2


@pytest.mark.parametrize(
    ("selector", "code"), [("div.none", "nothing_chosen"), ("ul[", "bad_selector"), ("::", "bad_selector")]
)
def test_a_selector_that_fails_is_told(selector: str, code: str) -> None:
    assert read(LIST, selector=selector).refused[0].code == code


def test_without_a_selector_the_page_is_one_text() -> None:
    reading = read("<html><head><title>停水</title></head><body><p>河畔路明早六点停水。</p></body></html>")
    assert [item.title for item in reading.items] == ["停水"]
    assert "河畔路明早六点停水。" in reading.items[0].text


def test_a_deep_page_is_refused_and_not_half_read() -> None:
    assert read("<html><body>" + "<div>" * 300 + "x", selector="div").refused[0].code == "too_deep"


def test_a_page_that_was_cut_off_is_flagged() -> None:
    document = Document(
        b"<html><body><p>Water is back on Harbour Street after the repair.", "http://site.example/a"
    )
    assert "truncated" in read_safely(ARTICLE, document, ArticleSettings(), {}, AT).notes


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2026-05-21T08:00:00+08:00'>",
        "<meta name='PubDate' content='2026-05-21 08:00'>",
        "<time datetime='2026-05-21T00:00:00Z'></time>",
    ],
)
def test_an_articles_time_is_read_from_its_page(head: str) -> None:
    body = f"<html lang='zh'><head>{head}</head><body><h1>停水</h1><p>河畔路明早停水。</p></body></html>"
    item = read_safely(
        ARTICLE, Document(body.encode(), "http://site.example/a"), ArticleSettings(), {}, AT
    ).items[0]
    assert item.published_at == datetime(2026, 5, 21, 0, 0, tzinfo=UTC)
    assert item.title == "停水"


def test_robots_are_asked_for_pages_only() -> None:
    assert PAGE.requests(PageSettings("http://site.example/"), {}, AT)[0].is_page
    assert ARTICLE.requests(ArticleSettings("http://site.example/"), {}, AT)[0].is_page


def test_hostile_pages_end_as_a_reading(shared_data: Path) -> None:
    for file in sorted((shared_data / "hostile/bombs").glob("*.xml"))[:8]:
        body = file.read_bytes()[:300_000]
        read_safely(ARTICLE, Document(body, "http://site.example/a"), ArticleSettings(), {}, AT)
