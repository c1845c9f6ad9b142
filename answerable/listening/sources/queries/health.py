"""How one source is doing: its last polls, its days, its gaps, its rhythm; and what ails all of them."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Subquery, Sum, Window
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.together import Asked, told, totals
from answerable.listening.sources.models import Gap, Item, Poll, PollDay, Source
from answerable.listening.sources.queries.items import READ, ItemRow, item_row
from answerable.listening.sources.queries.table import SourceRow, overdue, source_row
from answerable.listening.sources.rules.outcomes import Outcome
from answerable.listening.sources.rules.states import ILL, MOVES, Move, State

#: From worst to best: a day's cell shows its worst outcome.
GRAVITY = (
    Outcome.GONE,
    Outcome.MOVED,
    Outcome.REFUSED,
    Outcome.BLOCKED,
    Outcome.FAILED,
    Outcome.MISSED,
    Outcome.EMPTY,
    Outcome.SILENT,
    Outcome.NOT_MODIFIED,
    Outcome.UNCHANGED,
    Outcome.HEARD,
)
DAYS = 30
POLLS = 20
ITEMS = 10


@dataclass(frozen=True, slots=True)
class PollRow:
    """One poll as the page shows it."""

    ended_at: datetime
    outcome: str
    reason: str
    details: dict[str, str | int]
    notes: tuple[str, ...]
    status: int | None
    times: int
    entries: int
    new: int
    edited: int
    refused: int
    held_back: int
    next_try_at: datetime | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a source: polls by outcome and new items; `worst` is "" on a day without polls."""

    day: date
    outcomes: dict[str, int] = field(default_factory=dict)
    new: int = 0

    @property
    def worst(self) -> str:
        """The worst outcome of the day."""
        return next((str(outcome) for outcome in GRAVITY if outcome in self.outcomes), "")

    @property
    def polls(self) -> int:
        """All polls of the day."""
        return sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class GapRow:
    """A span in which the source was not heard."""

    began_at: datetime
    ended_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All that the page of one source shows. `may_keep`: this actor may change it."""

    row: SourceRow
    unit: int
    region: str
    settings: dict[str, object]
    moved_to: str
    fixed_interval: timedelta | None
    interval: timedelta
    silent_after: timedelta | None
    retention_days: int
    created_at: datetime | None
    heard_at: datetime | None
    failures_in_row: int
    is_polled_now: bool
    moves: tuple[Move, ...]
    may_keep: bool
    polls: tuple[PollRow, ...]
    days: tuple[DayRow, ...]
    gaps: tuple[GapRow, ...]
    items: tuple[ItemRow, ...]
    items_in_all: int


@dataclass(frozen=True, slots=True)
class Illness:
    """A source that is not heard as it should be, for the first page and for notices."""

    source: int
    name: str
    state: str
    reason: str
    details: dict[str, str | int]
    since: datetime | None
    next_try_at: datetime | None
    unit: int


def source_page(actor: Actor, source: int, *, at: datetime) -> SourcePage:
    """Give one source to somebody who may read sources."""
    actor.need(READ)
    items = Item.objects.filter(source=OuterRef("pk")).order_by().values("source")
    recent = items.filter(first_seen_at__gte=at - timedelta(days=7))
    rows = Source.objects.select_related("publication", "owner_unit").annotate(
        in_week=Subquery(recent.annotate(count=Count("pk")).values("count")),
        in_all=Subquery(items.annotate(count=Count("pk")).values("count")),
    )
    row: Any = rows.filter(pk=source).first()
    if row is None:
        raise NotFound(_("There is no such source."), _("Look for it in the list of sources."))
    return SourcePage(
        row=source_row(row, row.in_week or 0, at=at),
        unit=row.owner_unit_id,
        region=row.region or row.publication.region,
        settings=row.settings,
        moved_to=row.moved_to,
        fixed_interval=timedelta(seconds=row.fixed_interval) if row.fixed_interval else None,
        interval=timedelta(seconds=row.interval),
        silent_after=timedelta(seconds=row.silent_after) if row.silent_after else None,
        retention_days=row.retention_days,
        created_at=row.created_at,
        heard_at=row.heard_at,
        failures_in_row=row.failures_in_row,
        is_polled_now=row.leased_until is not None and row.leased_until > at,
        moves=MOVES.open_to(State(row.state)),
        may_keep=actor.may("sources.keep") and actor.reaches(row.owner_unit_id),
        polls=_polls(row),
        days=days_of(row.pk, at=at),
        gaps=_gaps(row),
        items=_newest(row),
        items_in_all=row.in_all or 0,
    )


def ill_sources(actor: Actor, limit: int = 20) -> tuple[tuple[Illness, ...], int]:
    """List sources that are not heard as they should be, the longest ill first, and count them all; one query."""
    return told(ill_sources_asked(actor, limit))


def ill_sources_asked(actor: Actor, limit: int = 20) -> Asked[tuple[tuple[Illness, ...], int]]:
    """Say what is to be read of the sources that are not heard as they should be."""
    actor.need(READ)
    rows = Source.objects.filter(state__in=ILL).annotate(total=Window(Count("pk")))
    shown: Any = rows.order_by("state_since", "pk")[:limit]

    def tell() -> tuple[tuple[Illness, ...], int]:
        found = tuple(
            Illness(
                row.pk,
                row.name,
                row.state,
                row.last_reason,
                row.last_details,
                row.state_since,
                row.next_poll_at,
                row.owner_unit_id,
            )
            for row in shown
        )
        return found, shown[0].total if shown else 0

    return Asked((shown,), tell)


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many sources are kept, stopped ones left out, and how many wait for a poll that should have been."""

    heard: int
    overdue: int


