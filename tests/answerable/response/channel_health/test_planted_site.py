"""A site of 300 pages with 25 planted faults of every kind: all are found, nothing else is, and the host is spared."""

from datetime import date, timedelta
from typing import Any

import pytest

from answerable.kernel.actor import MACHINE
from answerable.office.people.queries import day_of
from answerable.response.channel_health import actions
from answerable.response.channel_health.actions import ColumnDraft, SiteDraft
from answerable.response.channel_health.jobs import Slice
from answerable.response.channel_health.models import Check, Round, Visit
from answerable.response.channel_health.queries import ground
from answerable.response.channel_health.rules.freshness import ColumnKind
from answerable.response.channel_health.visiting import Tried
from answerable.response.letters.models import Letter
from tests.answerable.egress.test_certificate import shaking_hands
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import (
    DAY,
    faults,
    finish,
    look_whole,
    make_channel,
    polite_policy,
)
from tests.answerable.response.channel_health.planted import COLUMNS, Answer, Entry, Site
from tests.battery.loopback import answer, serving

GAP_S, PAUSE_S = 0.004, 0.04


@pytest.fixture
def site():
    with Site(day_of(NOON)) as running:
        yield running


@pytest.fixture
def small():
    with Site(day_of(NOON), most=6) as running:
        yield running


def register(cast: Any, site: Site) -> Any:
    """Put the site into the register, with its columns and its page for messages."""
    channel = make_channel(cast, address=site.home)
    draft = SiteDraft(consultation=f"{site.address}/messages.html", letters_here=True, pages_a_day=400)
    actions.set_site(channel.pk, draft, by=cast.kim, at=NOON)
    for path, name, kind, *_rest in COLUMNS:
        column = ColumnDraft(name, f"{site.address}/{path}/", ColumnKind(kind))
        actions.add_column(channel.pk, column, by=cast.kim, at=NOON)
    return channel


def standing(channel: Any, day: date) -> dict[str, str]:
    """How each measure of a day stands."""
    return dict(Check.objects.filter(channel=channel, day=day).values_list("metric", "standing"))


def next_day(site: Site, days: int = 1) -> None:
    """Let the clean site live on: each column gets a new entry at its head."""
    site.today += timedelta(days=days)
    for path, name, *_rest in COLUMNS:
        number = 900 + days + len(site.entries[path])
        text = f"Something new of {name} on {site.today}, number {number}."
        site.entries[path].insert(
            0, Entry(f"/{path}/{number}.html", f"{name}: new report {number}", site.today, site.today, text)
        )


def test_a_clean_site_has_no_finding_on_any_day(cast, site):
    """The control: the same site, the same two looks, nothing planted, nothing found."""
    channel = register(cast, site)
    policy = polite_policy(GAP_S)
    look_whole(channel, at=NOON, policy=policy)
    assert len(site.paths) == 300
    assert Round.objects.get().pages == 300
    next_day(site)
    look_whole(channel, at=NOON + DAY, policy=policy)
    assert faults(channel) == []
    assert set(standing(channel, day_of(NOON + DAY)).values()) == {"ok"}


