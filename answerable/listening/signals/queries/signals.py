"""Signals as lists and pages show them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from answerable.kernel.actor import Actor
from answerable.listening.signals.models import Signal
from answerable.listening.signals.queries.door import may_judge, signal_for, signals_of
from answerable.listening.signals.rules.states import MOVES, OPEN, Move, State
from answerable.listening.sources import queries as sources
from answerable.listening.sources.queries import ItemRow
from answerable.listening.stories import queries as stories

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One signal. `watch_name` is empty for a story's."""

    id: int
    title: str
    story: int | None
    watch: int | None
    watch_name: str
    from_at: datetime
    until_at: datetime
    hours: int
    seen: int
    expected: float
    p: float
    once_in_days: float
    per_100_series_days: float
    most_seen: int
    raised_at: datetime
    over_at: datetime | None
    state: State
    reason: str
    note: str
    settled_by: str
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class SignalTable:
    """A page of the list, with the counts of each state."""

    rows: tuple[SignalRow, ...]
    total: int
    page: int
    by_state: dict[str, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item that a signal rests on, and the story it lies in now."""

    item: ItemRow
    story: int | None


@dataclass(frozen=True, slots=True)
class SignalPage:
    """One signal with its evidence, what can be done with it, and where its series stood before."""

    signal: SignalRow
    evidence: tuple[Evidence, ...]
    moves: tuple[Move, ...]
    hours: tuple[tuple[datetime, int], ...]
    earlier: tuple[SignalRow, ...]


def signal_row(row: Signal) -> SignalRow:
    """Make a row of a signal loaded with its watch."""
    return SignalRow(
        id=row.pk,
        title=row.title,
        story=row.story_id,
        watch=row.watch_id,
        watch_name=row.watch.name if row.watch else "",
        from_at=row.from_at,
        until_at=row.until_at,
        hours=row.hours,
        seen=row.seen,
        expected=row.expected,
        p=row.p,
        once_in_days=row.once_in_days,
        per_100_series_days=row.per_100_series_days,
        most_seen=row.most_seen,
        raised_at=row.raised_at,
        over_at=row.over_at,
        state=State(row.state),
        reason=row.reason,
        note=row.note,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
    )


def signal_table(
    actor: Actor,
    *,
    state: str = "open",
    watch: int | None = None,
    raised: tuple[datetime | None, datetime | None] = (None, None),
    page: int = 1,
) -> SignalTable:
    """Give one page of signals, the newest first, of those `raised` from a moment until another; three queries."""
    rows = signals_of(actor)
    since, until = raised
    if since is not None:
        rows = rows.filter(raised_at__gte=since)
    if until is not None:
        rows = rows.filter(raised_at__lte=until)
    if watch is not None:
        rows = rows.filter(watch=watch)
    by_state = dict(rows.values_list("state").annotate(count=Count("pk")).order_by())
    by_state["open"] = sum(by_state.get(one, 0) for one in OPEN)
    chosen = _in_state(rows, state)
    total = chosen.count()
    page = min(max(page, 1), max(-(-total // PAGE_SIZE), 1))
    shown = chosen.select_related("watch").order_by("-raised_at", "-pk")
    start = (page - 1) * PAGE_SIZE
    return SignalTable(
        tuple(signal_row(row) for row in shown[start : start + PAGE_SIZE]), total, page, by_state
    )


def _in_state(rows: QuerySet[Signal], state: str) -> QuerySet[Signal]:
    if state == "open":
        return rows.filter(state__in=OPEN)
    return rows.filter(state=state) if state in set(State) else rows


def signal_page(actor: Actor, signal: int) -> SignalPage:
    """Give one signal to somebody who may see it; six queries."""
    row = signal_for(actor, signal)
    found = sources.items(row.evidence)
    lying = stories.story_of_items(row.evidence)
    moves = MOVES.open_to(State(row.state)) if may_judge(actor, row) else ()
    earlier = (
        Signal.objects.filter(series=row.series, pk__lt=row.pk).select_related("watch").order_by("-pk")[:5]
    )
    return SignalPage(
        signal=signal_row(row),
        evidence=tuple(
            Evidence(found[item], lying.get(item))
            for item in sorted(found, key=lambda item: (found[item].first_seen_at, item))
        ),
        moves=moves,
        hours=_hours(row),
        earlier=tuple(signal_row(one) for one in earlier),
    )


def _hours(row: Signal) -> tuple[tuple[datetime, int], ...]:
    """Count the series by the hour from four windows before the signal to its end."""
    since = row.until_at - 5 * (row.until_at - row.from_at)
    if row.watch is not None:
        found = stories.words_hours(
            row.watch.words, languages=row.watch.languages, since=since, until=row.until_at
        )
    else:
        found = stories.story_hours([row.story_id or 0], since=since, until=row.until_at).get(
            row.story_id or 0, {}
        )
    return tuple((hour, found[hour].all) for hour in sorted(found))


def newest(
    actor: Actor, *, since: datetime | None, state: str, before: int | None, limit: int
) -> tuple[SignalRow, ...]:
    """Give signals by falling id, for readers that go on from the last one they saw."""
    rows = _in_state(signals_of(actor), state)
    if since:
        rows = rows.filter(raised_at__gte=since)
    if before:
        rows = rows.filter(pk__lt=before)
    return tuple(signal_row(row) for row in rows.select_related("watch").order_by("-pk")[:limit])
