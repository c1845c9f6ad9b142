"""Charts show what was measured, and everything that a page shows has a name."""

from datetime import timedelta

import pytest

from answerable.response.channel_health.models import Check
from answerable.response.channel_health.queries import channel_page
from answerable.response.channel_health.rules.faults import MOVE_NAMES
from answerable.response.channel_health.rules.freshness import ColumnKind
from answerable.response.channel_health.templatetags import health_words
from answerable.response.channels.rules.states import ChannelKind
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import TODAY, make_channel


def check(channel, metric, back, value):
    """A measure of some days ago."""
    day = TODAY - timedelta(days=back)
    fields = {"method": "auto", "standing": "ok", "value": value, "at": NOON}
    return Check.objects.create(channel=channel, metric=metric, day=day, **fields)


def test_a_sites_chart_adds_up_its_findings_and_leaves_out_what_was_not_measured(cast):
    channel = make_channel(cast)
    for metric, back, value in (("links", 2, 3.0), ("dates", 2, 1.0), ("links", 0, 1.0), ("home", 1, 9.0)):
        check(channel, metric, back, value)
    check(channel, "links", 1, None)
    page = channel_page(cast.ada, channel.pk, at=NOON)
    figures = health_words.health_figures(page)
    assert (figures["times"], figures["series"][0]["values"]) == (["02-28", "03-02"], [4, 1])
    assert "fewer" in health_words.trend_words(page)


def test_an_accounts_chart_shows_the_age_of_its_last_post(cast):
    channel = make_channel(cast, kind="account", platform="wechat", address="gh_1")
    check(channel, "posted", 0, 5.0)
    page = channel_page(cast.ada, channel.pk, at=NOON)
    assert health_words.health_figures(page)["series"][0]["values"] == [5]
    assert "last post" in health_words.trend_words(page)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (health_words.kind_name, ChannelKind),
        (health_words.column_kind, ColumnKind),
        (health_words.made_name, MOVE_NAMES),
    ],
)
def test_every_value_has_a_name(name, values):
    assert all(str(name(value)) for value in values)


def test_only_web_addresses_are_opened():
    assert health_words.is_address("https://a.example/")
    assert not health_words.is_address("javascript:alert(1)")