def how_many_asked(actor: Actor, *, at: datetime) -> Asked[HowMany]:
    """Say what is to be read to count the sources."""
    actor.need(READ)
    kept = Source.objects.exclude(state=State.STOPPED)
    counted = totals(kept, heard=Count("pk"), late=Count("pk", filter=overdue(at)))
    return Asked((counted,), lambda: HowMany(*(counted[0] if counted else (0, 0))))


def days_of(source: int, *, at: datetime, days: int = DAYS) -> tuple[DayRow, ...]:
    """Count the polls of the last days by outcome, the oldest day first; days without polls are there too."""
    first = at - timedelta(days=days - 1)
    outcomes: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    new: dict[date, int] = defaultdict(int)
    recent = Poll.objects.filter(source=source, ended_at__gte=first - timedelta(days=1))
    grouped = recent.annotate(day=TruncDate("ended_at")).values("day", "outcome")
    summed = grouped.annotate(count=Sum("times"), new_sum=Sum("new")).values_list(
        "day", "outcome", "count", "new_sum"
    )
    kept = PollDay.objects.filter(source=source, day__gte=first.date())
    for day, outcome, count, found in summed.union(
        kept.values_list("day", "outcome", "times", "new"), all=True
    ):
        outcomes[day][outcome] += count
        new[day] += found
    span = (first.date() + timedelta(days=step) for step in range(days))
    return tuple(DayRow(day, dict(outcomes[day]), new[day]) for day in span)


def _polls(source: Source) -> tuple[PollRow, ...]:
    rows = Poll.objects.filter(source=source).order_by("-ended_at", "-pk")[:POLLS]
    return tuple(
        PollRow(
            row.ended_at,
            row.outcome,
            row.reason,
            row.details,
            tuple(row.notes),
            row.status,
            row.times,
            row.entries,
            row.new,
            row.edited,
            row.refused,
            row.held_back,
            row.next_try_at,
        )
        for row in rows
    )


def _gaps(source: Source) -> tuple[GapRow, ...]:
    rows = Gap.objects.filter(source=source).exclude(reason="new_source").order_by("-began_at")[:5]
    return tuple(GapRow(row.began_at, row.ended_at, row.reason) for row in rows)


def _newest(source: Source) -> tuple[ItemRow, ...]:
    rows = Item.objects.filter(source=source).select_related("source__publication")
    return tuple(item_row(row) for row in rows.order_by("-first_seen_at", "-pk")[:ITEMS])
