"""What came of files, by unit and by cause, small counts held back. There is no row for a person."""

from dataclasses import dataclass
from datetime import datetime

from answerable.governance.accountability.models import File
from answerable.governance.accountability.queries.door import READ
from answerable.governance.accountability.rules.figures import LEAST, Line, counted
from answerable.governance.accountability.rules.states import State
from answerable.kernel.actor import Actor
from answerable.office.people.queries import day_of


@dataclass(frozen=True, slots=True)
class Figures:
    """The tables of a year; `whole` is None while even that is too few to say."""

    year: int
    whole: int | None
    units: tuple[Line, ...]
    causes: tuple[Line, ...]
    measures: tuple[Line, ...]


def figures(actor: Actor, year: int, *, at: datetime) -> Figures:
    """Count the files that ended in a year that is over: a table that still grows would tell who came last."""
    actor.need(READ)
    if year >= day_of(at).year:
        return Figures(year, None, (), (), ())
    rows = list(
        File.objects.filter(state=State.CLOSED, closed_at__year=year, unit__in=actor.units).values_list(
            "unit__name", "cause", "measure"
        )
    )
    units = counted(unit for unit, _cause, _measure in rows)
    causes = counted(cause for _unit, cause, _measure in rows if cause)
    measures = counted(str(measure or 0) for _unit, _cause, measure in rows)
    return Figures(year, len(rows) if len(rows) >= LEAST else None, units, causes, measures)