def plant_first(site: Site, outward: str, dead_host: str) -> list[tuple[str, str]]:
    """Plant what one look can see; gives what has to be found, as (fault, subject)."""
    url, today = site.address, site.today
    for entries, days in (("districts", 20), ("press", 40)):  # two news columns stand still
        for entry in site.entries[entries]:
            entry.day = entry.page_day = entry.day - timedelta(days=days)
    for entry in site.entries["budget"]:  # and one of notices
        entry.day = entry.page_day = entry.day - timedelta(days=200)
    site.entries["works"].clear()
    site.added["/about.html"] = (
        '<p><a href="/gone.html">Our old rules</a> <a href="/removed.html">A removed page</a> '
        '<a href="/broken.html">A broken page</a> <a href="/soft.html">A page that says so</a> '
        f'<a href="{outward}/nowhere">Another body</a> <a href="{outward}/fine">A good neighbour</a> '
        f'<a href="{dead_host}/">A neighbour that left</a> <a href="/form.pdf">A form to fill in</a></p>'
    )
    site.planted["/removed.html"] = Answer("gone", 410)
    site.planted["/broken.html"] = Answer("error", 500)
    site.planted["/soft.html"] = Answer(
        "<html lang=en><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"
    )
    site.consultation = False
    news, notices, policies = site.entries["news"], site.entries["notices"], site.entries["policies"]
    news[0].day = news[0].page_day = today + timedelta(days=12)
    site.file_days[news[3].path] = news[3].day - timedelta(days=30)
    site.map_days[notices[2].path] = notices[2].day - timedelta(days=60)
    notices[5].page_day = notices[5].day - timedelta(days=9)
    for path, markup in (
        (policies[1].path, '<p><img src="/pictures/2.png"></p>'),
        (policies[2].path, '<form><input type="text" name="q"></form>'),
        (policies[3].path, '<p><a href="/about.html"></a></p>'),
        (policies[4].path, '<iframe src="/about.html"></iframe>'),
        (policies[5].path, '<p style="color:#999999;background-color:#ffffff">Hard to read</p>'),
    ):
        site.added[path] = markup
    site.changed["/standing-1.html"] = [('<html lang="en">', "<html>")]
    return [
        ("column_stale", f"{url}/districts/"),
        ("column_stale", f"{url}/press/"),
        ("column_stale", f"{url}/budget/"),
        ("column_empty", f"{url}/works/"),
        ("link_dead", f"{url}/gone.html"),
        ("link_dead", f"{url}/removed.html"),
        ("link_dead", f"{url}/broken.html"),
        ("link_dead", f"{url}/form.pdf"),
        ("says_missing", f"{url}/soft.html"),
        ("link_dead_outward", f"{outward}/nowhere"),
        ("consultation_dead", f"{url}/messages.html"),
        ("message_waits", ""),
        ("date_ahead", f"{url}{news[0].path}"),
        ("date_after_file", f"{url}{news[3].path}"),
        ("date_after_map", f"{url}{notices[2].path}"),
        ("date_differs", f"{url}{notices[5].path}"),
        ("barrier", "image-alt"),
        ("barrier", "label"),
        ("barrier", "link-name"),
        ("barrier", "frame-title"),
        ("barrier", "color-contrast"),
        ("barrier", "html-has-lang"),
    ]


def plant_second(site: Site, dead_host: str) -> list[tuple[str, str]]:
    """Plant what only a second look can see."""
    url = site.address
    news, notices = site.entries["news"], site.entries["notices"]
    old = site.today - timedelta(days=30)
    news.insert(
        2, Entry("/news/slipped-in.html", "Bureau news: slipped in later", old, old, "It was always there.")
    )
    for entry in notices[10:14]:  # a list gets new dates and no new text
        entry.day = entry.page_day = entry.day + timedelta(days=15)
    return [
        ("date_backdated", f"{url}/news/slipped-in.html"),
        ("date_redated", f"{url}{notices[10].path}"),
        ("link_dead_outward", f"{dead_host}/"),
    ]


def old_letter(cast: Any) -> None:
    """A letter that has waited for 100 days."""
    Letter.objects.create(
        reference="L-1",
        way="form",
        title="No water",
        text="When does it come back?",
        unit=cast.supply,
        received_at=NOON - timedelta(days=100),
        registered_at=NOON - timedelta(days=100),
    )


def test_25_planted_faults_of_every_kind_are_found_and_no_other(cast, site):
    channel = register(cast, site)
    old_letter(cast)
    policy = polite_policy(GAP_S)
    with serving({"/fine": answer(b"ok")}, host="127.0.0.2") as neighbour:
        with serving(host="127.0.0.3") as left:
            dead_host = left.url("/").rstrip("/")
        planted = plant_first(site, neighbour.url("/").rstrip("/"), dead_host)
        assert len(planted) == 22
        look_whole(channel, at=NOON, policy=policy)
        assert faults(channel) == sorted(planted)
        site.today += timedelta(days=1)
        planted += plant_second(site, dead_host)
        assert len(planted) == 25
        look_whole(channel, at=NOON + DAY, policy=policy)
    assert faults(channel) == sorted(planted)
    assert (site.most_at_once, site.shortest_gap >= GAP_S) == (1, True)
    assert standing(channel, day_of(NOON + DAY)) == {
        "home": "ok",
        "columns": "warn",
        "empty": "warn",
        "links": "warn",
        "interaction": "fail",
        "dates": "warn",
        "access": "warn",
    }


def test_the_site_is_called_once_at_a_time_with_its_pause_and_no_page_twice(cast, small):
    look_whole(register(cast, small), policy=polite_policy(PAUSE_S))
    pages = [call.path for call in small.calls if call.method == "GET" and call.path.endswith((".html", "/"))]
    assert sorted(pages) == sorted(small.paths)
    assert small.most_at_once == 1
    assert small.shortest_gap >= PAUSE_S
    assert len(small.calls) <= len(pages) + 3  # and robots.txt, the sitemap, the picture


def test_without_its_pause_the_same_look_would_be_seen_as_impolite(cast, small):
    """The control of the one above."""
    look_whole(register(cast, small), policy=polite_policy(0))
    assert small.shortest_gap < PAUSE_S


