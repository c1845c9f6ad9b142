"""Readings written by hand, as a kind would give them."""

import hashlib
from datetime import timedelta
from typing import Any

from answerable.listening.sources import actions
from answerable.listening.sources.kinds.exchange import Outcome, Reading, ReadItem, Refused
from answerable.listening.sources.models import Source
from answerable.listening.sources.rules.outcomes import Harvest
from tests.answerable.listening.sources.makers import NOON


def entry(name: str, **changes: Any) -> ReadItem:
    """An entry known by its name: the name makes its key, its link and, unless told otherwise, its title."""
    fields: dict[str, Any] = {
        "key": hashlib.sha256(name.encode()).hexdigest(),
        "title": name,
        "text": f"All that is known of {name}.",
        "link": f"https://evening.example/{name}",
        "published_at": NOON - timedelta(hours=1),
        "language": "en",
    }
    return ReadItem(**(fields | changes))


def read(*entries: ReadItem, **changes: Any) -> Harvest:
    """A document that was read."""
    return Harvest(reading=Reading(Outcome.READ, items=entries, **changes), status=200)


def not_modified() -> Harvest:
    """A 304."""
    return Harvest(reading=Reading(Outcome.UNCHANGED, memory={"etag": "1"}), status=304)


def refused(code: str, **details: Any) -> Harvest:
    """A document that was refused."""
    return Harvest(reading=Reading(Outcome.REFUSED, refused=[Refused(code, details)]), status=200)


def poll(source: Source, harvest: Harvest, *, at: Any) -> Any:
    """Claim one source and end its poll with a harvest, as a worker does."""
    Source.objects.filter(pk=source.pk).update(next_poll_at=at)
    claims = actions.claim_due(50, lease="test", at=at)
    (claim,) = [claim for claim in claims if claim.source == source.pk]
    stored = actions.end_poll(claim, harvest, began_at=at, spread=0.0, at=at)
    source.refresh_from_db()
    return stored
