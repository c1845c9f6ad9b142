"""Runs as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.standing import Standing, standing
from answerable.governance.duties.rules.states import State


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run: what, for which period, where, due when, with whom, how it stands."""

    id: int
    duty: str
    name_en: str
    name_zh: str
    period_begin: date
    period_end: date
    unit_id: int
    unit: str
    post: str
    due: datetime
    original_due: datetime
    provisional: bool
    state: State
    standing: Standing
    holder_id: int | None
    holder: str
    owner: str
    filed_at: datetime | None
    on_time: bool | None
    reason: str

    @property
    def was_moved(self) -> bool:
        """Say whether the due date is no longer the first one."""
        return self.due != self.original_due

    @property
    def passed_on(self) -> bool:
        """Say whether somebody else has it than owed it when it opened."""
        return bool(self.owner) and self.holder != self.owner


def row_of(one: Occurrence, *, at: datetime) -> RunRow:
    """Give a run as a row; its unit and post are loaded already."""
    state = State(one.state)
    return RunRow(
        one.pk,
        one.duty,
        one.name_en,
        one.name_zh,
        one.period_begin,
        one.period_end,
        one.unit_id,
        one.unit.name,
        one.post.title,
        one.due,
        one.original_due,
        one.provisional,
        state,
        standing(state, one.on_time, one.due, at=at),
        one.holder_id,
        one.holder_name,
        one.owner_name,
        one.filed_at,
        one.on_time,
        one.reason,
    )


def rows_of(rows: "QuerySet[Occurrence] | Iterable[Occurrence]", *, at: datetime) -> tuple[RunRow, ...]:
    """Give runs as rows, in one query."""
    chosen = rows.select_related("unit", "post") if isinstance(rows, QuerySet) else rows
    return tuple(row_of(one, at=at) for one in chosen)
