"""Which sources should be polled now, and which articles wait to be fetched."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from answerable.listening.sources.models import HostTurn, Item, Source
from answerable.listening.sources.rules.states import POLLED


@dataclass(frozen=True, slots=True)
class WantedArticle:
    """An item whose source brings summaries only: where its article is, and since when it waits."""

    item: int
    link: str
    language: str
    since: datetime


def due_now(*, at: datetime) -> QuerySet[Source]:
    """Give the sources that are due, nobody polls and whose host is free, the longest overdue first."""
    busy = HostTurn.objects.filter(free_at__gt=at).values("host")
    free = Q(leased_until=None) | Q(leased_until__lte=at)
    due = Source.objects.filter(free, next_poll_at__lte=at, state__in=POLLED)
    return due.exclude(host__in=busy).order_by("next_poll_at", "pk")


def is_any_due(*, at: datetime) -> bool:
    """Say whether a source is due that nobody polls, even if its host rests just now."""
    free = Q(leased_until=None) | Q(leased_until__lte=at)
    return Source.objects.filter(free, next_poll_at__lte=at, state__in=POLLED).exists()


def wanted_articles(source: int, limit: int) -> tuple[WantedArticle, ...]:
    """List the items of a source that still have only their summary, newest first."""
    rows = Item.objects.filter(source=source, wants_full_text=True).order_by("-first_seen_at", "-pk")
    values = rows.values_list("pk", "link", "language", "first_seen_at")[:limit]
    return tuple(WantedArticle(*row) for row in values)
