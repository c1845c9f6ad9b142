"""Pages are read in the limited child: list, day, links, barriers; hostile ones are refused, and nothing is raised."""

import json
import os
import signal
from dataclasses import asdict
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from answerable.listening.sources.kinds import Document
from answerable.response.channel_health.reading import pool
from answerable.response.channel_health.reading.barriers import RULES, barriers_of, contrast
from answerable.response.channel_health.reading.child import carry_out
from answerable.response.channel_health.reading.facts import PageFacts, line_of, read_page
from answerable.response.channel_health.reading.page import Wanted, page_facts
from answerable.response.channel_health.reading.pool import Unread, facts_of, places_in, readers
from answerable.response.channel_health.reading.tree import is_hidden

TODAY = date(2026, 3, 2)
URL = "http://site.example/list/"


def page(body, head="<title>t</title>", **wanted):
    html = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return page_facts(Document(html.encode(), URL), Wanted(TODAY, **wanted))


def test_a_list_gives_its_lines_with_their_days_and_menus_give_none():
    found = page(
        "<nav><ul><li><a href=/menu>The menu of the site</a></li></ul></nav>"
        "<ul><li><a href=1.html>First report of the day</a><span>2026-03-01</span></li>"
        "<li><a href=/2.html>Second report</a> 02-27</li><li><a href=?page=2>next</a></li></ul>"
        "<footer><a href=/imprint>Who we are 2026-01-01</a></footer>"
    )
    assert [(one.address, one.day) for one in found.entries] == [
        ("http://site.example/list/1.html", "2026-03-01"),
        ("http://site.example/2.html", "2026-02-27"),
    ]
    assert len(found.links) == 5


def test_a_list_of_table_rows_or_with_a_selector_is_found_too():
    rows = "<table><tr><td><a href=/a>A notice of works</a></td><td>2026-03-01</td></tr></table>"
    assert len(page(rows).entries) == 1
    boxes = "<div class=box><a href=/a>An entry in a box</a></div><div><a href=/b>Not in the box</a></div>"
    assert [one.address for one in page(boxes, selector=".box").entries] == ["http://site.example/a"]


def test_a_column_with_nothing_in_it_has_no_lines():
    assert (
        page(
            "<nav><a href=/a>Menu of the site</a></nav><main><h1>News</h1><p>Nothing yet.</p></main>"
        ).entries
        == ()
    )


def test_a_page_says_its_own_day_in_meta_in_time_or_in_words():
    assert page("<p>x</p>", "<meta name=PubDate content='2026-02-20 10:00'>").day == "2026-02-20"
    assert page("<article><time datetime=2026-02-21T08:00:00Z>yesterday</time></article>").day == "2026-02-21"
    assert page("<div>发布时间：2026年2月22日</div>").day == "2026-02-22"
    assert page("<p>The plant was built in 2020-01-01.</p>").day == ""


def test_the_print_is_of_the_content_and_not_of_its_day_or_its_frame():
    first = page("<nav>a</nav><p>Published: 2026-02-20</p><p>The text.</p>")
    assert page("<nav>b</nav><p>Published: 2026-03-01</p><p>The text.</p>").print == first.print
    assert page("<nav>a</nav><p>Published: 2026-02-20</p><p>Another text.</p>").print != first.print


def test_a_page_that_says_it_is_missing_is_known_and_an_article_about_it_is_not():
    assert page("<h1>页面不存在</h1>").says_missing
    long = "<p>Why the old address gives an answer of its own, and what to do about it.</p>" * 9
    assert not page(f"<h1>404 not found: how we repaired it</h1>{long}").says_missing
    assert not page("<h1>Bus line 1404</h1>").says_missing


def test_messages_are_taken_by_a_form_or_an_address_to_write_to():
    assert page("<form><textarea></textarea></form>").takes_messages
    assert page("<a href='mailto:x@y.example'>Write</a>").takes_messages
    assert not page("<form><input type=search></form>").takes_messages


def test_personal_strings_do_not_leave_the_page():
    found = page("<h1>请拨13800138000</h1><a href=/a>李某 13800138000 的来信</a>")
    assert "13800138000" not in str(found)


