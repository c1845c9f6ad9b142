"""Clocks as pages show them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.utils.translation import gettext

from answerable.kernel.actor import Actor
from answerable.kernel.together import Asked, read_together, told
from answerable.office.clocks.models import Clock, DateChange, Pause
from answerable.office.clocks.rules.derivation import as_steps
from answerable.office.clocks.rules.states import OPEN, Shown, State, shown
from answerable.office.clocks.words import (
    CHANGE_NAMES,
    DAY_NAMES,
    REASON_NAMES,
    STATE_NAMES,
    limit_words,
    stage_name,
    titled,
)

TONES = {
    Shown.RUNNING: "ok",
    Shown.PAUSED: "idle",
    Shown.BREACHED: "late",
    Shown.MET: "ok",
    Shown.MET_LATE: "late",
    Shown.CLOSED: "idle",
}
#: Below this share of the time a clock is shown as soon due: the last rung of the fast ladder before the end.
SOON = 0.2


@dataclass(frozen=True, slots=True)
class StepRow:
    """One day of a derivation."""

    day: date
    kind: str
    kind_name: str
    name: str
    counted: bool
    used: str


@dataclass(frozen=True, slots=True)
class PauseRow:
    """One span in which a clock stood still."""

    begins: datetime
    ends: datetime | None
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of a clock's date."""

    at: datetime
    kind: str
    kind_name: str
    old: datetime
    new: datetime
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class LongerRow:
    """A longer limit for the same thing that another rule sets, and that gave way."""

    rule: str
    limit: str
    due: datetime


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One clock at a moment. `left` is negative once the limit has run out."""

    id: int
    subject: str
    title: str
    link: str
    stage: str
    stage_name: str
    since: datetime
    due: datetime
    original_due: datetime
    left: timedelta
    share_left: float
    state: str
    ladder: str
    unit: int | None
    provisional: bool
    derivation: tuple[StepRow, ...]
    pauses: tuple[PauseRow, ...]
    extensions: tuple[ChangeRow, ...]
    changes: tuple[ChangeRow, ...]
    longer: tuple[LongerRow, ...]
    state_name: str
    tone: str
    limit: str
    limit_words: str
    rule: str
    calendar: str
    round: int
    met_at: datetime | None

    @property
    def owed(self) -> bool:
        """Say whether something is still owed."""
        return self.state in (Shown.RUNNING, Shown.PAUSED, Shown.BREACHED)


def clocks_of(subject: str, *, at: datetime) -> tuple[ClockRow, ...]:
    """List the clocks of a subject, what is owed first, then by when it was due."""
    return clocks_of_many([subject], at=at)[subject]


def clocks_of_many(subjects: Iterable[str], *, at: datetime) -> dict[str, tuple[ClockRow, ...]]:
    """List the clocks of several subjects in a fixed number of queries."""
    wanted = list(subjects)
    found: dict[str, list[ClockRow]] = {subject: [] for subject in wanted}
    rows = Clock.objects.filter(subject__in=wanted)
    told = _told_of(rows)
    read_together(rows, *told)
    for row in _shown(rows, told, at=at):
        found[row.subject].append(row)
    return {subject: tuple(sorted(rows, key=_order)) for subject, rows in found.items()}


def _order(row: ClockRow) -> tuple[bool, datetime, int]:
    return not row.owed, row.due, row.id


def running(actor: Actor, *, at: datetime, limit: int) -> tuple[ClockRow, ...]:
    """List the clocks within the actor's reach that run out next, those that have run out first."""
    return told(running_asked(actor, at=at, limit=limit))


def running_asked(actor: Actor, *, at: datetime, limit: int) -> Asked[tuple[ClockRow, ...]]:
    """Say what is to be read of the clocks that run out next."""
    rows = within_reach(actor).filter(state__in=OPEN).order_by("due", "pk")[:limit]
    happened = _told_of(rows)
    return Asked((rows, *happened), lambda: _shown(rows, happened, at=at))


def within_reach(actor: Actor) -> "QuerySet[Clock]":
    """Give the clocks that an actor may see: of its units, of its posts, its own, and those of no unit.

    A clock that names a person and no unit is that person's alone.
    """
    if actor.kind == "machine":
        return Clock.objects.all()
    mine = Q(unit__in=actor.units) | Q(unit=None, person=None) | Q(post__in=actor.posts)
    if actor.person is not None:
        mine |= Q(person=actor.person)
    return Clock.objects.filter(mine)


