"""Every page of the site: whole, strict, the same for everybody, at a fixed cost."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers.queries import topics
from answerable.response.answers.rules.states import Kind
from answerable.response.answers_site import press
from answerable.response.answers_site.rules.topics import key_of
from tests.answerable.response.answers.makers import LATER, change, make_published, publish
from tests.answerable.response.answers_site.makers import HOSTILE, multiply
from tests.answerable.response.answers_site.strict import faults, scripts

pytestmark = pytest.mark.django_db
LISTS = ("front", "list", "topics", "archive", "changes", "figures", "feed", "feed-json")


def all_pages() -> dict[str, press.Sheet]:
    found = {press.path_of(name, parts): press.made(name, **parts) for name, parts in press.everything()}
    assert all(found.values())
    return found  # type: ignore[return-value]


def html_faults(pages: dict[str, press.Sheet]) -> dict[str, list[str]]:
    found = {path: faults(sheet.body) for path, sheet in pages.items() if sheet.kind.startswith("text/html")}
    return {path: wrong for path, wrong in found.items() if wrong}


def test_an_empty_site_has_all_its_pages_and_each_is_strict():
    pages = all_pages()
    assert {"/answers/", "/answers/zh/", "/answers/en/figures/", "/robots.txt"} <= pages.keys()
    assert html_faults(pages) == {}


def test_every_page_is_strict_whatever_an_answer_says(office):
    said = {
        "title": HOSTILE[:190],
        "summary": HOSTILE,
        "question": HOSTILE,
        "unknown": HOSTILE,
        "more_at": HOSTILE[:190],
    }
    slug = make_published(office, **said, body=HOSTILE, topics=(HOSTILE[:50],))
    make_published(office, language="zh", title="水", kind=Kind.CLARIFICATION)
    pages = all_pages()
    assert html_faults(pages) == {}
    page = pages[f"/answers/{slug}/"].body
    assert len(scripts(page)) == 1
    block = re.search(rb'<script type="application/ld\+json">(.*?)</script>', page)
    assert block is not None
    assert json.loads(block[1])["@graph"][0]["headline"] == HOSTILE[:190].strip()
    assert b"{{ 7*7 }}" in page


def test_nothing_on_any_page_is_fetched_from_elsewhere(office):
    make_published(office)
    for path, sheet in all_pages().items():
        loads = re.findall(
            rb'(?:src|srcset|data|poster|action)="([^"]*)"|<link rel="stylesheet" href="([^"]*)"', sheet.body
        )
        assert all((one or other).startswith((b"/answers/",)) for one, other in loads), path
    style = press.made("style")
    assert style is not None
    assert b"url(" not in style.body
    assert b"@import" not in style.body


def test_an_answer_says_who_when_what_is_known_what_is_not_and_on_what_it_rests(office):
    slug = make_published(office, unknown="How long the pipe holds.", more_at="On Friday", todo="- Boil it.")
    page = all_pages()[f"/answers/{slug}/"].body.decode()
    for words in ("Emil", "Water Bureau", "When do we have water again?", "What we know", "What you can do"):
        assert words in page
    for words in (
        "What we do not know yet",
        "How long the pipe holds.",
        "On Friday",
        "https://water.example/log",
    ):
        assert words in page
    assert page.index("Emil") < page.index("What we know")
    assert '<time datetime="2026-03-02T' in page


def test_a_correction_is_seen_word_by_word_with_its_reason(office):
    slug = make_published(office)
    answer = Answer.objects.get(slug=slug).pk
    actions.correct(answer, "It was seven.", by=office.chen, at=LATER)
    change(
        office,
        answer,
        note="It was seven.",
        body="The main in Mill Lane is **repaired**. Water is back at seven this evening.",
    )
    publish(office, answer, at=LATER)
    pages = all_pages()
    page = pages[f"/answers/{slug}/"].body.decode()
    assert "<del>six</del><ins>seven</ins>" in page
    assert "It was seven." in page
    assert "Water is back at six this evening." in page
    assert "It was seven." in pages["/answers/en/changes/"].body.decode()


def test_a_withdrawn_answer_stays_listed_with_its_reason_and_its_text_is_only_history(office):
    slug = make_published(office)
    answer = Answer.objects.get(slug=slug).pk
    actions.withdraw(answer, "The works were called off.", by=office.chen, at=LATER)
    publish(office, answer, at=LATER)
    pages = all_pages()
    page = pages[f"/answers/{slug}/"].body.decode()
    assert "The works were called off." in pages["/answers/en/"].body.decode()
    assert page.index("The works were called off.") < page.index('id="history"') < page.index("Water is back")
    assert "verdict/" not in page
    assert b"Withdrawn:" in pages["/answers/en/atom.xml"].body


def test_a_translation_is_named_on_both_pages(office):
    slug = make_published(office)
    answer = Answer.objects.get(slug=slug).pk
    other = make_published(office, language="zh", title="几点来水", translation_of=answer)
    pages = all_pages()
    assert f'hreflang="zh-Hans" href="/answers/{other}/"'.encode() in pages[f"/answers/{slug}/"].body
    assert f'hreflang="en" href="/answers/{slug}/"'.encode() in pages[f"/answers/{other}/"].body
    assert f"/answers/{other}/".encode() not in pages["/answers/en/all/"].body.split(b"<main")[1]


def test_a_first_release_stands_under_what_is_looked_into_while_something_is_unknown(office):
    make_published(
        office, kind=Kind.FIRST_RELEASE, title="A main burst", unknown="Why.", more_at="Tonight at nine"
    )
    front = all_pages()["/answers/en/"].body.decode()
    assert (
        front.index("What we are looking into now") < front.index("Tonight at nine") < front.index("Latest")
    )


def test_past_the_end_of_a_list_there_is_nothing(office):
    make_published(office)
    key = key_of(topics()[0][0])
    assert press.made("list", language="en", page=2) is None
    assert press.made("list", language="en", page=0) is None
    assert press.made("topic", language="en", key="nothing-000000") is None
    assert press.made("topic", language="zh", key=key) is None
    assert press.made("month", language="en", year=2026, month=13) is None
    assert press.made("month", language="en", year=9999, month=12) is None
    assert press.made("answer", slug="never") is None


@pytest.mark.parametrize("name", LISTS)
def test_a_page_costs_as_many_queries_with_many_answers_as_with_one(office, name):
    slug = make_published(office)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert press.made(name, language="en") is not None
        return len(asked)

    one = cost()
    multiply(Answer.objects.get(slug=slug).pk, 60)
    assert cost() == one <= 16


def test_ten_thousand_answers_are_pages_like_one(office):
    slug = make_published(office)
    multiply(Answer.objects.get(slug=slug).pk, 9_999)
    last = press.made("list", language="en", page=500)
    assert last is not None
    assert b"Page 500 of 500" in last.body
    assert press.made("list", language="en", page=501) is None
    places = press.made("sitemap")
    assert places is not None
    assert places.body.count(b"<lastmod>") == 10_000
    assert sum(1 for _ in press.everything()) > 10_500
