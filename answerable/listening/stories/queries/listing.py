"""The board of stories: fifty a page, as asked for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from answerable.kernel.actor import Actor
from answerable.listening.sources import queries as sources
from answerable.listening.stories.models import Placement, Story
from answerable.listening.stories.queries.beside import SavedSearch, saved_searches
from answerable.listening.stories.queries.figures import GROWING, READ
from answerable.listening.stories.queries.rows import StoryRow, story_rows
from answerable.listening.stories.rules.hours import DAY

PAGE_SIZE = 50
#: Rows of a sheet: what a spreadsheet still opens at once.
SHEET_SIZE = 5_000
#: Choices of the time filter, in days.
SPANS = (1, 3, 7, 30)
TABS = ("new", "growing", "spread", "all")
ORDERS = {
    "new": ("-arrived_at", "-pk"),
    "growing": ("-recent", "-last_at", "-pk"),
    "spread": ("-publications", "-last_at", "-pk"),
    "all": ("-last_at", "-pk"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the board is asked for; all empty means everything that is not part of another story."""

    tab: str = "all"
    words: str = ""
    language: str = ""
    region: str = ""
    publication: int | None = None
    days: int | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board, with how many stories each tab holds under the same filters."""

    rows: tuple[StoryRow, ...]
    total: int
    page: int
    by_tab: dict[str, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters of the board offer."""

    languages: tuple[str, ...]
    regions: tuple[str, ...]
    publications: tuple[tuple[int, str], ...]
    searches: tuple[SavedSearch, ...]


def board(actor: Actor, wish: Wish, *, since: datetime, at: datetime) -> Board:
    """Give one page of stories; four queries whatever its size. `since` says what is new."""
    actor.need(READ)
    chosen = _chosen(wish, at=at)
    counts = chosen.aggregate(**{tab: Count("pk", filter=_in_tab(tab, since=since)) for tab in TABS})
    total = counts[wish.tab]
    page = min(max(wish.page, 1), max(-(-total // PAGE_SIZE), 1))
    start = (page - 1) * PAGE_SIZE
    ordered = chosen.filter(_in_tab(wish.tab, since=since)).order_by(*ORDERS[wish.tab])
    rows = story_rows(ordered[start : start + PAGE_SIZE], since=since)
    return Board(rows, total, page, counts)


def sheet(actor: Actor, wish: Wish, *, since: datetime, at: datetime) -> tuple[StoryRow, ...]:
    """Give all rows of what is shown, for a spreadsheet."""
    actor.need(READ)
    rows = _chosen(wish, at=at).filter(_in_tab(wish.tab, since=since)).order_by(*ORDERS[wish.tab])
    return story_rows(rows[:SHEET_SIZE], since=since)


def choices(actor: Actor, *, publication: str = "") -> Choices:
    """List what the board can be filtered by; one query a list."""
    actor.need(READ)
    recent = Story.objects.filter(merged_into=None, items__gt=0)
    found = set(recent.order_by().values_list("language", "regions").distinct())
    languages = {language for language, _lines in found} - {""}
    named = {region for _language, lines in found for region in lines.split("\n") if region}
    offered = sources.publications_named(actor, publication)
    return Choices(tuple(sorted(languages)), tuple(sorted(named)), offered, saved_searches(actor))


def _in_tab(tab: str, *, since: datetime) -> Q:
    if tab == "new":
        # A backlog read in one go opens stories of weeks ago: they are no news.
        return Q(arrived_at__gt=since, last_at__gt=since - DAY)
    if tab == "growing":
        return Q(trend__in=GROWING, closed_at=None)
    return Q(pk__isnull=False)


def _chosen(wish: Wish, *, at: datetime) -> QuerySet[Story]:
    rows = Story.objects.filter(merged_into=None, items__gt=0)
    if wish.language:
        rows = rows.filter(languages__contains=f"\n{wish.language}\n")
    if wish.region:
        rows = rows.filter(regions__contains=f"\n{wish.region}\n")
    if wish.days:
        rows = rows.filter(last_at__gt=at - timedelta(days=wish.days))
    return rows.filter(_holding(wish))


def _holding(wish: Wish) -> Q:
    """Stories that hold an item of the publication, and one with all the words."""
    held = Q()
    if wish.publication:
        held &= Q(pk__in=Placement.objects.filter(publication=wish.publication).values("story"))
    found = sources.matching(wish.words)
    if found is not None:
        held &= Q(pk__in=Placement.objects.filter(item__in=found).values("story"))
    return held


def newest(
    actor: Actor, wish: Wish, *, since: datetime | None, before: int | None, limit: int, at: datetime
) -> tuple[StoryRow, ...]:
    """Give stories by falling id, for readers that go on from the last they saw; `since` is of the newest arrival."""
    actor.need(READ)
    rows = _chosen(wish, at=at).order_by(F("pk").desc())
    if since:
        rows = rows.filter(arrived_at__gte=since)
    if before:
        rows = rows.filter(pk__lt=before)
    return story_rows(rows[:limit])