def rows_of(rows: Iterable[Clock], *, at: datetime) -> tuple[ClockRow, ...]:
    """Show clocks at a moment in their order: one query beside their own."""
    clocks = list(rows)
    told = _told_of([clock.pk for clock in clocks])
    read_together(*told)
    return _shown(clocks, told, at=at)


_Told = tuple["QuerySet[Any]", "QuerySet[Any]"]


def _told_of(clocks: Any) -> _Told:
    """Say what is to be read of clocks, or of their keys: their pauses and the changes of their dates."""
    if isinstance(clocks, QuerySet):
        clocks = clocks.values("pk")
    paused = Pause.objects.filter(clock__in=clocks).values_list(
        "clock", Value(""), "reason", "begins", "ends", "by_name", "begins", "pk"
    )
    changed = DateChange.objects.filter(clock__in=clocks).values_list(
        "clock", "kind", "reason", "old", "new", "by_name", "at", "pk"
    )
    return paused, changed


def _shown(clocks: Iterable[Clock], told: _Told, *, at: datetime) -> tuple[ClockRow, ...]:
    kept = _histories(chain(*told))
    return tuple(_row_of(clock, *kept[clock.pk], at=at) for clock in clocks)


_History = tuple[list[PauseRow], list[ChangeRow]]


def _histories(told: "Iterable[tuple[Any, ...]]") -> "defaultdict[int, _History]":
    """Sort the pauses and the changes of dates by their clocks, each in its order."""
    found: defaultdict[int, _History] = defaultdict(lambda: ([], []))
    for clock, kind, reason, old, new, by, when, _pk in sorted(told, key=_when):
        pauses, changes = found[clock]
        if kind:
            changes.append(ChangeRow(when, kind, str(CHANGE_NAMES[kind]), old, new, reason, by))
        else:
            pauses.append(PauseRow(old, new, str(REASON_NAMES.get(reason, reason)), by))
    return found


def _when(row: tuple[Any, ...]) -> tuple[datetime, int]:
    return row[-2], row[-1]


def _row_of(
    clock: Clock, pauses: Sequence[PauseRow], changes: Sequence[ChangeRow], *, at: datetime
) -> ClockRow:
    """Show one clock at a moment; one that has ended, as it stood at its end."""
    state = shown(State(clock.state), clock.due, clock.met_at, at=at)
    left = clock.due - _moment(clock, state, pauses, at=at)
    whole = max(clock.due - clock.since, timedelta(seconds=1))
    share = min(max(left / whole, 0.0), 1.0)
    soon = state is Shown.RUNNING and share < SOON
    return ClockRow(
        id=clock.pk,
        subject=clock.subject,
        title=titled(clock),
        link=clock.link,
        stage=clock.stage,
        stage_name=stage_name(clock.stage),
        since=clock.since,
        due=clock.due,
        original_due=clock.original_due,
        left=left,
        share_left=share,
        state=state.value,
        ladder=clock.ladder,
        unit=clock.unit_id,
        provisional=clock.provisional,
        derivation=steps_of(clock),
        pauses=tuple(pauses),
        extensions=tuple(row for row in changes if row.kind == "extended"),
        changes=tuple(changes),
        longer=tuple(
            LongerRow(rule, limit_words(limit), datetime.fromisoformat(due))
            for rule, limit, due in clock.longer
        ),
        state_name=str(STATE_NAMES[state]),
        tone="soon" if soon else TONES[state],
        limit=clock.limit,
        limit_words=limit_words(clock.limit),
        rule=clock.rule,
        calendar=f"{clock.calendar}-{clock.calendar_version}",
        round=clock.round,
        met_at=clock.met_at,
    )


def _moment(clock: Clock, state: Shown, pauses: Sequence[PauseRow], *, at: datetime) -> datetime:
    """Give the moment at which a clock is read: it stands still in a pause and once it has ended."""
    if state is Shown.PAUSED and pauses:
        return pauses[-1].begins
    return clock.met_at or (clock.closed_at if state is Shown.CLOSED else None) or at


def steps_of(clock: Clock) -> tuple[StepRow, ...]:
    """Show the derivation of a clock, day by day."""
    return tuple(
        StepRow(
            step.day.day,
            step.day.kind.value,
            str(DAY_NAMES[step.day.kind]),
            gettext(step.day.name) if step.day.name else "",
            step.counted,
            step.used,
        )
        for step in as_steps(clock.derivation)
    )
