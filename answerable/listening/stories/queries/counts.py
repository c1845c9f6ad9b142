"""Counts by the hour: distinct publications, never copies."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Count

from answerable.listening.sources import queries as sources
from answerable.listening.stories.models import Placement

Hours = dict[datetime, int]


def story_hours(stories: Collection[int], *, since: datetime, until: datetime) -> dict[int, Hours]:
    """Count the publications that carried each story in each hour of [since, until); hours without are left out."""
    rows = Placement.objects.filter(story__in=list(stories), hour__gte=since, hour__lt=until)
    counted = rows.values_list("story", "hour").annotate(count=Count("publication", distinct=True)).order_by()
    found: dict[int, Hours] = defaultdict(dict)
    for story, hour, count in counted:
        found[story][hour] = count
    return found


def words_hours(words: str, *, languages: Collection[str] = (), since: datetime, until: datetime) -> Hours:
    """Count the publications in which all words stood together, by the hour. Items wait for their placement."""
    found = sources.matching(words)
    if found is None:
        return {}
    rows = Placement.objects.filter(item__in=found, hour__gte=since, hour__lt=until)
    if languages:
        rows = rows.filter(language__in=list(languages))
    return dict(rows.values_list("hour").annotate(count=Count("publication", distinct=True)).order_by())
