"""Stories as rows of a list."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet, Value

from answerable.kernel.together import read_together
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
    """Make rows of stories in their order; two queries, their own among them."""
    listed = list(stories)
    return _rows(listed, _carried([story.pk for story in listed], since))


def story_rows_of(ids: Collection[int]) -> tuple[StoryRow, ...]:
    """Make rows of stories by their ids; one query."""
    wanted = list(ids)
    found, carried = Story.objects.filter(pk__in=wanted), _carried(wanted, None)
    read_together(found, carried)
    return _rows(found, carried)


def _rows(stories: Iterable[Story], carried: Iterable[tuple[int, str, int, int]]) -> tuple[StoryRow, ...]:
    carriers = _carriers(carried)
    return tuple(
        _row(
            story,
            sum(carrier.new for carrier in carriers[story.pk]),
            tuple(carrier.name for carrier in carriers[story.pk][:NAMED]),
        )
        for story in stories
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


class _Carrier(NamedTuple):
    """A publication that carries a story, and how many of its items are new."""

    name: str
    new: int


def _carried(ids: Sequence[int], since: datetime | None) -> "QuerySet[Any]":
    """Count the items of each publication of stories, the busiest first, and the new ones among them."""
    rows = Placement.objects.filter(story__in=ids).values_list("story", "publication__name")
    is_new = Count("pk", filter=Q(arrived_at__gt=since)) if since else Value(0)
    return rows.annotate(count=Count("pk"), new=is_new).order_by("story", "-count", "publication__name")


def _carriers(counted: Iterable[tuple[int, str, int, int]]) -> dict[int, list[_Carrier]]:
    """Name the publications of each story in the order they came."""
    found: dict[int, list[_Carrier]] = defaultdict(list)
    for story, name, _count, new in counted:
        found[story].append(_Carrier(name, new))
    return found
