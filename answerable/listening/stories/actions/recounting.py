"""Counting a story's figures again from its placements."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Min, Q

from answerable.listening.sources import queries as sources
from answerable.listening.stories.models import Placement, Story
from answerable.listening.stories.rules.headlines import Candidate, headline_of
from answerable.listening.stories.rules.hours import DAY
from answerable.listening.stories.rules.trends import trend_of

FIGURES = [
    "title",
    "headline",
    "language",
    "languages",
    "regions",
    "first_at",
    "last_at",
    "arrived_at",
    "items",
    "folds",
    "publications",
    "recent",
    "trend",
    "closed_at",
]
EMPTY = {"items": 0, "folds": 0, "publications": 0, "recent": 0}
#: Values bound in one statement stay far below SQLite's limit.
BATCH = 500


def recount(stories: Collection[int], *, at: datetime) -> None:
    """Count these stories again, inside the caller's transaction: right whatever happened to their items before."""
    wanted = sorted(stories)
    for start in range(0, len(wanted), BATCH):
        _recount(wanted[start : start + BATCH], at=at)


def _recount(wanted: list[int], *, at: datetime) -> None:
    rows = {story.pk: story for story in Story.objects.filter(pk__in=wanted)}
    _count(rows, at=at)
    _spread(rows)
    _head(rows)
    _write(rows, FIGURES)


def _count(rows: dict[int, Story], *, at: datetime) -> None:
    counted = (
        Placement.objects.filter(story__in=rows)
        .values("story")
        .annotate(
            items=Count("pk"),
            folds=Count("fold_of"),
            publications=Count("publication", distinct=True),
            recent=_carried(at - DAY, at),
            earlier=_carried(at - 2 * DAY, at - DAY),
            first_at=Min("at"),
            last_at=Max("at"),
            arrived_at=Max("arrived_at"),
        )
        .order_by()
    )
    figures: dict[int, dict[str, Any]] = {row["story"]: {**row} for row in counted}
    for pk, story in rows.items():
        for name, value in figures.get(pk, EMPTY).items():
            if name in FIGURES:
                setattr(story, name, value)
        if pk in figures:
            _tell_trend(story, figures[pk]["earlier"], at=at)


def _carried(since: datetime, until: datetime) -> Count:
    """Count the publications that carried a story in a span."""
    return Count("publication", distinct=True, filter=Q(at__gt=since, at__lte=until))


def _tell_trend(story: Story, earlier: int, *, at: datetime) -> None:
    if at - story.arrived_at < DAY and story.merged_into_id is None:
        story.closed_at = None
    story.trend = trend_of(story.recent, earlier, opened_at=story.first_at, at=at) or ""


def refresh_trends(*, at: datetime) -> int:
    """Tell anew how the stories move that got something in the last two days and a while. Gives how many."""
    live = Story.objects.filter(last_at__gt=at - 2 * DAY - timedelta(hours=2), items__gt=1)
    wanted = list(live.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(wanted), BATCH):
        with transaction.atomic():
            rows = {story.pk: story for story in Story.objects.filter(pk__in=wanted[start : start + BATCH])}
            _count(rows, at=at)
            _write(rows, ["recent", "trend"])
    return len(wanted)


def _write(rows: dict[int, Story], figures: list[str]) -> None:
    # One statement for all of them, where bulk_update would write a CASE for every figure of every story.
    Story.objects.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=["id"], update_fields=figures, batch_size=BATCH
    )


def _spread(rows: dict[int, Story]) -> None:
    """Languages and regions, the most frequent first."""
    counted = Placement.objects.filter(story__in=rows).values_list("story", "language", "region")
    found: dict[int, tuple[dict[str, int], dict[str, int]]] = defaultdict(lambda: ({}, {}))
    for pk, language, region, count in counted.annotate(count=Count("pk")).order_by(
        "story", "language", "region"
    ):
        languages, regions = found[pk]
        languages[language] = languages.get(language, 0) + count
        regions[region] = regions.get(region, 0) + count
    for pk, (languages, regions) in found.items():
        rows[pk].languages, rows[pk].regions = _lines(languages), _lines(regions)


def _lines(counts: dict[str, int]) -> str:
    ordered = sorted((word for word in counts if word), key=lambda word: (-counts[word], word))
    return "".join(f"\n{word}" for word in ordered) + "\n" if ordered else ""


def _head(rows: dict[int, Story]) -> None:
    """Choose headlines: what most others repeat, else the first."""
    candidates: dict[int, list[Candidate]] = defaultdict(list)
    copied = Placement.objects.filter(story__in=rows, fold_of__isnull=False).values_list("story", "fold_of")
    for pk, root, copies in copied.annotate(copies=Count("pk")).order_by():
        candidates[pk].append(Candidate(root, copies))
    firsts = Placement.objects.filter(story__in=rows, fold_of__isnull=True).values_list("story")
    for pk, first in firsts.annotate(first=Min("item")).order_by():
        candidates[pk].append(Candidate(first, 0))
    chosen = {pk: headline_of(found) for pk, found in candidates.items()}
    heads = sources.items(item for item in chosen.values() if item is not None)
    for pk, item in chosen.items():
        if item in heads:
            head = heads[item]
            rows[pk].headline_id, rows[pk].title, rows[pk].language = (
                item,
                head.title or head.text[:120],
                head.language,
            )
