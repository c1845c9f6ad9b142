"""Storing what a reading brought: new items, edits, the outbox and the search index, all in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, Sum

from answerable.kernel import events
from answerable.listening.sources.events import ItemsArrived
from answerable.listening.sources.models import Arrival, Item, ItemVersion, Poll, Source
from answerable.listening.sources.queries.items import ITEM_TEXT
from answerable.listening.sources.rules.entry import Entry
from answerable.listening.sources.rules.identity import (
    MOST_NEW_AN_HOUR,
    UNSTABLE,
    Edit,
    Known,
    content_hash,
    newest_first,
    sort_entries,
)

#: Texts that change at each look (a counter, an advertisement) may not fill the disk: the first version and the
#: newest fifty are kept.
MOST_VERSIONS = 50
LONGEST_TITLE = 1_000
#: trust.md, limits: 64 KB of text an item.
LONGEST_TEXT = 65_536
LONGEST_LINK = 2_000
#: Values bound in one statement stay far below SQLite's limit.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of storing: ids of new items, counts of edits and known ones, and what the flood brake held back."""

    new: tuple[int, ...] = ()
    edited: int = 0
    known: int = 0
    held_back: int = 0

    @property
    def news(self) -> int:
        """New and edited items together."""
        return len(self.new) + self.edited


def store_entries(
    source: Source, entries: Sequence[Entry], *, catch_up: bool, braked: bool = True, at: datetime
) -> Stored:
    """Store the entries of one reading of one source, inside the caller's transaction, and announce them.

    `catch_up` marks what had piled up; `braked=False` (a file that a person hands in) lifts the flood brake.
    Storing the same reading again changes nothing. Raises TransactionManagementError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("items, outbox and index are stored in one transaction")
    found = sort_entries(entries, _known(source, entries), by_link_alone=source.rekeyed >= UNSTABLE)
    room = _room_left(source, at=at) if braked else len(found.new)
    chosen, held_back = newest_first(found.new, room)
    fresh = _add(source, chosen, catch_up=catch_up or held_back > 0, at=at)
    _give_new_keys(source, found.rekeyed)
    edited = _edit(found.edits, at=at)
    if fresh or edited:
        events.publish(ItemsArrived(source=source.pk, items=len(fresh) + len(edited), at=at))
    return Stored(tuple(item.pk for item in fresh), len(edited), found.known, held_back)


def put_full_texts(texts: Sequence[tuple[int, str]], *, at: datetime) -> int:
    """Put fetched articles beside their summaries, and tell stories. Repeating it changes nothing."""
    done = []
    with transaction.atomic():
        for pk, text in texts:
            article = text[:LONGEST_TEXT]
            if Item.objects.filter(pk=pk, full_text="", erased_at=None).update(
                full_text=article, wants_full_text=False
            ):
                done.append(pk)
        items = list(Item.objects.filter(pk__in=done))
        _tell(items, "full_text", at=at)
        if items:
            events.publish(ItemsArrived(source=items[0].source_id, items=len(items), at=at))
    return len(done)


def _known(source: Source, entries: Sequence[Entry]) -> list[Known]:
    """Load what is stored of the entries' keys and links."""
    rows: dict[int, Known] = {}
    for start in range(0, len(entries), BATCH):
        part = entries[start : start + BATCH]
        wanted = Q(key__in=[entry.key for entry in part])
        links = {entry.link for entry in part if entry.link}
        hashes = {content_hash(entry.title, entry.text) for entry in part if entry.link}
        wanted |= Q(content_hash__in=hashes, link__in=links)
        if source.rekeyed >= UNSTABLE:
            wanted |= Q(link__in=links)
        found = Item.objects.filter(wanted, source=source).values_list("pk", "key", "link", "content_hash")
        rows.update({row[0]: Known(*row) for row in found})
    return list(rows.values())


def _room_left(source: Source, *, at: datetime) -> int:
    """Say how many new items the flood brake still lets through this hour."""
    recent = Poll.objects.filter(source=source, ended_at__gt=at - timedelta(hours=1))
    return max(MOST_NEW_AN_HOUR - (recent.aggregate(count=Sum("new"))["count"] or 0), 0)


def _add(source: Source, entries: Sequence[Entry], *, catch_up: bool, at: datetime) -> list[Item]:
    """Store new items in the order of their publication, so that their ids follow it."""
    ordered = sorted(entries, key=lambda entry: entry.published_at or at)
    items = Item.objects.bulk_create(
        [
            Item(
                source=source,
                key=entry.key,
                title=entry.title[:LONGEST_TITLE],
                text=entry.text[:LONGEST_TEXT],
                link=entry.link[:LONGEST_LINK],
                language=entry.language[:20],
                published_at=entry.published_at,
                first_seen_at=at,
                content_hash=content_hash(entry.title, entry.text),
                catch_up=catch_up,
                wants_full_text=bool(source.settings.get("full_text")) and bool(entry.link),
            )
            for entry in ordered
        ],
        batch_size=BATCH,
    )
    _tell(items, "new", at=at)
    return items


def _edit(edits: Sequence[Edit], *, at: datetime) -> list[Item]:
    """Keep what the items said before, then let them say what they say now."""
    entries = {edit.known.id: edit.entry for edit in edits}
    items = list(Item.objects.filter(pk__in=list(entries), erased_at=None))
    ItemVersion.objects.bulk_create(
        [
            ItemVersion(item=item, version=item.version, title=item.title, text=item.text, seen_at=at)
            for item in items
        ]
    )
    for item in items:
        entry = entries[item.pk]
        item.title, item.text = entry.title[:LONGEST_TITLE], entry.text[:LONGEST_TEXT]
        item.link = entry.link[:LONGEST_LINK] or item.link
        item.full_text = ""
        item.content_hash = content_hash(entry.title, entry.text)
        item.version += 1
        item.edited_at = at
        if item.version > MOST_VERSIONS:
            old = item.versions.filter(version__gt=1, version__lte=item.version - MOST_VERSIONS)
            old.delete()
    changed = ["title", "text", "full_text", "link", "content_hash", "version", "edited_at"]
    Item.objects.bulk_update(items, changed, batch_size=50)
    _tell(items, "edit", at=at)
    return items


def _tell(items: Collection[Item], reason: str, *, at: datetime) -> None:
    """Write the outbox and the search index for items that are new or say something else."""
    Arrival.objects.bulk_create(
        [Arrival(item=item, version=item.version, reason=reason, arrived_at=at) for item in items]
    )
    ITEM_TEXT.put((item.pk, f"{item.title}\n{item.full_text or item.text}") for item in items)


def _give_new_keys(source: Source, rekeyed: dict[int, str]) -> None:
    """Let items be found under the keys that the source now gives them, and count how often it does that."""
    for pk, key in rekeyed.items():
        Item.objects.filter(pk=pk).update(key=key)
    if rekeyed:
        source.rekeyed = min(source.rekeyed + len(rekeyed), 1_000_000)
        source.save(update_fields=["rekeyed"])


def index_again() -> int:
    """Make the search texts of every item anew, as after a move to another database; gives how many."""
    number, last = 0, 0
    rows = Item.objects.only("pk", "title", "text", "full_text").order_by("pk")
    while batch := list(rows.filter(pk__gt=last)[:500]):
        with transaction.atomic():
            ITEM_TEXT.put((item.pk, f"{item.title}\n{item.full_text or item.text}") for item in batch)
        number, last = number + len(batch), batch[-1].pk
    return number
