"""Looking for words in items, with the stories in which they lie."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Window

from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together
from answerable.listening.sources import queries as sources
from answerable.listening.sources.queries import ItemRow
from answerable.listening.stories.models import Placement, Story
from answerable.listening.stories.queries.figures import READ
from answerable.listening.stories.queries.rows import StoryRow, story_rows

PAGE_SIZE = 50
#: Stories beside the items found.
STORIES = 20


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One item that holds the words, and the story it lies in."""

    item: ItemRow
    story: int
    story_items: int
    copies: int


@dataclass(frozen=True, slots=True)
class FoundItems:
    """A page of what was found: items newest first, and the stories that hold most of them."""

    items: tuple[FoundItem, ...]
    total: int
    page: int
    stories: tuple[StoryRow, ...]
    stories_total: int


def search(actor: Actor, words: str, *, language: str = "", page: int = 1) -> FoundItems:
    """Find items that hold every word, also two-character Chinese ones; eight queries."""
    actor.need(READ)
    found = sources.matching(words)
    if found is None:
        return FoundItems((), 0, 1, (), 0)
    placed = Placement.objects.filter(item__in=found)
    if language:
        placed = placed.filter(language=language)
    total = placed.count()
    page = min(max(page, 1), max(-(-total // PAGE_SIZE), 1))
    shown = list(
        placed.select_related("story").order_by("-at", "-pk")[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    )
    items = sources.items(row.pk for row in shown)
    copies = dict(
        Placement.objects.filter(fold_of__in=[row.pk for row in shown])
        .values_list("fold_of")
        .annotate(count=Count("pk"))
        .order_by()
    )
    standing = Story.objects.filter(pk__in=placed.values("story"))
    return FoundItems(
        items=tuple(
            FoundItem(items[row.pk], row.story_id, row.story.items, copies.get(row.pk, 0)) for row in shown
        ),
        total=total,
        page=page,
        stories=story_rows(standing.order_by("-last_at", "-pk")[:STORIES]),
        stories_total=standing.count(),
    )


@dataclass(frozen=True, slots=True)
class FoundStories:
    """Stories that hold an item with every word, the latest first, and how many there are."""

    stories: tuple[StoryRow, ...]
    total: int


def search_stories(actor: Actor, searched: Iterable[str]) -> tuple[FoundStories, ...]:
    """Search stories by several phrases, each for itself; two queries, whatever their number."""
    actor.need(READ)
    found = []
    for words in searched:
        items = sources.matching(words)
        held = Placement.objects.filter(item__in=items) if items is not None else Placement.objects.none()
        rows = Story.objects.filter(pk__in=held.values("story")).annotate(total=Window(Count("pk")))
        found.append(rows.order_by("-last_at", "-pk")[:STORIES])
    read_together(*found)
    known = {
        row.id: row for row in story_rows({story.pk: story for rows in found for story in rows}.values())
    }
    return tuple(
        FoundStories(tuple(known[story.pk] for story in rows), rows[0].total if rows else 0) for rows in found
    )
