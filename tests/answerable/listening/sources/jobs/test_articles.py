from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.listening.sources import queries
from answerable.listening.sources.jobs import fetch_articles
from answerable.listening.sources.models import Item
from tests.answerable.listening.sources.loopback import POLICY, site
from tests.answerable.listening.sources.makers import make_item, make_source

pytestmark = pytest.mark.django_db(transaction=True)
ARTICLE = (
    "<html><head><title>Main broke</title></head><body><nav>Home About</nav><article><h1>Main broke</h1>"
    + "".join(
        f"<p>The warehouse on Harbour Street was flooded, said the water company, part {n}.</p>"
        for n in range(9)
    )
    + "</article></body></html>"
).encode()


@pytest.fixture
def town(settings):
    settings.EGRESS_POLICY = POLICY
    with site() as served:
        yield served


def wanting(link, **changes):
    return make_item(link=link, wants_full_text=True, first_seen_at=clock.now(), **changes)


def test_an_article_takes_the_place_of_its_summary(town):
    town.pages["/1"] = (200, {"Content-Type": "text/html"}, ARTICLE)
    item = wanting(town.url("/1"))
    fetch_articles.func(item.source_id)
    item.refresh_from_db()
    assert "flooded" in item.full_text
    assert not item.wants_full_text
    assert [row.reason for row in queries.arrivals()] == ["new", "full_text"]


def test_what_robots_forbid_keeps_its_summary_and_is_not_tried_again(town):
    town.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /\n")
    town.pages["/1"] = (200, {}, ARTICLE)
    item = wanting(town.url("/1"))
    fetch_articles.func(item.source_id)
    item.refresh_from_db()
    assert (item.full_text, item.wants_full_text) == ("", False)
    assert [path for path, _headers in town.asked] == ["/robots.txt"]


def test_a_fault_of_the_site_is_tried_again_for_six_hours(town):
    town.pages["/1"] = (503, {}, b"")
    young, old = wanting(town.url("/1")), wanting(town.url("/1"))
    Item.objects.filter(pk=old.pk).update(first_seen_at=clock.now() - timedelta(hours=7))
    fetch_articles.func(young.source_id)
    assert list(Item.objects.filter(wants_full_text=True)) == [young]


def test_a_source_without_wishes_calls_nobody(town):
    fetch_articles.func(make_source().pk)
    assert town.asked == []
