"""Items for other programs: read only, with a token."""

from datetime import datetime

from ninja import Query, Router, Schema

from answerable.listening.sources import queries
from answerable.listening.sources.queries.search import ItemWish, found_items
from answerable.web.requests import Request

router = Router(tags=["items"])


class ItemOut(Schema):
    """One published text."""

    id: int
    title: str
    text: str
    link: str
    published_at: datetime | None
    first_seen_at: datetime
    edited_at: datetime | None
    version: int
    language: str
    region: str
    source: int
    source_name: str
    publication: int
    publication_name: str


class ItemsOut(Schema):
    """A page of items, the newest first; `next` is the `before` of the page that follows, or null."""

    items: list[ItemOut]
    next: int | None


class VersionOut(Schema):
    """What an item says or said; `until` is when it was replaced, null for the present version."""

    version: int
    title: str
    text: str
    until: datetime | None


class ItemsIn(Schema):
    """What is asked for."""

    q: str = ""
    source: int | None = None
    publication: int | None = None
    language: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    limit: int = 50


@router.get("/items", response=ItemsOut, summary="Items, the newest first")
def list_items(request: Request, asked: Query[ItemsIn]) -> ItemsOut:
    """Items by words, source, publication, language and time of first sight."""
    wish = ItemWish(
        words=asked.q,
        source=asked.source,
        publication=asked.publication,
        language=asked.language,
        since=asked.since,
        until=asked.until,
        before=asked.before,
    )
    rows, more = found_items(request.actor, wish, limit=min(max(asked.limit, 1), 200))
    return ItemsOut(items=[ItemOut.from_orm(row) for row in rows], next=rows[-1].id if more else None)


@router.get("/items/{item}", response=ItemOut, summary="One item")
def one_item(request: Request, item: int) -> object:
    """One item by its id."""
    return queries.item_for(request.actor, item)


@router.get("/items/{item}/versions", response=list[VersionOut], summary="What an item says and said")
def versions(request: Request, item: int) -> object:
    """The versions of one item, the newest first."""
    queries.item_for(request.actor, item)
    return queries.item_history(item)
