"""Stories for other programs: read only, with a token."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import AfterValidator, Field

from answerable.kernel import clock
from answerable.listening.stories import queries
from answerable.listening.stories.queries.listing import Wish, newest
from answerable.listening.stories.rules.hours import in_utc

#: A time as programs write it, in UTC from here on.
Moment = Annotated[datetime, AfterValidator(in_utc)]
router = Router(tags=["stories"])
#: The largest id that both databases can hold; a larger one is refused with a sentence and not by the database.
MOST = 2**63 - 1


class StoryOut(Schema):
    """One story. `recent` counts the publications of the last 24 hours, `trend` compares them with the day before."""

    id: int
    title: str
    language: str
    items: int
    copies: int
    publications: int
    recent: int
    trend: str
    opened_at: datetime
    first_at: datetime
    last_at: datetime
    arrived_at: datetime
    is_closed: bool
    carried_by: list[str]


class StoriesOut(Schema):
    """A page of stories, the newest first; `next` is the `before` of the page that follows, or null."""

    stories: list[StoryOut]
    next: int | None


class PlacedOut(Schema):
    """One item in a story: why it lies there, and how many copies of it lie beside it."""

    item: int
    title: str
    link: str
    publication: str
    at: datetime
    kind: str
    score: float
    threshold: float
    neighbour: int | None
    shared: list[str]
    copies: list[int]


class StoryItemsOut(Schema):
    """A page of a story's texts in the order of their publication."""

    story: int
    merged_into: int | None
    items: list[PlacedOut]
    total: int
    page: int


class StoriesIn(Schema):
    """What is asked for."""

    q: str = Field("", max_length=400)
    language: str = Field("", max_length=20)
    region: str = Field("", max_length=100)
    publication: int | None = Field(None, ge=1, le=MOST)
    since: Moment | None = None
    before: int | None = Field(None, ge=1, le=MOST)
    limit: int = Field(50, ge=1, le=200)


@router.get("/stories", response=StoriesOut, summary=_("Stories, the newest first"))
def list_stories(request: HttpRequest, asked: Query[StoriesIn]) -> StoriesOut:
    """Stories by words, language, region, publication and time of their newest arrival."""
    wish = Wish(words=asked.q, language=asked.language, region=asked.region, publication=asked.publication)
    rows = newest(
        request.actor,  # type: ignore[attr-defined]
        wish,
        since=asked.since,
        before=asked.before,
        limit=asked.limit + 1,
        at=clock.now(),
    )
    shown = rows[: asked.limit]
    more = len(rows) > len(shown)
    return StoriesOut(stories=[_told(row) for row in shown], next=shown[-1].id if more else None)


@router.get("/stories/{story}", response=StoryOut, summary=_("One story"))
def one_story(request: HttpRequest, story: int) -> StoryOut:
    """One story by its id."""
    return _told(queries.story_page(request.actor, min(story, MOST)).story)  # type: ignore[attr-defined]


@router.get(
    "/stories/{story}/items",
    response=StoryItemsOut,
    summary=_("The items of a story, and why they lie there"),
)
def story_items(request: HttpRequest, story: int, page: int = 1) -> StoryItemsOut:
    """The texts of one story, fifty a page, with the ids of their copies."""
    found = queries.story_page(request.actor, min(story, MOST), page=page)  # type: ignore[attr-defined]
    return StoryItemsOut(
        story=found.story.id,
        merged_into=found.merged_into,
        items=[_placed(entry) for entry in found.entries],
        total=found.entries_total,
        page=found.page,
    )


def _told(row: queries.StoryRow) -> StoryOut:
    figures = {
        name: getattr(row, name) for name in StoryOut.model_fields if name not in ("copies", "carried_by")
    }
    return StoryOut(copies=row.folds, carried_by=list(row.carried_by), **figures)


def _placed(entry: queries.Entry) -> PlacedOut:
    return PlacedOut(
        item=entry.item.id,
        title=entry.item.title,
        link=entry.item.link,
        publication=entry.item.publication_name,
        at=entry.at,
        kind=entry.reason.kind,
        score=entry.reason.score,
        threshold=entry.reason.threshold,
        neighbour=entry.reason.neighbour,
        shared=[term for term, _weight in entry.reason.shared],
        copies=[copy.id for copy in entry.copies],
    )
