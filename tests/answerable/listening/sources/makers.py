"""Hand-written makers of sources and items."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from answerable.listening.sources.models import Arrival, Item, Poll, Publication, Source
from answerable.listening.sources.queries.items import ITEM_TEXT
from answerable.listening.sources.rules.addresses import host_of
from answerable.office.people.models import Unit

#: A Monday morning on which the tests take place.
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def make_unit(**changes: Any) -> Unit:
    """The office, or another unit by its code."""
    code = changes.pop("code", "office")
    known = Unit.objects.filter(code=code).first()
    if known is not None:
        return known
    return Unit.objects.add_root(instance=Unit(**({"name": "General Office"} | changes), code=code))


def make_publication(**changes: Any) -> Publication:
    """A paper; the same name gives the same paper."""
    name = changes.pop("name", "Harbour Evening News")
    publication, _new = Publication.objects.get_or_create(name=name, defaults=changes)
    return publication


def make_source(**changes: Any) -> Source:
    """A feed of a paper, active, owned by the office, due at once."""
    fields: dict[str, Any] = {
        "name": "Evening News, city",
        "kind": "feed",
        "address": f"https://evening.example/feed/{Source.objects.count()}.xml",
        "language": "en",
        "created_at": NOON - timedelta(days=30),
        "state_since": NOON - timedelta(days=30),
        "next_poll_at": NOON,
    }
    fields |= changes
    fields.setdefault("host", host_of(fields["address"]))
    if "publication" not in fields:
        fields["publication"] = make_publication()
    if "owner_unit" not in fields:
        fields["owner_unit"] = make_unit()
    return Source.objects.create(**fields)


def make_item(*, arrives: bool = True, **changes: Any) -> Item:
    """A stored item with its place in the search index and, unless told otherwise, in the outbox."""
    number = Item.objects.count()
    fields: dict[str, Any] = {
        "title": "Water supply stops in the old town",
        "text": "The water company says that a main broke on Harbour Street.",
        "link": f"https://evening.example/{number}",
        "key": hashlib.sha256(f"item {number}".encode()).hexdigest(),
        "published_at": NOON,
        "first_seen_at": NOON,
    }
    fields |= changes
    if "source" not in fields:
        fields["source"] = Source.objects.order_by("pk").first() or make_source()
    words = f"{fields['title']}\n{fields['text']}"
    fields.setdefault("content_hash", hashlib.sha256(words.encode()).hexdigest())
    with transaction.atomic():
        item = Item.objects.create(**fields)
        ITEM_TEXT.put([(item.pk, words)])
        if arrives:
            Arrival.objects.create(item=item, version=item.version, arrived_at=item.first_seen_at)
    return item


def make_poll(**changes: Any) -> Poll:
    """A poll that heard something."""
    fields: dict[str, Any] = {"began_at": NOON, "ended_at": NOON, "outcome": "heard", "entries": 20, "new": 1}
    fields |= changes
    if "source" not in fields:
        fields["source"] = Source.objects.order_by("pk").first() or make_source()
    return Poll.objects.create(**fields)
