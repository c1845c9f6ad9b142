"""Items by words, source, publication, language and time: for the search page and the API."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from answerable.kernel.actor import Actor
from answerable.listening.sources.models import Item
from answerable.listening.sources.queries.items import READ, ItemRow, item_row, matching


@dataclass(frozen=True, slots=True)
class ItemWish:
    """What items are asked for; all empty means all, the newest first. `before` is the id of the last one seen."""

    words: str = ""
    source: int | None = None
    publication: int | None = None
    language: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


def found_items(actor: Actor, wish: ItemWish, *, limit: int = 50) -> tuple[tuple[ItemRow, ...], bool]:
    """Give the newest items that fit, and whether there are more."""
    actor.need(READ)
    rows = Item.objects.select_related("source__publication").filter(_fits(wish))
    words = matching(wish.words)
    if words is not None:
        rows = rows.filter(pk__in=words)
    found = [item_row(row) for row in rows.order_by("-pk")[: limit + 1]]
    return tuple(found[:limit]), len(found) > limit


def _fits(wish: ItemWish) -> Q:
    """Put the parts of a wish together that are plain comparisons."""
    asked = {
        "source": wish.source,
        "source__publication": wish.publication,
        "first_seen_at__gte": wish.since,
        "first_seen_at__lt": wish.until,
        "pk__lt": wish.before,
    }
    fits = Q(**{name: value for name, value in asked.items() if value is not None})
    if wish.language:
        fits &= Q(language=wish.language) | Q(language="", source__language=wish.language)
    return fits