def test_what_robots_forbids_is_not_read_and_is_no_fault(cast, small):
    small.forbidden = "/works/"
    channel = register(cast, small)
    look_whole(channel)
    assert not [call for call in small.calls if call.path.startswith("/works/")]
    assert faults(channel) == []


def test_no_more_pages_are_read_than_the_keeper_allows_and_others_the_next_day(cast, small):
    channel = register(cast, small)
    draft = SiteDraft(consultation=f"{small.address}/messages.html", letters_here=True, pages_a_day=30)
    actions.set_site(channel.pk, draft, by=cast.kim, at=NOON)
    look_whole(channel)
    first = {call.path for call in small.calls if call.path.endswith(".html")}
    assert Round.objects.get().pages == 30
    small.calls.clear()
    look_whole(channel, at=NOON + DAY)
    second = {call.path for call in small.calls if call.path.endswith(".html")}
    assert len(second - first) > 15
    assert faults(channel) == []


def test_a_look_that_was_cut_off_goes_on_where_it_stopped(cast, small):
    channel = register(cast, small)
    found = actions.begin_round(channel.pk, small.home, day_of(NOON), by=MACHINE, at=NOON)
    running = ground.running(found)
    assert Slice(running, polite_policy(0.02), seconds=0.3, at=NOON).run() is True
    before = Visit.objects.filter(round=found).exclude(done_at=None).count()
    assert 0 < before < 62
    finish(found)
    assert Round.objects.get().state == "done"
    pages = [call.path for call in small.calls if call.method == "GET" and call.path.endswith((".html", "/"))]
    assert len(pages) == len(set(pages)) == len(small.paths)


def test_what_is_put_right_is_gone_after_a_second_look_at_it_alone(cast, small):
    channel = register(cast, small)
    small.added["/about.html"] = '<p><a href="/gone.html">Our old rules</a> <a href="/lost.html">Lost</a></p>'
    look_whole(channel)
    assert len(faults(channel)) == 2
    small.planted["/gone.html"] = Answer(
        "<html lang=en><head><title>Rules</title></head><body><h1>Rules</h1></body></html>"
    )
    small.calls.clear()
    again = actions.begin_round(channel.pk, small.home, day_of(NOON), whole=False, by=cast.kim, at=NOON)
    finish(again)
    assert faults(channel) == [("link_dead", f"{small.address}/lost.html")]
    assert len(small.calls) < 20
    small.added["/about.html"] = ""  # a link that is taken out is put right too
    finish(actions.begin_round(channel.pk, small.home, day_of(NOON), whole=False, by=cast.kim, at=NOON))
    assert faults(channel) == []


def test_a_home_page_that_nobody_touched_for_15_days_fails_the_site(cast, small):
    for found in small.entries.values():
        for entry in found:
            entry.day = entry.page_day = entry.day - timedelta(days=14)
    channel = register(cast, small)
    look_whole(channel)
    assert ("home_stale", small.home) in faults(channel)
    assert standing(channel, day_of(NOON))["home"] == "fail"


def test_tries_that_fail_in_a_twentieth_of_a_week_fail_the_site(cast, small):
    channel = register(cast, small)
    bad = 0
    for hour in range(24 * 7):
        at = NOON.replace(hour=16) - timedelta(days=7) + timedelta(hours=hour)
        is_bad = hour % 18 == 0
        bad += is_bad
        tried = Tried(not is_bad, "too_slow" if is_bad else "", None if is_bad else 120)
        actions.note_try(channel.pk, small.home, tried, day_of(at), slot=at, at=at)
    assert bad / (24 * 7) > 0.05
    assert faults(channel) == [("unreachable", small.home)]
    assert standing(channel, day_of(NOON))["reachable"] == "fail"


@pytest.mark.parametrize(
    ("days", "planted", "state"),
    [
        (5, ["certificate_bad", "certificate_ends"], "fail"),
        (-5, ["certificate_ended"], "fail"),
        (90, ["certificate_bad"], "fail"),  # nobody signed it but itself
    ],
)
def test_a_certificate_that_ends_or_that_nobody_trusts_is_found(cast, tmp_path, days, planted, state):
    with shaking_hands(tmp_path, NOON + timedelta(days=days)) as port:
        channel = make_channel(cast, address=f"https://127.0.0.1:{port}/")
        look_whole(channel)
    assert [fault for fault, _subject in faults(channel)] == planted
    check = Check.objects.get(metric="certificate")
    assert (check.value, check.standing) == (days, state)
    assert Round.objects.get().reason == "certificate"
