"""Charts have a gap where nothing was measured, and names for everything that a page shows."""

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


def test_a_chart_has_a_gap_where_nothing_was_measured(cast):
    channel = make_channel(cast)
    assert "Measures" in health_words.trend_words(channel_page(cast.ada, channel.pk, at=NOON))
    for metric, back, value in (("links", 2, 3.0), ("links", 0, 1.0), ("dates", 1, 0.0)):
        day = TODAY - timedelta(days=back)
        Check.objects.create(
            channel=channel, metric=metric, day=day, method="auto", standing="ok", value=value, at=NOON
        )
    page = channel_page(cast.ada, channel.pk, at=NOON)
    figures = health_words.health_figures(page)
    assert figures["times"] == ["02-28", "03-01", "03-02"]
    assert [line["values"] for line in figures["series"]] == [[3.0, None, 1.0], [None, 0.0, None]]
    assert "fewer" in health_words.trend_words(page)


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
