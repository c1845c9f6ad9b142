"""Rows of the page that compares two versions."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from answerable.governance.plan.queries.ahead import ChangePage
from answerable.governance.plan.queries.pages import name_of
from answerable.governance.plan.rules.diff import ClauseChange, FieldChange, RunChange
from answerable.governance.plan.rules.document import name_in
from answerable.governance.plan.rules.saying import named

#: Dates of one duty that are listed; the rest are counted.
LISTED = 12


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A thing that came, went or changed."""

    what: str
    thing: str
    name: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that changed, with the names of what it touches."""

    id: str
    name: str
    before: str
    after: str
    touches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunRow:
    """What becomes of a duty's dates, for whom."""

    name: str
    owner: str
    owner_before: str
    appear: tuple[datetime, ...]
    vanish: tuple[datetime, ...]
    move: tuple[tuple[datetime, datetime], ...]
    appear_count: int
    vanish_count: int
    move_count: int
    units: tuple[str, ...]
    units_gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeRows:
    """Everything that changes, in the reader's language."""

    clauses: tuple[ClauseChange, ...]
    things: tuple[ThingRow, ...]
    figures: tuple[FigureRow, ...]
    runs: tuple[RunRow, ...]
    is_empty: bool


def change_rows(found: ChangePage) -> ChangeRows:
    """Give what changes as rows."""
    language = get_language() or "en"
    made = found.difference
    return ChangeRows(
        clauses=made.clauses,
        things=tuple(
            ThingRow(
                one.what,
                one.thing,
                name_of(found.after if one.what != "gone" else found.before, one.thing),
                one.changes,
            )
            for one in made.things
        ),
        figures=tuple(
            FigureRow(
                one.id,
                name_in(one.names, language) or one.id,
                one.before,
                one.after,
                tuple(name_of(found.after, thing) for thing in one.touches),
            )
            for one in made.figures
        ),
        runs=tuple(_run(one, found) for one in made.runs),
        is_empty=made.is_empty,
    )


def _run(one: RunChange, found: ChangePage) -> RunRow:
    zone = ZoneInfo(found.after.zone or found.before.zone or "UTC")

    def local(due: datetime) -> datetime:
        return due.astimezone(zone)

    document = found.after if one.owner else found.before
    return RunRow(
        name=name_of(document, f"duty:{one.duty}"),
        owner=named(found.after, one.owner),
        owner_before=named(found.before, one.owner_before),
        appear=tuple(local(due) for due in one.appear[:LISTED]),
        vanish=tuple(local(due) for due in one.vanish[:LISTED]),
        move=tuple((local(before), local(after)) for before, after in one.move[:LISTED]),
        appear_count=len(one.appear),
        vanish_count=len(one.vanish),
        move_count=len(one.move),
        units=tuple(found.units.get(code, code) for code in one.units),
        units_gone=tuple(found.units.get(code, code) for code in one.units_gone),
    )
