"""Items by id, by words, and what they said before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.search.index import TextIndex
from answerable.listening.sources.models import Item, ItemVersion

#: Titles and texts of all items; kept in the transaction that stores them.
ITEM_TEXT = TextIndex("sources_item_text")
#: What seeing items and sources asks for. See office.people for which posts give it.
READ = "listen.read"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item as pages show it. `text` is the full text where there is one."""

    id: int
    title: str
    text: str
    link: str
    published_at: datetime | None
    first_seen_at: datetime
    edited_at: datetime | None
    version: int
    catch_up: bool
    erased_at: datetime | None
    language: str
    region: str
    source: int
    source_name: str
    kind: str
    publication: int
    publication_name: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One state of an item: the present one and each it had before, `until` when it was replaced."""

    version: int
    title: str
    text: str
    until: datetime | None


def items(ids: Iterable[int]) -> dict[int, ItemRow]:
    """Give items by id; ids that do not exist are left out."""
    rows = _with_source(Item.objects.filter(pk__in=list(ids)))
    return {row.pk: item_row(row) for row in rows}


def item_for(actor: Actor, item: int) -> ItemRow:
    """Give one item to somebody who may read items."""
    actor.need(READ)
    row = _with_source(Item.objects.filter(pk=item)).first()
    if row is None:
        raise NotFound(_("There is no such item."), _("Search for it by its words."))
    return item_row(row)


def item_history(item: int) -> tuple[VersionRow, ...]:
    """List what an item says and said, newest first. Empty when there is no such item."""
    now = Item.objects.filter(pk=item).first()
    if now is None:
        return ()
    before = ItemVersion.objects.filter(item=item).order_by("-version")
    return (
        VersionRow(now.version, now.title, now.text, None),
        *(VersionRow(row.version, row.title, row.text, row.seen_at) for row in before),
    )


def matching(query: str) -> RawSQL | None:
    """Give a subquery of the ids of items that hold every word; None when nothing is asked for."""
    return ITEM_TEXT.matching(query)


def _with_source(rows: QuerySet[Item]) -> QuerySet[Item]:
    return rows.select_related("source__publication")


def item_row(row: Item) -> ItemRow:
    """Make the row of a page from an item loaded with its source and publication."""
    source = row.source
    return ItemRow(
        id=row.pk,
        title=row.title,
        text=row.full_text or row.text,
        link=row.link,
        published_at=row.published_at,
        first_seen_at=row.first_seen_at,
        edited_at=row.edited_at,
        version=row.version,
        catch_up=row.catch_up,
        erased_at=row.erased_at,
        language=row.language or source.language,
        region=source.region or source.publication.region,
        source=source.pk,
        source_name=source.name,
        kind=source.kind,
        publication=source.publication_id,
        publication_name=source.publication.name,
    )
