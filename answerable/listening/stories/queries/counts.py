"""Counts by the hour: distinct publications, never copies; and the items behind them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from answerable.listening.sources import queries as sources
from answerable.listening.stories.models import Placement, Story

#: Both counts of an hour in one query.
BOTH = {
    "all": Count("publication", distinct=True),
    "live": Count("publication", distinct=True, filter=Q(catch_up=False)),
}
#: Items that are evidence: enough to read through, one a publication.
EVIDENCE = 50
#: Stories whose counts are looked at together: those with more than one publication that still move.
MOST_LIVE = 2_000


@dataclass(frozen=True, slots=True)
class Heard:
    """Publications of one hour: all of them, and those whose item reached us in that very hour."""

    all: int
    live: int


Hours = dict[datetime, Heard]


@dataclass(frozen=True, slots=True)
class LiveStory:
    """A story that may still grow."""

    id: int
    title: str


def live_stories(*, since: datetime) -> tuple[LiveStory, ...]:
    """List the stories of several publications that got something since then, the latest first."""
    rows = Story.objects.filter(merged_into=None, publications__gt=1, arrived_at__gte=since)
    return tuple(
        LiveStory(*row) for row in rows.order_by("-arrived_at", "-pk").values_list("pk", "title")[:MOST_LIVE]
    )


def story_hours(stories: Collection[int], *, since: datetime, until: datetime) -> dict[int, Hours]:
    """Count the publications that carried each story in each hour of [since, until); hours without are left out."""
    found: dict[int, Hours] = defaultdict(dict)
    wanted = sorted(stories)
    for start in range(0, len(wanted), 5_000):
        rows = Placement.objects.filter(
            story__in=wanted[start : start + 5_000], hour__gte=since, hour__lt=until
        )
        for story, hour, all_, live in rows.values_list("story", "hour").annotate(**BOTH).order_by():
            found[story][hour] = Heard(all_, live)
    return found


def words_hours(words: str, *, languages: Collection[str] = (), since: datetime, until: datetime) -> Hours:
    """Count the publications in which all words stood together, by the hour. Items count once they are placed."""
    rows = _with_words(words, languages)
    if rows is None:
        return {}
    counted = rows.filter(hour__gte=since, hour__lt=until).values_list("hour").annotate(**BOTH).order_by()
    return {hour: Heard(all_, live) for hour, all_, live in counted}


def first_hour() -> datetime | None:
    """Say when the body's own history begins; None before the first item."""
    return first_hour_rows().first()


def first_hour_rows() -> "QuerySet[Any]":
    """Give the hour of the first item, as rows: one or none."""
    return Placement.objects.order_by("hour").values_list("hour", flat=True)[:1]


def story_evidence(story: int, *, since: datetime, until: datetime) -> tuple[int, ...]:
    """List the items that a story's count in [since, until) rests on: the first of each publication."""
    return _firsts(Placement.objects.filter(story=story), since, until)


def words_evidence(
    words: str, *, languages: Collection[str] = (), since: datetime, until: datetime
) -> tuple[int, ...]:
    """List the items that a count of words in [since, until) rests on: the first of each publication."""
    rows = _with_words(words, languages)
    return () if rows is None else _firsts(rows, since, until)


@dataclass(frozen=True, slots=True)
class Preview:
    """What words find now: items and publications of the last week and of today."""

    week_items: int
    week_publications: int
    day_items: int


def preview(words: str, *, languages: Collection[str] = (), at: datetime) -> Preview:
    """Say how much words find; one query."""
    rows = _with_words(words, languages)
    if rows is None:
        return Preview(0, 0, 0)
    day = Q(at__gt=at - timedelta(days=1))
    found = rows.filter(at__gt=at - timedelta(days=7)).aggregate(
        items=Count("pk"), publications=Count("publication", distinct=True), day=Count("pk", filter=day)
    )
    return Preview(found["items"], found["publications"], found["day"])


def _with_words(words: str, languages: Collection[str]) -> QuerySet[Placement] | None:
    found = sources.matching(words)
    if found is None:
        return None
    rows = Placement.objects.filter(item__in=found)
    return rows.filter(language__in=list(languages)) if languages else rows


def _firsts(rows: QuerySet[Placement], since: datetime, until: datetime) -> tuple[int, ...]:
    counted = rows.filter(hour__gte=since, hour__lt=until).values("publication").annotate(first=Min("item"))
    return tuple(sorted(row["first"] for row in counted.order_by())[:EVIDENCE])
