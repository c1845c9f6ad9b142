"""The keeper of a site says what is looked at: only its own pages, within bounds."""

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.response.channel_health import actions
from answerable.response.channel_health.actions import ColumnDraft, SiteDraft
from answerable.response.channel_health.actions.arranging import MOST_COLUMNS
from answerable.response.channel_health.models import Column, Site
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import make_channel

HERE = "http://127.0.0.1:9"


def test_a_site_is_set_within_bounds_by_whoever_keeps_it(cast):
    channel = make_channel(cast)
    draft = SiteDraft(f"{HERE}/messages/", letters_here=True, pages_a_day=99_999, paused=" being moved ")
    actions.set_site(channel.pk, draft, by=cast.kim, at=NOON)
    site = Site.objects.get()
    assert (site.pages_a_day, site.paused, site.letters_here) == (2000, "being moved", True)
    with pytest.raises(NotAllowed):
        actions.set_site(channel.pk, draft, by=cast.chen, at=NOON)


@pytest.mark.parametrize("address", ["http://other.example/news/", "http://127.0.0.1:10/news/"])
def test_other_peoples_pages_can_not_be_named(cast, address):
    channel = make_channel(cast)
    with pytest.raises(Anticipated, match="not on the site"):
        actions.add_column(channel.pk, ColumnDraft("News", address), by=cast.kim, at=NOON)
    with pytest.raises(Anticipated, match="not on the site"):
        actions.set_site(channel.pk, SiteDraft(address), by=cast.kim, at=NOON)


def test_a_column_is_named_once_and_taken_out(cast):
    channel = make_channel(cast)
    column = actions.add_column(channel.pk, ColumnDraft("News", f"{HERE}/news/"), by=cast.kim, at=NOON)
    with pytest.raises(Anticipated, match="already"):
        actions.add_column(channel.pk, ColumnDraft("Again", f"{HERE}/news/"), by=cast.kim, at=NOON)
    actions.drop_column(channel.pk, column, by=cast.kim, at=NOON)
    assert not Column.objects.exists()
    with pytest.raises(NotFound):
        actions.drop_column(channel.pk, column, by=cast.kim, at=NOON)


def test_a_site_has_only_so_many_columns(cast):
    channel = make_channel(cast)
    site = Site.objects.create(channel=channel)
    Column.objects.bulk_create(
        Column(site=site, name=str(at), address=f"{HERE}/{at}/", kind="news") for at in range(MOST_COLUMNS)
    )
    with pytest.raises(Anticipated, match="at most"):
        actions.add_column(channel.pk, ColumnDraft("News", f"{HERE}/news/"), by=cast.kim, at=NOON)
