from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.listening.sources import actions
from answerable.listening.sources.jobs import poll_due
from answerable.listening.sources.jobs.polling import Round
from answerable.listening.sources.models import Item, Poll, Source
from tests.answerable.listening.sources.loopback import POLICY, site
from tests.answerable.listening.sources.makers import make_source, make_unit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town():
    with site() as served:
        yield served


def due(address, **changes):
    return make_source(address=address, next_poll_at=clock.now() - timedelta(seconds=1), **changes)


def test_a_round_polls_what_is_due_and_stores_it(town):
    source = due(town.feed("/feed.xml", "Water is off", "停水通知"))
    assert Round(POLICY).run() is False
    assert sorted(Item.objects.values_list("title", flat=True)) == ["Water is off", "停水通知"]
    source.refresh_from_db()
    assert (source.state, source.lease) == ("active", "")
    assert source.next_poll_at > clock.now()


def test_a_bad_neighbour_does_not_stop_the_others(town):
    due(town.url("/missing.xml"))
    due("http://127.0.0.1:1/feed.xml", host="127.0.0.2")
    town.pages["/bad.xml"] = (200, {}, b"<html>not a feed</html>")
    due(town.url("/bad.xml"))
    due(town.feed("/good.xml", "Good news"))
    Source.objects.filter(host="127.0.0.1").update(host="")
    Round(POLICY).run()
    assert list(Item.objects.values_list("title", flat=True)) == ["Good news"]
    found = dict(Poll.objects.values_list("source__address", "reason"))
    assert found[town.url("/missing.xml")] == "not_found"
    assert found["http://127.0.0.1:1/feed.xml"] == "unreachable"
    assert found[town.url("/bad.xml")] == "not_a_feed"
    assert Source.objects.exclude(next_poll_at=None).count() == 4


def test_an_unchanged_feed_is_asked_for_with_its_validators(town):
    def feed(headers):
        if headers.get("if-none-match") == '"1"':
            return 304, {}, b""
        return 200, {"ETag": '"1"', "Content-Type": "application/rss+xml"}, town_feed

    town_feed = town.feed("/x.xml", "One") and town.pages["/x.xml"][2]
    town.pages["/feed.xml"] = feed
    source = due(town.url("/feed.xml"))
    Round(POLICY).run()
    Source.objects.update(next_poll_at=clock.now(), state="active")
    Round(POLICY).run()
    assert sorted(Poll.objects.values_list("outcome", flat=True)) == ["heard", "not_modified"]
    Source.objects.update(next_poll_at=clock.now(), state="failing")
    Round(POLICY).run()
    source.refresh_from_db()
    assert "if-none-match" not in town.asked[-1][1]
    assert source.state == "active"


def test_sources_of_one_host_are_read_one_after_the_other_in_one_round(town):
    for name in ("a", "b"):
        due(town.feed(f"/{name}.xml", f"News {name}"))
    Round(POLICY).run()
    assert Item.objects.count() == 2
    first, second = Poll.objects.order_by("began_at")
    assert second.began_at >= first.ended_at + timedelta(seconds=2)


def test_a_page_that_robots_forbid_is_not_asked_for(town):
    town.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /")
    town.pages["/news.html"] = (200, {}, b"<ul><li><a href=/1>One</a></li></ul>")
    source = due(town.url("/news.html"), kind="page", settings={"selector": "li"})
    Round(POLICY).run()
    source.refresh_from_db()
    assert (source.state, source.last_reason) == ("blocked", "robots")
    assert [path for path, _headers in town.asked] == ["/robots.txt"]


def test_personal_strings_are_masked_before_they_are_stored(town):
    due(town.feed("/feed.xml", "Call Mr Li on 13912345678 or the hot-line 12345"))
    Round(POLICY).run()
    title = Item.objects.get().title
    assert "13912345678" not in title
    assert "12345" in title


def test_the_strict_policy_of_the_installation_refuses_loopback(town, settings):
    settings.EGRESS_POLICY = None
    source = due(town.feed("/feed.xml", "Inner news"))
    poll_due.func()
    source.refresh_from_db()
    assert (source.state, Item.objects.count()) == ("refused", 0)
    assert town.asked == []


def test_a_defect_with_one_source_is_shown_there_and_is_loud(town, caplog):
    source = due(town.feed("/feed.xml", "News"), memory={"etag": 7})
    Round(POLICY).run()
    source.refresh_from_db()
    assert source.last_reason == "defect"
    assert "could not be polled" in caplog.text


def test_what_a_person_adds_is_polled_by_the_next_free_worker_and_not_at_the_next_round():
    unit = make_unit().pk
    drafts = [actions.Draft("feed", f"https://{name}.example/f", unit) for name in "ab"]
    actions.add_sources(drafts, by=MACHINE, at=clock.now())
    waiting = DBTaskResult.objects.filter(task_path__endswith="poll_due")
    assert waiting.count() == 1
