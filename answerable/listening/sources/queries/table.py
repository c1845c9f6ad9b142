"""The table of sources: how each stands, the ill on top, fifty a page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from answerable.kernel.actor import Actor
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.models import Item, Source
from answerable.listening.sources.queries.items import READ
from answerable.listening.sources.queries.publications import publications_named
from answerable.listening.sources.rules.states import ILL, POLLED, State
from answerable.listening.sources.rules.timing import MISSED_GRACE

PAGE_SIZE = 50
#: SQLite binds at most 32,766 values in one statement; nobody has read a longer sheet.
MOST_ROWS = 20_000
#: Orders that the head of the table offers; a minus sign before the word turns them round.
SORTS = {
    "state": "gravity",
    "name": "name",
    "publication": "publication__name",
    "unit": "owner_unit__name",
    "last_item": "last_item_at",
    "next_poll": "next_poll_at",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the table is asked for; all empty means everything that is not stopped, the ill first."""

    state: str = ""
    kind: str = ""
    unit: int | None = None
    publication: int | None = None
    words: str = ""
    sort: str = "state"
    page: int = 1


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source in the table."""

    id: int
    name: str
    kind: str
    address: str
    publication: str
    unit: str
    language: str
    state: str
    state_since: datetime | None
    reason: str
    details: dict[str, str | int]
    overdue: bool
    last_item_at: datetime | None
    polled_at: datetime | None
    next_poll_at: datetime | None
    items_in_week: int
    is_polled: bool

    @property
    def is_ill(self) -> bool:
        """Whether it is not heard as it should be."""
        return self.state in ILL or self.overdue


@dataclass(frozen=True, slots=True)
class Table:
    """A page of the table, with the counts over all sources."""

    rows: tuple[SourceRow, ...]
    total: int
    page: int
    pages: int
    by_state: dict[str, int]
    overdue: int

    @property
    def ill(self) -> int:
        """How many sources are not heard as they should be."""
        return sum(self.by_state.get(state, 0) for state in ILL)

    @property
    def all(self) -> int:
        """How many sources there are that were not stopped."""
        return sum(count for state, count in self.by_state.items() if state != State.STOPPED)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters of the table and the forms offer."""

    publications: tuple[tuple[int, str], ...]
    units: tuple[tuple[int, str], ...]


def table(actor: Actor, wish: Wish, *, at: datetime) -> Table:
    """Give one page of the sources; five queries whatever its size."""
    actor.need(READ)
    counts = Source.objects.values_list("state").annotate(count=Count("pk"))
    by_state = dict(counts.order_by())
    late = Source.objects.filter(overdue(at)).count()
    chosen = _chosen(wish, at=at)
    total = chosen.count()
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(wish.page, 1), pages)
    start = (page - 1) * PAGE_SIZE
    sources = list(chosen.select_related("publication", "owner_unit")[start : start + PAGE_SIZE])
    weeks = _items_since([source.pk for source in sources], at - timedelta(days=7))
    rows = tuple(source_row(source, weeks.get(source.pk, 0), at=at) for source in sources)
    return Table(rows, total, page, pages, by_state, late)


def all_rows(actor: Actor, wish: Wish, *, at: datetime) -> tuple[SourceRow, ...]:
    """Give every source that fits, for an export; at most MOST_ROWS."""
    actor.need(READ)
    sources = list(_chosen(wish, at=at).select_related("publication", "owner_unit")[:MOST_ROWS])
    weeks = _items_since([source.pk for source in sources], at - timedelta(days=7))
    return tuple(source_row(source, weeks.get(source.pk, 0), at=at) for source in sources)


def choices(actor: Actor, *, publication: str = "") -> Choices:
    """List the units that own sources, and the publications that fit what was typed, for the filters."""
    actor.need(READ)
    units = (
        Source.objects.order_by("owner_unit__name").values_list("owner_unit", "owner_unit__name").distinct()
    )
    return Choices(publications_named(actor, publication), tuple(units))


def overdue(at: datetime) -> Q:
    """Sources that should have been polled a while ago: no worker is running, or it has too much to do."""
    return Q(state__in=POLLED, next_poll_at__lt=at - MISSED_GRACE * 2) & (
        Q(leased_until=None) | Q(leased_until__lte=at)
    )


def _chosen(wish: Wish, *, at: datetime) -> QuerySet[Source]:
    rows = _in_state(Source.objects.all(), wish.state, at=at)
    for name, value in (("kind", wish.kind), ("owner_unit", wish.unit), ("publication", wish.publication)):
        if value:
            rows = rows.filter(**{name: value})
    for word in wish.words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(address__icontains=word) | Q(publication__name__icontains=word)
        )
    gravity = [When(state=state, then=Value(place)) for place, state in enumerate((*ILL, State.ACTIVE))]
    rows = rows.annotate(gravity=Case(*gravity, default=Value(90), output_field=IntegerField()))
    column = F(SORTS.get(wish.sort.removeprefix("-"), SORTS["state"]))
    turned = wish.sort.startswith("-")
    first = column.desc(nulls_last=True) if turned else column.asc(nulls_last=True)
    return rows.order_by(first, "name", "pk")


def _in_state(rows: QuerySet[Source], state: str, *, at: datetime) -> QuerySet[Source]:
    if state == "ill":
        return rows.filter(state__in=ILL)
    if state == "overdue":
        return rows.filter(overdue(at))
    return rows.filter(state=state) if state else rows.exclude(state=State.STOPPED)


def _items_since(sources: list[int], since: datetime) -> dict[int, int]:
    counted = Item.objects.filter(source__in=sources, first_seen_at__gte=since).values_list("source")
    return dict(counted.annotate(count=Count("pk")).order_by())


def source_row(source: Source, items_in_week: int, *, at: datetime) -> SourceRow:
    """Make the row of a page from a source loaded with its publication and unit."""
    due, lease = source.next_poll_at, source.leased_until
    late = due is not None and due < at - MISSED_GRACE * 2 and (lease is None or lease <= at)
    return SourceRow(
        id=source.pk,
        name=source.name,
        kind=source.kind,
        address=source.address,
        publication=source.publication.name,
        unit=source.owner_unit.name,
        language=source.language,
        state=source.state,
        state_since=source.state_since,
        reason=source.last_reason,
        details=source.last_details,
        overdue=late and source.state in POLLED,
        last_item_at=source.last_item_at,
        polled_at=source.polled_at,
        next_poll_at=source.next_poll_at,
        items_in_week=items_in_week,
        is_polled=source.kind in KINDS and KINDS[source.kind].is_polled,
    )
