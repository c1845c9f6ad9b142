"""How much was read, of what and where, within a span: for the trend and the passages of papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet, Window

from answerable.kernel.together import Asked, told, totals
from answerable.listening.stories.models import Placement, Story
from answerable.listening.stories.queries.figures import GROWING


def items_by_hour(
    *, since: datetime, until: datetime, publication: int | None = None, language: str = ""
) -> Mapping[datetime, int]:
    """Count the items of each hour of [since, until), of one publication or language where named; one query."""
    return dict(items_by_hour_rows(since=since, until=until, publication=publication, language=language))


def items_by_hour_rows(
    *, since: datetime, until: datetime, publication: int | None = None, language: str = ""
) -> "QuerySet[Any]":
    """Give the rows of (hour, items) of [since, until)."""
    rows = Placement.objects.filter(hour__gte=since, hour__lt=until)
    if publication is not None:
        rows = rows.filter(publication=publication)
    if language:
        rows = rows.filter(language=language)
    return rows.values_list("hour").annotate(count=Count("pk")).order_by()


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
    """Say what was read in [since, until) and name the stories that most publications carried; two queries."""
    return told(read_between_asked(since=since, until=until, most=most))


def read_between_asked(*, since: datetime, until: datetime, most: int = 10) -> Asked[ReadSpan]:
    """Say what is to be read of what was read in a span; telling it asks once more, for the stories named."""
    rows = Placement.objects.filter(hour__gte=since, hour__lt=until)
    whole = totals(
        rows,
        items=Count("pk"),
        publications=Count("publication", distinct=True),
        stories=Count("story", distinct=True),
    )
    begun = Story.objects.filter(merged_into=None, items__gt=0, first_at__gte=since, first_at__lt=until)
    begun_in_all = totals(begun, count=Count("pk"))
    counted = (
        rows.values("story")
        .annotate(many=Count("publication", distinct=True), items=Count("pk"), first=Min("item"))
        .order_by("-many", "-items", "story")
        .values_list("story", "items", "many", "first")[:most]
    )

    def tell() -> ReadSpan:
        items, publications, stories = whole[0] if whole else (0, 0, 0)
        known = Story.objects.in_bulk([row[0] for row in counted])
        named = tuple(
            ReadStory(
                story,
                known[story].title,
                carried,
                many,
                known[story].first_at,
                known[story].first_at >= since,
                first,
            )
            for story, carried, many, first in counted
        )
        return ReadSpan(items, publications, stories, begun_in_all[0][0] if begun_in_all else 0, named)

    return Asked((whole, begun_in_all, counted), tell)


@dataclass(frozen=True, slots=True)
class GrowingNow:
    """How many stories grow, and the one that grows most; id 0 where none does."""

    total: int
    id: int = 0
    title: str = ""


def growing_now() -> GrowingNow:
    """Say in one query which stories grow: a line of the morning needs no more."""
    return told(growing_now_asked())


def growing_now_asked() -> Asked[GrowingNow]:
    """Say what is to be read for the stories that grow."""
    rows = Story.objects.filter(merged_into=None, items__gt=0, trend__in=GROWING, closed_at=None)
    counted = rows.annotate(total=Window(Count("pk"))).order_by("-recent", "-last_at", "-pk")
    most = counted.values_list("total", "pk", "title")[:1]
    return Asked((most,), lambda: GrowingNow(*(most[0] if most else (0,))))
