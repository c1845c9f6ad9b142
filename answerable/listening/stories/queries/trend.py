"""How much was read, of what and where, within a span: for the trend and the passages of papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, Window

from answerable.listening.stories.models import Placement, Story
from answerable.listening.stories.queries.figures import GROWING


def items_by_hour(
    *, since: datetime, until: datetime, publication: int | None = None, language: str = ""
) -> Mapping[datetime, int]:
    """Count the items of each hour of [since, until), of one publication or language where named; one query."""
    rows = Placement.objects.filter(hour__gte=since, hour__lt=until)
    if publication is not None:
        rows = rows.filter(publication=publication)
    if language:
        rows = rows.filter(language=language)
    return dict(rows.values_list("hour").annotate(count=Count("pk")).order_by())


@dataclass(frozen=True, slots=True)
class ReadPublication:
    """A publication and how much of it was read in a span and in the span of the same length before."""

    id: int
    name: str
    items: int
    before: int


def publications_read(*, since: datetime, until: datetime, most: int = 20) -> tuple[ReadPublication, ...]:
    """List the publications of which most was read in [since, until), with the span before; one query."""
    now = Count("pk", filter=Q(hour__gte=since))
    rows = (
        Placement.objects.filter(hour__gte=since - (until - since), hour__lt=until)
        .values_list("publication", "publication__name")
        .annotate(items=now, before=Count("pk") - now)
        .filter(items__gt=0)
        .order_by("-items", "publication__name")
    )
    return tuple(ReadPublication(*row) for row in rows[:most])


@dataclass(frozen=True, slots=True)
class ReadStory:
    """A story as it was in a span: its items and publications there, and the item that told it first there."""

    id: int
    title: str
    items: int
    publications: int
    first_at: datetime
    is_new: bool
    first_item: int


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """What was read in a span: items, publications, stories told and those of them that began in it."""

    items: int
    publications: int
    told: int
    begun: int
    stories: tuple[ReadStory, ...]


def read_between(*, since: datetime, until: datetime, most: int = 10) -> ReadSpan:
    """Say what was read in [since, until) and name the stories that most publications carried; four queries."""
    rows = Placement.objects.filter(hour__gte=since, hour__lt=until)
    whole = rows.aggregate(
        items=Count("pk"),
        publications=Count("publication", distinct=True),
        told=Count("story", distinct=True),
    )
    begun = Story.objects.filter(merged_into=None, items__gt=0, first_at__gte=since, first_at__lt=until)
    counted = (
        rows.values_list("story")
        .annotate(many=Count("publication", distinct=True), items=Count("pk"), first=Min("item"))
        .order_by("-many", "-items", "story")[:most]
    )
    found = {story: (items, many, first) for story, many, items, first in counted}
    known = Story.objects.in_bulk(list(found))
    named = tuple(
        ReadStory(
            story,
            known[story].title,
            items,
            many,
            known[story].first_at,
            known[story].first_at >= since,
            first,
        )
        for story, (items, many, first) in found.items()
    )
    return ReadSpan(whole["items"], whole["publications"], whole["told"], begun.count(), named)


@dataclass(frozen=True, slots=True)
class GrowingNow:
    """How many stories grow, and the one that grows most; id 0 where none does."""

    total: int
    id: int = 0
    title: str = ""


def growing_now() -> GrowingNow:
    """Say in one query which stories grow: a line of the morning needs no more."""
    rows = Story.objects.filter(merged_into=None, items__gt=0, trend__in=GROWING, closed_at=None)
    counted = rows.annotate(total=Window(Count("pk"))).order_by("-recent", "-last_at", "-pk")
    return GrowingNow(*(counted.values_list("total", "pk", "title").first() or (0,)))
