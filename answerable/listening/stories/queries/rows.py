"""Stories as rows of a list."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from answerable.listening.stories.models import Placement, Story

#: Publications named in a row; the rest is a number.
NAMED = 3


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story in a list. `new_items` came since the reader's last look; `carried_by` names the busiest."""

    id: int
    title: str
    language: str
    items: int
    folds: int
    publications: int
    recent: int
    trend: str
    opened_at: datetime
    first_at: datetime
    last_at: datetime
    arrived_at: datetime
    is_closed: bool
    new_items: int = 0
    carried_by: tuple[str, ...] = ()

    @property
    def others(self) -> int:
        """How many publications are not named."""
        return self.publications - len(self.carried_by)


def story_rows(stories: Iterable[Story], *, since: datetime | None = None) -> tuple[StoryRow, ...]:
    """Make rows of stories in their order; two queries."""
    listed = list(stories)
    ids = [story.pk for story in listed]
    new = _new_items(ids, since) if since else {}
    names = _publications(ids)
    return tuple(
        _row(story, new.get(story.pk, 0), tuple(names.get(story.pk, ())[:NAMED])) for story in listed
    )


def _row(story: Story, new_items: int, carried_by: tuple[str, ...]) -> StoryRow:
    return StoryRow(
        id=story.pk,
        title=story.title,
        language=story.language,
        items=story.items,
        folds=story.folds,
        publications=story.publications,
        recent=story.recent,
        trend=story.trend,
        opened_at=story.opened_at,
        first_at=story.first_at,
        last_at=story.last_at,
        arrived_at=story.arrived_at,
        is_closed=story.closed_at is not None,
        new_items=new_items,
        carried_by=carried_by,
    )


def _new_items(ids: Sequence[int], since: datetime) -> dict[int, int]:
    rows = Placement.objects.filter(story__in=ids, arrived_at__gt=since).values_list("story")
    return dict(rows.annotate(count=Count("pk")).order_by())


def _publications(ids: Sequence[int]) -> dict[int, list[str]]:
    """Name the publications of stories, the busiest first."""
    rows = Placement.objects.filter(story__in=ids).values_list("story", "publication__name")
    found: dict[int, list[str]] = defaultdict(list)
    for story, name, _count in rows.annotate(count=Count("pk")).order_by(
        "story", "-count", "publication__name"
    ):
        found[story].append(name)
    return found
