"""The public pages over HTTP: no cookie, nothing that varies, conditional, and a button that asks for nobody's name."""

import pytest
from django.conf import settings as in_force
from django.test import Client

from answerable.kernel.trail.models import Entry
from answerable.response.answers_site.models import Verdict
from answerable.response.answers_site.rules.callers import MOST_OF_ALL
from tests.answerable.response.answers.makers import make_published
from tests.answerable.response.answers.makers import sign_in as let_in
from tests.answerable.response.answers_site.makers import HOSTILE
from tests.answerable.response.answers_site.strict import faults

pytestmark = pytest.mark.django_db


def paths(slug: str) -> list[str]:
    lists = [
        f"/answers/en/{name}"
        for name in ("", "all/", "topics/", "archive/", "changes/", "figures/", "about/")
    ]
    files = [
        "/answers/en/atom.xml",
        "/answers/en/feed.json",
        "/answers/sitemap.xml",
        "/answers/site.css",
        "/answers/mark.svg",
        "/robots.txt",
    ]
    return [
        "/answers/",
        f"/answers/{slug}/",
        "/answers/en/search/?q=water",
        "/answers/en/thanks/",
        *lists,
        *files,
    ]


def test_no_page_sets_a_cookie_or_varies_and_every_page_may_be_cached(office, reader):
    slug = make_published(office)
    for path in paths(slug):
        page = reader.get(path)
        assert page.status_code == 200, path
        assert not page.cookies, path
        assert "Set-Cookie" not in page.headers
        assert "Vary" not in page.headers, path
        assert page["Cache-Control"].startswith("public, max-age="), path
        assert page["Content-Length"] == str(len(page.content))
        assert "script-src" not in page["Content-Security-Policy"]
        assert page["Content-Security-Policy"].startswith("default-src 'none'")
        assert page["X-Content-Type-Options"] == "nosniff"


def test_a_signed_in_officer_and_a_browser_in_another_language_get_the_same_bytes(office, reader, client):
    slug = make_published(office)
    let_in(client, "ada")
    for path in paths(slug):
        seen = reader.get(path, headers={"Accept-Language": "zh-CN", "Cookie": "django_language=zh-hans"})
        assert client.get(path).content == seen.content == Client().get(path).content


def test_a_copy_that_is_still_right_is_not_sent_again(office, reader):
    slug = make_published(office)
    for path in paths(slug):
        page = reader.get(path)
        again = reader.get(path, headers={"If-None-Match": page["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path
        assert again["ETag"] == page["ETag"]
        assert reader.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    page = reader.get(f"/answers/{slug}/")
    since = {"If-Modified-Since": page["Last-Modified"]}
    assert reader.get(f"/answers/{slug}/", headers=since).status_code == 304
    long_ago = {"If-Modified-Since": "Sun, 01 Mar 2020 00:00:00 GMT"}
    assert reader.get(f"/answers/{slug}/", headers=long_ago).status_code == 200


def test_a_publication_is_seen_at_once(office, reader):
    assert b"Mill Lane" not in reader.get("/answers/en/").content
    make_published(office)
    assert b"Mill Lane" in reader.get("/answers/en/").content


def test_a_page_from_memory_costs_one_query(office, reader, django_assert_num_queries):
    slug = make_published(office)
    reader.get(f"/answers/{slug}/")
    with django_assert_num_queries(1):
        reader.get(f"/answers/{slug}/")


def test_where_nothing_is_a_strict_page_says_so(office, reader):
    for path in ("/answers/never/", "/answers/en/nothing/here/", "/answers/en/all/9/", "/answers/fr/x/y/"):
        page = reader.get(path)
        assert page.status_code == 404, path
        assert faults(page.content) == []
        assert page["Cache-Control"] == "no-store"
    assert reader.post("/answers/en/").status_code == 405


@pytest.mark.parametrize("words", ["water", HOSTILE, "' OR 1=1 --", '"', "水" * 300, "a\x00b", "   "])
def test_a_search_answers_whatever_is_asked(office, reader, words):
    make_published(office)
    page = reader.get("/answers/en/search/", {"q": words, "page": "99999999"})
    assert page.status_code == 200
    assert faults(page.content) == []
    assert (b"Mill Lane" in page.content) == (words == "water")
    assert page["X-Robots-Tag"] == "noindex"


def test_a_verdict_is_kept_with_nothing_that_leads_to_anybody(office, reader):
    slug = make_published(office)
    said = {"helped": "no", "open_question": "Call me: 13800138000. When is the pressure back?"}
    answer = reader.post(f"/answers/{slug}/verdict/", said, headers={"Origin": "http://testserver"})
    assert (answer.status_code, answer["Location"]) == (303, "/answers/en/thanks/")
    assert not answer.cookies
    row = Verdict.objects.get()
    assert (row.helped, "13800138000" in row.open_question) == (False, False)
    assert "When is the pressure back?" in row.open_question
    entry = Entry.objects.order_by("-id").first()
    assert (entry.act, entry.actor_name) == ("answers_site.judge", "a reader")
    assert "pressure" not in entry.payload.content
    assert b"pressure" not in reader.get(f"/answers/{slug}/").content


def test_nothing_typed_is_lost_when_something_is_missing(office, reader):
    slug = make_published(office)
    answer = reader.post(f"/answers/{slug}/verdict/", {"open_question": "Why & <b>when</b>?"})
    assert answer.status_code == 422
    assert b"Why &amp; &lt;b&gt;when&lt;/b&gt;?" in answer.content
    assert faults(answer.content) == []
    assert (
        reader.post(f"/answers/{slug}/verdict/", {"helped": "yes", "open_question": "x" * 601}).status_code
        == 422
    )
    assert not Verdict.objects.exists()


def test_a_page_elsewhere_cannot_make_its_visitors_press_the_button(office, reader):
    slug = make_published(office)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        answer = reader.post(f"/answers/{slug}/verdict/", {"helped": "yes"}, headers=headers)
        assert answer.status_code == 403
        assert faults(answer.content) == []
    assert not Verdict.objects.exists()


def test_the_exported_pages_may_press_it(office, reader, settings):
    settings.ANSWERS_ADDRESS, settings.ANSWERS_FORMS = "https://www.example", "https://house.example"
    slug = make_published(office)
    assert (
        f'action="https://house.example/answers/{slug}/verdict/"'.encode()
        in reader.get(f"/answers/{slug}/").content
    )
    answer = reader.post(
        f"/answers/{slug}/verdict/", {"helped": "yes"}, headers={"Origin": "https://www.example"}
    )
    assert answer.status_code == 303


def test_nobody_presses_it_all_day(office, reader):
    slug = make_published(office)
    codes = [reader.post(f"/answers/{slug}/verdict/", {}).status_code for _ in range(MOST_OF_ALL + 1)]
    assert codes == [422] * MOST_OF_ALL + [429]


def test_only_a_post_is_a_verdict_and_only_on_an_answer_that_is_there(office, reader):
    slug = make_published(office)
    assert reader.get(f"/answers/{slug}/verdict/").status_code == 405
    assert reader.post("/answers/never/verdict/", {"helped": "yes"}).status_code == 404


def test_the_settings_lead_the_public_site_around_the_house():
    names = [name.rpartition(".")[2] for name in in_force.MIDDLEWARE]
    assert names.index("PublicSiteMiddleware") < names.index("SessionMiddleware")
