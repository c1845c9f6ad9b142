"""Headers on every page, and an error that was to be expected as one sentence with a next step."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path

from answerable.kernel.actor import NOBODY
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.project import urls
from answerable.web.middleware import ProxyMiddleware
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db


def gone(_request):
    raise NotFound("There is no such thing.", "Look in the list.")


def quicker(_request):
    raise Moved("Somebody was quicker.")


def closed(_request):
    NOBODY.need("listen.read")


def broken(_request):
    raise RuntimeError("a defect")


def cached(_request):
    return HttpResponse("kept", headers={"Cache-Control": "public"})


urlpatterns = [
    *urls.urlpatterns,
    path(
        "try/",
        include([path(f"{view.__name__}/", view) for view in (gone, quicker, closed, broken, cached)]),
    ),
]


@pytest.fixture(autouse=True)
def _addresses():
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.fixture
def as_ada(client):
    client.force_login(make_member("Ada"))
    return client


def test_an_anticipated_error_is_a_page_with_its_sentence_and_next_step(as_ada):
    answer = as_ada.get("/try/gone/")
    assert answer.status_code == 404
    for words in ("There is no such thing.", "Look in the list.", "an-rail"):
        assert words in answer.content.decode()


def test_after_a_form_it_says_that_nothing_was_changed(as_ada):
    answer = as_ada.post("/try/quicker/")
    assert answer.status_code == 409
    assert "Nothing was changed" in answer.content.decode()


def test_a_part_of_a_page_gets_the_sentence_alone_and_its_place(as_ada):
    answer = as_ada.get("/try/gone/", headers={"hx-request": "true"})
    assert answer.headers["HX-Retarget"] == "#an-refusal"
    assert "There is no such thing." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client):
    assert client.get("/try/closed/?a=1").url == "/accounts/login/?next=/try/closed/%3Fa%3D1"
    assert client.post("/try/closed/").status_code == 403


def test_who_is_signed_in_and_may_not_is_told_so(as_ada):
    answer = as_ada.get("/try/closed/")
    assert answer.status_code == 403
    assert "Your posts do not allow this." in answer.content.decode()


def test_a_defect_stays_loud(as_ada):
    with pytest.raises(RuntimeError):
        as_ada.get("/try/broken/")


@pytest.mark.parametrize(("language", "words"), [("en", "Something broke here"), ("zh-hans", "系统出错了")])
def test_a_defect_shows_a_page_that_says_what_was_kept(language, words):
    client = Client(raise_request_exception=False)
    answer = client.get("/try/broken/", headers={"accept-language": language})
    assert answer.status_code == 500
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is no such page"), ("zh-hans", "没有这个页面")]
)
def test_an_address_that_leads_nowhere_says_so(client, language, words):
    answer = client.get("/nowhere/", headers={"accept-language": language})
    assert answer.status_code == 404
    assert words in answer.content.decode()


def test_a_form_from_before_signing_in_says_what_to_do():
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "ada"})
    assert answer.status_code == 403
    assert "This form is no longer valid" in answer.content.decode()


def test_a_request_that_makes_no_sense_says_so(client):
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "This request could not be read" in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/accounts/login/", "/listen/stories/", "/nowhere/", "/try/gone/"])
def test_every_page_carries_the_headers_of_the_wall(as_ada, address):
    headers = as_ada.get(address).headers
    assert headers["Cache-Control"].startswith(("no-store", "max-age=0, no-cache, no-store"))
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    wall = headers["Content-Security-Policy"]
    assert "default-src 'none'" in wall
    assert "unsafe" not in wall


def test_an_answer_that_says_itself_how_long_it_keeps_is_left_alone(client):
    assert client.get("/try/cached/").headers["Cache-Control"] == "public"


def test_no_template_of_ours_holds_a_script_or_a_style_of_its_own():
    folders = [path for path in (settings.PACKAGE).rglob("templates") if path.is_dir()]
    for folder in folders:
        for template in folder.rglob("*.html"):
            text = template.read_text()
            assert " style=" not in text, template
            assert " onclick=" not in text, template
            assert "<style" not in text, template
            # A block of figures for search engines is no script: a browser never runs it.
            allowed = ("<script src=", '<script nonce="', '<script type="application/ld+json">')
            assert text.count("<script") == sum(text.count(start) for start in allowed), template


def test_an_anticipated_error_speaks_for_itself():
    assert str(Anticipated("One thing.", "Then another.")) == "One thing. Then another."


def seen(told, proxies, settings):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": told}, REMOTE_ADDR="127.0.0.1")
    ProxyMiddleware(lambda passed: HttpResponse(passed.META["REMOTE_ADDR"]))(request)
    return request.META["REMOTE_ADDR"]


@pytest.mark.parametrize(
    ("told", "proxies", "address"),
    [
        ("203.0.113.9", 0, "127.0.0.1"),
        ("203.0.113.9", 1, "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", 1, "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9, 192.0.2.4", 2, "203.0.113.9"),
        ("203.0.113.9", 2, "127.0.0.1"),
        ("nonsense", 1, "127.0.0.1"),
        ("", 1, "127.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_say_is_believed_of_a_visitors_address(told, proxies, address, settings):
    assert seen(told, proxies, settings) == address
