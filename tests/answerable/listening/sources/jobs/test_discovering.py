import pytest

from answerable.kernel.actor import MACHINE
from answerable.listening.sources import actions, queries
from answerable.listening.sources.jobs import look_up
from answerable.listening.sources.jobs.discovering import look_at
from tests.answerable.listening.sources.loopback import POLICY, site
from tests.answerable.listening.sources.makers import NOON


@pytest.fixture
def town(settings):
    settings.EGRESS_POLICY = POLICY
    with site() as served:
        yield served


def html(town, text, path="/"):
    town.pages[path] = (
        200,
        {"Content-Type": "text/html"},
        f"<html><head>{text}</head><body></body></html>".encode(),
    )


def test_the_feeds_that_a_site_names_are_found(town):
    html(town, '<link rel="alternate" type="application/rss+xml" title="City" href="/city.xml">')
    found = look_at(town.url("/"), POLICY)
    assert [(one["url"], one["title"], one["kind"]) for one in found.candidates] == [
        (town.url("/city.xml"), "City", "feed")
    ]


def test_an_address_that_is_a_feed_itself_is_its_own_answer(town):
    address = town.feed("/feed.xml", "News")
    assert [one["url"] for one in look_at(address, POLICY).candidates] == [address]


def test_a_feed_in_a_common_place_is_found_where_the_site_names_none(town):
    html(town, "<title>Plain</title>")
    town.feed("/rss.xml", "News")
    assert [one["url"] for one in look_at(town.url("/"), POLICY).candidates] == [town.url("/rss.xml")]


def test_a_site_without_feeds_offers_nothing(town):
    html(town, "<title>Plain</title>")
    assert look_at(town.url("/"), POLICY).candidates == ()


def test_a_missing_site_has_its_reason(town):
    assert look_at(town.url("/nowhere"), POLICY).code == "not_found"
    assert look_at("http://127.0.0.1:1/", POLICY).code == "unreachable"


@pytest.mark.django_db(transaction=True)
def test_every_address_of_a_look_up_gets_its_answer(town):
    html(town, '<link rel="alternate" type="application/atom+xml" href="/a.xml">')
    pk = actions.ask_lookup([town.url("/"), town.url("/no"), "https://x.com/somebody"], by=MACHINE, at=NOON)
    look_up.func(pk)
    page = queries.lookup_page(MACHINE, pk)
    assert (page.state, [answer.state for answer in page.answers]) == (
        "done",
        ["found", "refused", "refused"],
    )


@pytest.mark.django_db(transaction=True)
def test_the_strict_policy_lets_nobody_look_inside(town, settings):
    settings.EGRESS_POLICY = None
    pk = actions.ask_lookup([town.url("/")], by=MACHINE, at=NOON)
    look_up.func(pk)
    assert queries.lookup_page(MACHINE, pk).answers[0].state == "refused"
    assert town.asked == []
