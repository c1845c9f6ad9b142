"""A few figures and rows for other rooms' pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet, Window

from answerable.kernel.actor import Actor
from answerable.kernel.together import Asked, told, totals
from answerable.listening.stories.models import Look, Placement, Story
from answerable.listening.stories.queries.rows import StoryRow, story_rows, story_rows_of
from answerable.listening.stories.rules.hours import DAY
from answerable.listening.stories.rules.looks import FIRST_LOOK
from answerable.listening.stories.rules.trends import Trend

#: What seeing stories asks for; see office.people for which posts give it.
READ = "listen.read"
GROWING = (Trend.EMERGING, Trend.GROWING)
#: Lines of each sort on the first page.
SHORT = 5


@dataclass(frozen=True, slots=True)
class Morning:
    """What the first page says of stories: what is new since the last look, and what grows."""

    since: datetime
    new: tuple[StoryRow, ...]
    new_total: int
    growing: tuple[StoryRow, ...]
    growing_total: int
    items: int


def morning(actor: Actor, *, at: datetime, since: datetime | None = None, limit: int = SHORT) -> Morning:
    """Say what is new since the reader's last look (or `since`) and what grows; three queries."""
    return told(morning_asked(actor, at=at, since=since, limit=limit))


def morning_asked(
    actor: Actor, *, at: datetime, since: datetime | None = None, limit: int = SHORT
) -> Asked[Morning]:
    """Say what is to be read for the morning's stories; asks for the last look, and once more when it tells."""
    actor.need(READ)
    since = since or last_look(actor, at=at)
    standing = Story.objects.filter(merged_into=None, items__gt=0)
    new = standing.filter(opened_at__gt=since, first_at__gt=since - DAY)
    growing = standing.filter(trend__in=GROWING, closed_at=None)
    newest = _counted(new).order_by("-publications", "-last_at", "-pk")[:limit]
    busiest = _counted(growing).order_by("-recent", "-last_at", "-pk")[:limit]
    # By the item's time, which has an index: it is the placement's `arrived_at`.
    counted = totals(Placement.objects.filter(item__first_seen_at__gt=since), count=Count("pk"))

    def tell() -> Morning:
        rows = story_rows([*newest, *busiest], since=since)
        return Morning(
            since=since,
            new=rows[: len(newest)],
            new_total=newest[0].total if newest else 0,
            growing=rows[len(newest) :],
            growing_total=busiest[0].total if busiest else 0,
            items=counted[0][0] if counted else 0,
        )

    return Asked((newest, busiest, counted), tell)


def _counted(rows: "QuerySet[Story]") -> "QuerySet[Any]":
    """Let each row say how many there are in all, so that a few of them need no second query."""
    return rows.annotate(total=Window(Count("pk")))


def last_look(actor: Actor, *, at: datetime) -> datetime:
    """Say since when things are new to this actor, without noting a look."""
    row = Look.objects.filter(account=actor.account).first() if actor.account else None
    return row.before_at if row else at - FIRST_LOOK


def stories(ids: Collection[int]) -> dict[int, StoryRow]:
    """Give stories by id; ids that do not exist are left out."""
    return {row.id: row for row in story_rows_of(ids)}


def story_of_items(items: Collection[int]) -> dict[int, int]:
    """Say in which story items lie; items that are not placed yet are left out."""
    return dict(Placement.objects.filter(pk__in=list(items)).values_list("pk", "story"))
