"""Watches as their list and form show them, and what trials found."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, Max, Q

from answerable.kernel.actor import Actor
from answerable.kernel.together import Asked, told
from answerable.listening.signals.models import Setting, Trial, Watch
from answerable.listening.signals.queries.door import READ, may_keep, watches_of
from answerable.listening.signals.rules.states import OPEN, WATCH_MOVES, WatchMove, WatchState


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One watch with what it raised."""

    id: int
    name: str
    words: str
    languages: tuple[str, ...]
    owner: str
    unit: str
    is_mine: bool
    may_keep: bool
    switch: float
    at_least: int
    rhythm: str
    quiet_from: time | None
    quiet_until: time | None
    state: WatchState
    signals: int
    open_signals: int
    last_at: datetime | None
    moves: tuple[WatchMove, ...]


@dataclass(frozen=True, slots=True)
class TriedRow:
    """What one setting of the switch would have done."""

    switch: float
    per_100_days: float
    realised: float
    fired: int
    named: tuple[tuple[datetime, int, int, float], ...]


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial; `answered_at` is empty while it runs."""

    key: str
    words: str
    answered_at: datetime | None
    days: float
    settings: tuple[TriedRow, ...]


def watch_rows(actor: Actor) -> tuple[WatchRow, ...]:
    """List the watches that an actor may see; one query."""
    return told(watch_rows_asked(actor))


def watch_rows_asked(actor: Actor) -> Asked[tuple[WatchRow, ...]]:
    """Say what is to be read of the watches that an actor may see."""
    actor.need(READ)
    rows = (
        watches_of(actor)
        .select_related("owner", "unit")
        .annotate(
            raised=Count("signals"),
            waiting=Count("signals", filter=Q(signals__state__in=OPEN)),
            last=Max("signals__raised_at"),
        )
    )
    named = rows.order_by("name", "pk")
    return Asked((named,), lambda: tuple(_row(actor, row) for row in named))


def _row(actor: Actor, row: Watch) -> WatchRow:
    state, mine = WatchState(row.state), may_keep(actor, row)
    return WatchRow(
        id=row.pk,
        name=row.name,
        words=row.words,
        languages=tuple(row.languages),
        owner=row.owner.name,
        unit=row.unit.name if row.unit else "",
        is_mine=row.owner_id == actor.person,
        may_keep=mine,
        switch=row.switch,
        at_least=row.at_least,
        rhythm=row.rhythm,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        state=state,
        signals=row.raised,  # type: ignore[attr-defined]
        open_signals=row.waiting,  # type: ignore[attr-defined]
        last_at=row.last,  # type: ignore[attr-defined]
        moves=WATCH_MOVES.open_to(state) if mine else (),
    )


def trial(key: str) -> TrialRow | None:
    """Give a trial by its key."""
    row = Trial.objects.filter(key=key).first()
    if row is None:
        return None
    settings = tuple(
        TriedRow(
            switch=one["switch"],
            per_100_days=one["per_100_days"],
            realised=one["realised"],
            fired=one["fired"],
            named=tuple(
                (datetime.fromisoformat(found["at"]), found["hours"], found["seen"], found["expected"])
                for found in one["named"]
            ),
        )
        for one in row.answer.get("settings", ())
    )
    return TrialRow(row.key, row.words, row.answered_at, float(row.answer.get("hours", 0)) / 24, settings)


def stories_switch() -> tuple[float, int]:
    """Give the switch of the stories: days between false alarms, and the publications worth a signal."""
    row = Setting.objects.filter(pk=1).first() or Setting()
    return row.days, row.at_least
