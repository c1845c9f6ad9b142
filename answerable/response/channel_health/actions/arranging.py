"""What the keepers of a site set: its columns, where messages go, how much is looked at, and whether at all."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.response.channel_health.actions.entering import need_keeper
from answerable.response.channel_health.models import Column, Site
from answerable.response.channel_health.rules.freshness import ColumnKind
from answerable.response.channel_health.rules.links import host_of
from answerable.response.channels.queries import ChannelRow

#: Columns that one site may name: the largest site of a prefecture names about 60.
MOST_COLUMNS = 120
FEWEST_PAGES, MOST_PAGES = 10, 2000


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """What a keeper says about a site."""

    consultation: str = ""
    letters_here: bool = False
    pages_a_day: int = 300
    paused: str = ""


@dataclass(frozen=True, slots=True)
class ColumnDraft:
    """One column as a keeper names it."""

    name: str
    address: str
    kind: ColumnKind = ColumnKind.NEWS
    selector: str = ""


def _own(channel: ChannelRow, address: str) -> None:
    if host_of(address) != host_of(channel.address):
        raise Anticipated(
            _("This address is not on the site of the channel."),
            _("Only the body's own pages are looked at. Name an address below %(home)s.")
            % {"home": channel.address},
        )


def set_site(channel: int, draft: SiteDraft, *, by: Actor, at: datetime) -> None:
    """Say where messages of a site go and how much of it is looked at."""
    with transaction.atomic():
        row = need_keeper(by, channel)
        if draft.consultation:
            _own(row, draft.consultation)
        pages = min(max(draft.pages_a_day, FEWEST_PAGES), MOST_PAGES)
        Site.objects.update_or_create(
            channel_id=channel,
            defaults={
                "consultation": draft.consultation,
                "letters_here": draft.letters_here,
                "pages_a_day": pages,
                "paused": draft.paused.strip()[:300],
            },
        )
        record(
            "channel_health.set_site",
            f"channel:{channel}",
            by=by,
            at=at,
            consultation=draft.consultation,
            letters_here=draft.letters_here,
            pages_a_day=pages,
            paused=draft.paused.strip()[:300],
        )


def add_column(channel: int, draft: ColumnDraft, *, by: Actor, at: datetime) -> int:
    """Name a column that is to stay fresh."""
    with transaction.atomic():
        row = need_keeper(by, channel)
        _own(row, draft.address)
        site, _new = Site.objects.get_or_create(channel_id=channel)
        if Column.objects.filter(site=site).count() >= MOST_COLUMNS:
            raise Anticipated(_("A site has at most 120 columns here."), _("Take one out first."))
        if Column.objects.filter(site=site, address=draft.address).exists():
            raise Anticipated(
                _("This address is a column already."), _("Change that one, or take it out first.")
            )
        column = Column.objects.create(
            site=site, name=draft.name, address=draft.address, kind=draft.kind, selector=draft.selector
        )
        record(
            "channel_health.add_column",
            f"channel:{channel}",
            by=by,
            at=at,
            column=column.pk,
            name=draft.name,
            address=draft.address,
            kind=draft.kind,
        )
        return column.pk


def drop_column(channel: int, column: int, *, by: Actor, at: datetime) -> None:
    """Take a column out; its findings go with the next look."""
    with transaction.atomic():
        need_keeper(by, channel)
        row = Column.objects.filter(pk=column, site__channel=channel).first()
        if row is None:
            raise NotFound(_("There is no such column."), _("Load the page again."))
        record("channel_health.drop_column", f"channel:{channel}", by=by, at=at, column=column, name=row.name)
        row.delete()
