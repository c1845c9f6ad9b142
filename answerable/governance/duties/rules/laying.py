"""What has to be made, moved, brought back or cancelled so that the runs are those that the plan in force asks for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from answerable.governance.duties.rules.states import State
from answerable.governance.plan.rules.document import Duty, PlanDocument
from answerable.governance.plan.rules.recurring import Run, occurrences
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.limits import Limit, Span, deadline

#: Runs exist for this long ahead: the next 12 months, a leap day included.
AHEAD = timedelta(days=366)
#: A changed calendar or rule moves a due date by less than this: so far beyond its edges a window is looked at.
MARGIN = timedelta(days=130)
#: Without a ladder that opens a finding: as many working days as the ladder “std” waits before its own.
MISSED_AFTER = Limit(5, Span.WORKING_DAY)

Key = tuple[str, int, date]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A run that the plan asks of a unit."""

    duty: str
    unit: int
    post: int
    run: Run
    missed_at: datetime

    @property
    def key(self) -> Key:
        """What makes it this run and no other."""
        return (self.duty, self.unit, self.run.period_begin)


@dataclass(frozen=True, slots=True)
class Present:
    """A run that is there already."""

    id: int
    key: Key
    state: State
    version: int
    post: int
    opens: datetime
    due: datetime
    missed_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """What has to be written. `move` and `restore` pair the row with what is wanted of it."""

    make: tuple[Wanted, ...] = ()
    move: tuple[tuple[Present, Wanted], ...] = ()
    restore: tuple[tuple[Present, Wanted], ...] = ()
    cancel: tuple[Present, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether everything is as the plan asks."""
        return not (self.make or self.move or self.restore or self.cancel)


def window(effective: date, laid_until: date | None, *, today: date) -> tuple[date, date]:
    """Say for which due days runs are looked at: from the day the plan holds, or from where the last layout ended."""
    begin = effective if laid_until is None else max(effective, min(laid_until, today) - MARGIN)
    return begin, max(today, begin) + AHEAD


def missed_at(due: datetime, ladder: Iterable[tuple[str, str]], calendar: WorkCalendar) -> datetime:
    """Say when a late run counts as missed: at the rung that opens a finding. `ladder` pairs offset and act."""
    for offset, act in ladder:
        found = re.fullmatch(r"\+(\d{1,3})(h|wh|wd|cd)", offset.strip())
        if act == "open_finding" and found is not None:
            return deadline(due, Limit(int(found.group(1)), Span(found.group(2))), calendar).at
    return deadline(due, MISSED_AFTER, calendar).at


def wanted(
    duty: Duty,
    document: PlanDocument,
    posts: Mapping[int, int],
    calendar: WorkCalendar,
    span: tuple[date, date],
) -> list[Wanted]:
    """List the runs of one duty for every unit that has the post; `posts` maps units to posts."""
    ladder = document.ladders.get(duty.ladder)
    rungs = [(rung.at, rung.do) for rung in ladder.rungs] if ladder else []
    return [
        Wanted(duty.id, unit, post, run, missed_at(run.due, rungs, calendar))
        for run in occurrences(duty, calendar, *span)
        for unit, post in sorted(posts.items())
    ]


def reconcile(
    asked: Iterable[Wanted], present: Iterable[Present], *, version: int, span: tuple[datetime, datetime]
) -> Changes:
    """Compare what the plan asks for with what is there. Runs that have opened keep what they were born with.

    `asked` reaches beyond the end of `span`, so that a run whose date moves past it is not taken for one that
    vanished; what was due before it began belongs to the plan before and is left as it is.
    """
    begin, until = span
    by_key = {one.key: one for one in asked}
    rows = {row.key: row for row in present}
    make = tuple(one for key, one in by_key.items() if key not in rows and one.run.due < until)
    pairs = [(row, by_key[key]) for key, row in rows.items() if key in by_key]
    move = tuple(
        (row, one) for row, one in pairs if row.state is State.PLANNED and _differs(row, one, version)
    )
    restore = tuple((row, one) for row, one in pairs if row.state is State.CANCELLED)
    vanished = (row for key, row in rows.items() if key not in by_key and row.state is State.PLANNED)
    cancel = tuple(row for row in vanished if row.due >= begin)
    return Changes(make, move, restore, cancel)


def _differs(row: Present, one: Wanted, version: int) -> bool:
    now = (row.version, row.post, row.opens, row.due, row.missed_at)
    return now != (version, one.post, one.run.opens, one.run.due, one.missed_at)
