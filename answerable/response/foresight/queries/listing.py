"""The list of releases: what goes out next on top, fifty a page, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow
from answerable.response.foresight.models import Asked, Release
from answerable.response.foresight.queries.door import releases_of, standing_of
from answerable.response.foresight.queries.names import link_to, subject_of
from answerable.response.foresight.rules.states import Heard, Kind, Standing, State

PAGE_SIZE = 50
#: What the tabs of the list hold, in their order.
TABS: dict[str, Q] = {
    "planned": Q(state__in=(State.PLANNED, State.PARTLY)),
    "watched": Q(state__in=(State.PARTLY, State.RELEASED)),
    "over": Q(state=State.OVER),
    "finished": Q(state=State.FINISHED),
    "all": Q(),
}
ORDERS = {
    "planned": ("planned_at", "pk"),
    "watched": ("-released_at", "-pk"),
    "over": ("over_at", "pk"),
    "finished": ("-finished_at", "-pk"),
    "all": ("-planned_at", "-pk"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the list is asked for."""

    tab: str = "planned"
    words: str = ""
    kind: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One release in a list. `waiting` counts what was asked and nobody has looked at."""

    id: int
    title: str
    link: str
    kind: Kind
    state: State
    standing: Standing
    level: str
    unit: int
    unit_name: str
    planned_at: datetime
    released_at: datetime | None
    is_urgent: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class Table:
    """A page of the list with the counts of its tabs."""

    rows: tuple[ReleaseRow, ...]
    total: int
    page: int
    counts: Mapping[str, int] = field(default_factory=dict)


def releases(actor: Actor, wish: Wish) -> Table:
    """Give one page of the releases that an actor may see."""
    chosen = _chosen(releases_of(actor), wish)
    counts = chosen.aggregate(
        **{tab: Count("pk", filter=which) for tab, which in TABS.items() if tab != "all"}
    )
    counts["all"] = chosen.count()
    tab = wish.tab if wish.tab in TABS else "planned"
    total = counts[tab]
    page = min(max(wish.page, 1), max(-(-total // PAGE_SIZE), 1))
    shown = chosen.filter(TABS[tab]).order_by(*ORDERS[tab])[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return Table(rows_of(list(shown)), total, page, counts)


def _chosen(rows: QuerySet[Release], wish: Wish) -> QuerySet[Release]:
    if wish.kind:
        rows = rows.filter(kind=wish.kind)
    words = wish.words.strip()
    return rows.filter(Q(title__icontains=words) | Q(summary__icontains=words)) if words else rows


def rows_of(listed: list[Release]) -> tuple[ReleaseRow, ...]:
    """Make rows of releases in their order; four queries."""
    found = reviews.reviews_of_many(subject_of(row.pk) for row in listed)
    units = people.unit_names({row.unit_id for row in listed})
    waiting = Asked.objects.filter(release__in=listed, verdict=Heard.WAITING).values_list("release")
    left = dict(waiting.annotate(count=Count("pk")).order_by())
    return tuple(
        row_of(row, found.get(subject_of(row.pk)), units.get(row.unit_id, ""), left.get(row.pk, 0))
        for row in listed
    )


def row_of(row: Release, review: ReviewRow | None, unit_name: str, waiting: int) -> ReleaseRow:
    """Make the row of a release of what was read: its latest review, its unit's name, what waits to be judged."""
    return ReleaseRow(
        id=row.pk,
        title=row.title,
        link=link_to(row.pk),
        kind=Kind(row.kind),
        state=State(row.state),
        standing=standing_of(row, review),
        level=row.level,
        unit=row.unit_id,
        unit_name=unit_name,
        planned_at=row.planned_at,
        released_at=row.released_at,
        is_urgent=bool(row.urgent_reason),
        waiting=waiting,
    )
