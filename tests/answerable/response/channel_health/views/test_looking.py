"""The board and a channel's page: right with none, one and thousands; a second look by whoever keeps it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.response.channel_health.models import Check, Finding, Round
from answerable.response.channels.models import Channel
from tests.answerable.response.channel_health.makers import TODAY, make_channel

BOARD = "/respond/health/"


def check(channel, metric="links", standing="warn", **changes):
    """A measure of today."""
    fields = {"day": day_of(clock.now()), "method": "auto", "value": 2.0, "at": clock.now(), **changes}
    return Check.objects.create(channel=channel, metric=metric, standing=standing, **fields)


def finding(channel, fault="link_dead", subject="http://127.0.0.1:9/gone", **changes):
    """A finding of now."""
    fields = {"key": f"{fault}{subject}"[:64], "found_at": clock.now(), "seen_at": clock.now(), **changes}
    return Finding.objects.create(channel=channel, fault=fault, subject=subject, **fields)


@pytest.fixture
def ada(client, cast):
    client.force_login(cast.accounts["ada"])
    return client


def test_an_empty_board_says_why_it_is_empty(ada):
    assert "No channel is in use" in ada.get(BOARD).content.decode()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_worst_stands_first_with_what_is_wrong(ada, cast, language):
    good, bad = (
        make_channel(cast, name="Good"),
        make_channel(cast, name="Zig", address="http://127.0.0.1:10/"),
    )
    check(good, standing="ok", value=0.0)
    check(bad, "home", "fail", veto=True, value=20.0, limit=14.0)
    page = ada.get(BOARD, headers={"accept-language": language}).content.decode()
    assert page.index("Zig") < page.index("Good")
    assert ("limit 14 days" if language == "en" else "限值14日") in page


def test_filters_and_tabs_are_in_the_address(ada, cast):
    make_channel(cast, name="The site")
    make_channel(cast, name="The account", kind="account", platform="wechat", address="gh_1")
    assert "The site" not in ada.get(f"{BOARD}?kind=account").content.decode()
    assert "No channel fits" in ada.get(f"{BOARD}?standing=fail").content.decode()
    assert "The account" in ada.get(f"{BOARD}?words=WECHAT&unit=nonsense&page=x").content.decode()


def test_ten_thousand_channels_take_no_more_queries_than_one(ada, cast):
    make_channel(cast)
    ada.get(BOARD)
    with CaptureQueriesContext(connection) as few:
        ada.get(BOARD)
    Channel.objects.bulk_create(
        [
            Channel(
                name=f"Account {number}",
                kind="account",
                platform="wechat",
                address=f"gh_{number}",
                purpose="News.",
                unit=cast.supply,
                holder=cast.body,
                keeper_post=cast.keeping,
                filing_no="YT",
                filed_on=TODAY,
                state="live",
                since=clock.now(),
                created_at=clock.now(),
            )
            for number in range(10_000)
        ],
        batch_size=500,
    )
    with CaptureQueriesContext(connection) as many:
        page = ada.get(f"{BOARD}?page=3").content.decode()
    assert len(many) <= len(few) + 45  # long lists of ids are asked for in pieces
    assert "10,001" in page


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_channel_shows_measures_findings_columns_and_looks(ada, cast, language):
    channel = make_channel(cast)
    check(channel, "reachable", "unknown", value=None, note="1/30")
    check(channel, "home", "warn", value=11.0, limit=14.0, veto=True)
    check(channel, "certificate", "ok", value=80.0, limit=30.0)
    finding(channel, details={"found_on": "http://127.0.0.1:9/", "words": "Old rules", "status": 404})
    finding(channel, "date_ahead", details={"says": "2026-12-30", "against": "2026-11-23", "times": 1})
    finding(
        channel,
        "barrier",
        "image-alt",
        details={"page": "http://127.0.0.1:9/a", "pages": 3, "sample": "<img>"},
    )
    Round.objects.create(
        channel=channel, day=TODAY, home="http://127.0.0.1:9/", began_at=clock.now(), reason="robots"
    )
    page = ada.get(f"{BOARD}{channel.pk}/", headers={"accept-language": language}).content.decode()
    for words in ("Old rules", "2026-12-30", "&lt;img&gt;"):
        assert words in page
    assert ("says 2026-12-30" if language == "en" else "所标日期为2026-12-30") in page


def test_ten_thousand_findings_are_paged(ada, cast):
    channel = make_channel(cast)
    now = clock.now()
    Finding.objects.bulk_create(
        [
            Finding(
                channel=channel,
                fault="link_dead",
                subject=f"http://127.0.0.1:9/{number}",
                key=str(number),
                found_at=now - timedelta(seconds=number),
                seen_at=now,
            )
            for number in range(10_000)
        ],
        batch_size=500,
    )
    page = ada.get(f"{BOARD}{channel.pk}/?page=200").content.decode()
    assert page.count("finding-") >= 50
    assert "10,000" in page


def test_there_is_no_page_for_a_channel_that_is_not_there(ada):
    assert ada.get(f"{BOARD}77/").status_code == 404


def test_a_second_look_is_begun_by_the_keeper_and_only_while_none_runs(client, cast):
    channel = make_channel(cast)
    client.force_login(cast.accounts["kim"])
    assert client.post(f"{BOARD}{channel.pk}/look/").status_code == 302
    assert (Round.objects.get().whole, Round.objects.get().visits.count() >= 2) == (False, True)
    page = client.post(f"{BOARD}{channel.pk}/look/", follow=True).content.decode()
    assert "looked at already" in page
    assert Round.objects.count() == 1


def test_whoever_does_not_keep_it_cannot_have_it_looked_at(client, cast):
    channel = make_channel(cast)
    client.force_login(cast.accounts["chen"])
    assert client.post(f"{BOARD}{channel.pk}/look/").status_code == 403
    assert "Look again now" not in client.get(f"{BOARD}{channel.pk}/").content.decode()


def test_an_account_is_never_looked_at_by_machine(client, cast):
    channel = make_channel(cast, kind="account", platform="wechat", address="gh_1")
    client.force_login(cast.accounts["kim"])
    client.post(f"{BOARD}{channel.pk}/look/")
    assert not Round.objects.exists()
