"""One errand brings facts or a reason, never an exception; other hosts are asked for the head alone."""

from datetime import date

import pytest

from answerable.response.channel_health.visiting import Errand, Purpose, egress_policy, run_errand, try_home
from tests.answerable.response.channel_health.makers import polite_policy
from tests.battery.loopback import answer, serving

TODAY = date(2026, 3, 2)
PAGE = b"<html lang=en><head><title>t</title></head><body><h1>t</h1></body></html>"


@pytest.fixture
def server():
    with serving({"/robots.txt": answer(b"User-agent: *\nDisallow: /secret")}) as running:
        yield running


def go(server, path, purpose=Purpose.PAGE):
    return run_errand(Errand(1, server.url(path), purpose), polite_policy(), today=TODAY)


def test_a_page_brings_its_facts_and_the_day_of_its_file(server):
    head = {"Content_Type": "text/html", "Last_Modified": "Mon, 23 Feb 2026 10:00:00 GMT"}
    server.routes["/a"] = answer(PAGE, **head)
    brought = go(server, "/a")
    assert (brought.status, brought.facts.title, brought.file_day) == (200, "t", date(2026, 2, 23))


def test_what_is_no_page_too_hostile_or_led_elsewhere_is_not_read(server):
    server.routes["/file"] = answer(b"%PDF", Content_Type="application/pdf")
    server.routes["/deep"] = answer(b"<div>" * 5000, Content_Type="text/html")
    assert go(server, "/file").unread == "no_page"
    assert go(server, "/deep").unread == "too_deep"
    with serving({"/": answer(PAGE)}, host="127.0.0.2") as other:
        server.routes["/away"] = answer(b"", "302 Found", Location=other.url("/"))
        assert go(server, "/away").unread == "elsewhere"


def test_robots_is_kept_and_a_missing_page_has_its_status(server):
    assert go(server, "/secret/a").error == "robots"
    assert go(server, "/none").status == 404


def test_a_link_is_asked_for_its_head_and_properly_where_that_is_refused(server):
    server.routes["/only-get"] = lambda connection, request: connection.sendall(
        answer(b"x") if request.startswith(b"GET") else answer(b"", "405 Method Not Allowed")
    )
    assert go(server, "/only-get", Purpose.LINK).status == 200
    assert go(server, "/none", Purpose.LINK).status == 404


def test_a_sitemap_brings_places(server):
    server.routes["/sitemap.xml"] = answer(b"<urlset><url><loc>/a</loc></url></urlset>")
    assert len(go(server, "/sitemap.xml", Purpose.MAP).places) == 1


def test_a_site_with_a_fault_is_told_from_one_that_forbids():
    with serving({"*": answer(b"", "500 Internal Server Error")}) as broken:
        assert go(broken, "/a").status == 500
        assert try_home(broken.url("/"), polite_policy(), seconds=2).reason == "status 500"
    assert go(broken, "/b").error == "unreachable"
    assert try_home(broken.url("/"), polite_policy(), seconds=2).reason == "unreachable"


def test_a_try_that_takes_longer_than_the_limit_has_failed(server):
    server.routes["/"] = lambda connection, request: connection.recv(1)
    tried = try_home(server.url("/"), polite_policy(), seconds=0.3)
    assert (tried.good, tried.reason, tried.counted) == (False, "too_slow", True)


def test_the_policy_is_the_installations():
    assert egress_policy().allow_loopback is True
