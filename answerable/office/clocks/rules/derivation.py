"""How a deadline was worked out, as it is kept beside the clock."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from answerable.office.clocks.rules.calendars import Day, DayKind
from answerable.office.clocks.rules.limits import Step


def as_rows(steps: Iterable[Step]) -> list[list[Any]]:
    """Give steps as plain values for keeping."""
    return [
        [step.day.day.isoformat(), str(step.day.kind), step.day.name, step.counted, step.used]
        for step in steps
    ]


def as_steps(rows: Iterable[list[Any]]) -> tuple[Step, ...]:
    """Read kept steps."""
    return tuple(
        Step(Day(date.fromisoformat(day), DayKind(kind), name), bool(counted), used)
        for day, kind, name, counted, used in rows
    )