def rules(body, head="<title>t</title>", lang=" lang=en"):
    tree = LexborHTMLParser(f"<html{lang}><head>{head}</head><body><h1>t</h1>{body}</body></html>")
    return [one.rule for one in barriers_of(tree)]


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        (
            "image-alt",
            "<img src=a>",
            "<img src=a alt=''><img src=b role=presentation><img src=c aria-hidden=true>",
        ),
        (
            "label",
            "<input name=a>",
            "<label>A <input></label><label for=i>B</label><input id=i><input type=hidden>",
        ),
        ("select-name", "<select></select>", "<select aria-label=Year></select>"),
        ("link-name", "<a href=/></a>", "<a href=/><img src=a alt=Home></a><a href=/ aria-label=Home></a>"),
        (
            "button-name",
            "<button></button>",
            "<button>Go</button><button><svg><title>Go</title></svg></button>",
        ),
        ("frame-title", "<iframe src=a></iframe>", "<iframe src=a title=Map></iframe>"),
        (
            "color-contrast",
            "<p style='color:#999;background:#fff'>x</p>",
            (
                "<p style='color:#595959;background:#fff'>x</p><p style='color:#999'>x</p>"
                "<p style='color:#888;background:#fff;font-size:30px'>x</p>"
            ),
        ),
    ],
)
def test_a_barrier_is_found_and_a_good_page_has_none(rule, bad, good):
    assert rules(bad) == [rule]
    assert rules(good) == []


def test_barriers_of_the_whole_page():
    assert rules("", lang="") == ["html-has-lang"]
    assert rules("<svg><title>Drawing</title></svg>", head="") == ["document-title"]
    assert rules("", "<title>t</title><meta name=viewport content='user-scalable=no'>") == ["meta-viewport"]
    no_heading = LexborHTMLParser("<html lang=en><head><title>t</title></head><body>x</body></html>")
    assert [one.rule for one in barriers_of(no_heading)] == ["page-has-heading-one"]
    assert len(RULES) == 11


def test_contrast_is_counted_as_wcag_does():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def test_what_is_hidden_is_hidden_with_all_that_it_holds():
    tree = LexborHTMLParser("<div style='display: none'><p><b>x</b></p></div><i>y</i>")
    assert is_hidden(tree.css_first("b"))
    assert not is_hidden(tree.css_first("i"))


def test_the_child_reads_pages_and_sitemaps():
    body = b"<html lang=en><title>t</title><ul><li><a href=/a>An entry</a> 2026-03-01</ul></html>"
    assert facts_of(Document(body, URL), today=TODAY).entries[0].day == "2026-03-01"
    sitemap = b"<urlset><url><loc>http://site.example/a</loc><lastmod>2026-02-01</lastmod></url></urlset>"
    assert places_in(Document(sitemap, URL))[0].day == "2026-02-01"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<div>" * 5000, "too_deep"),
        (b"<p>" + b"<b></b>" * 30_000, "too_many_tags"),
        (b"<i " + b"a=1 " * 900 + b">", "too_many_attributes"),
    ],
)
def test_a_hostile_page_is_refused_with_its_reason(body, code):
    with pytest.raises(Unread) as refused:
        facts_of(Document(body, URL), today=TODAY)
    assert refused.value.code == code


def test_a_child_that_was_killed_from_outside_costs_no_page():
    body = Document(b"<html lang=en><title>t</title></html>", URL)
    facts_of(body, today=TODAY)
    child = readers()._idle.get_nowait()
    readers()._idle.put(child)
    os.kill(child.process.pid, signal.SIGKILL)
    assert facts_of(body, today=TODAY).title == "t"


def test_a_page_that_ends_a_new_child_too_is_refused(monkeypatch):
    monkeypatch.setattr(readers(), "module", "tests.answerable.listening.sources.reading.dying_child")
    readers().close()
    with pytest.raises(Unread, match="reader_died"):
        facts_of(Document(b"<html lang=en>", URL), today=TODAY)


def test_a_document_over_the_size_is_not_handed_over(monkeypatch):
    monkeypatch.setattr(pool, "LARGEST", 10)
    with pytest.raises(Unread, match="too_large"):
        places_in(Document(b"x" * 11, URL))


def test_what_passes_between_parent_and_child_is_whole_or_refused():
    facts = page("<ul><li><a href=/a>An entry</a> 2026-03-01</li></ul>", barriers=True)
    line = line_of(facts)
    assert read_page(json.loads(line)) == facts
    assert read_page({"page": {**asdict(PageFacts())}}) == PageFacts()
    with pytest.raises(KeyError):
        read_page({"page": {}})


def test_a_task_that_breaks_a_parser_is_a_refusal():
    head = {
        "task": "page",
        "final_url": URL,
        "headers": {},
        "status": 200,
        "today": "no day",
        "selector": "",
        "barriers": True,
    }
    assert carry_out(head, b"x") == b'{"refused": "unreadable"}\n'
