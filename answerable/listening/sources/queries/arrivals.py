"""What waits for the stories room, in the order in which it came."""

from dataclasses import dataclass
from datetime import datetime

from answerable.listening.sources.models import Arrival


@dataclass(frozen=True, slots=True)
class ArrivedItem:
    """One arrival: `id` is its place in the order, `item` and `version` what arrived.

    `reason` is "new", "edit" or "full_text" (same version, now with the article behind a summary). `text` is the
    full text where there is one. `catch_up`: it had piled up (first poll, after a gap, import, flood), so its
    arriving now is no sign of growth. `language` and `region` fall back to the source's and the publication's.
    """

    id: int
    item: int
    version: int
    reason: str
    title: str
    text: str
    link: str
    published_at: datetime | None
    first_seen_at: datetime
    catch_up: bool
    source: int
    publication: int
    publication_name: str
    language: str
    region: str


def arrivals(limit: int = 500) -> tuple[ArrivedItem, ...]:
    """Give the oldest arrivals that nobody has settled yet."""
    rows = Arrival.objects.select_related("item__source__publication").order_by("id")[:limit]
    return tuple(_arrived(row) for row in rows)


def waiting_arrivals() -> int:
    """Count what waits: the length of the queue towards stories."""
    return Arrival.objects.count()


def _arrived(row: Arrival) -> ArrivedItem:
    item, source = row.item, row.item.source
    return ArrivedItem(
        id=row.pk,
        item=item.pk,
        version=row.version,
        reason=row.reason,
        title=item.title,
        text=item.full_text or item.text,
        link=item.link,
        published_at=item.published_at,
        first_seen_at=item.first_seen_at,
        catch_up=item.catch_up,
        source=source.pk,
        publication=source.publication_id,
        publication_name=source.publication.name,
        language=item.language or source.language,
        region=source.region or source.publication.region,
    )
