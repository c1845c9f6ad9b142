"""The matrix clauses × units, and what lies behind one of its cells."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.utils import timezone

from answerable.governance.duties.models import Evidence, Occurrence
from answerable.governance.duties.queries.door import seen_by
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.matrix import Cell, Tally, fold, summed
from answerable.governance.duties.rules.standing import SOON, Tone, standing
from answerable.governance.duties.rules.states import OWED, RUNNING, State
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Clause, Duty, PlanDocument
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people

#: Units side by side before the table is cut into pages: a body with more is looked at by branch.
MOST_UNITS = 400


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One clause with its cells, in the order of the units; `duties` is empty where nothing recurs."""

    clause: Clause
    duties: tuple[Duty, ...]
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, with how many cells show which colour."""

    document: PlanDocument | None
    version: int
    number: str
    units: tuple[tuple[int, str], ...]
    lines: tuple[MatrixLine, ...]
    figures: Mapping[Tone, int]
    begin: date
    end: date


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind a cell: the sentence, its duties, the runs, and the evidence of each."""

    clause: Clause | None
    unit: str
    duties: tuple[Duty, ...]
    runs: tuple[RunRow, ...]
    evidence: Mapping[int, tuple[Evidence, ...]]


def moments(begin: date, end: date) -> tuple[datetime, datetime]:
    """Give the first moment of one day and the last second of another, in the body's zone."""
    zone = timezone.get_current_timezone()
    return datetime.combine(begin, time(0), tzinfo=zone), datetime.combine(end, time(23, 59, 59), tzinfo=zone)


def _in_span(begin: date, end: date) -> Q:
    """Say which runs a span shows: those due in it, and what was due before and is owed to this day."""
    first, last = moments(begin, end)
    return Q(due__range=(first, last)) | Q(due__lt=first, state__in=OWED)


def tallies(rows: "QuerySet[Occurrence]", *, at: datetime) -> list[Tally]:
    """Count runs by duty, unit and how they stand, in one query whatever their number."""
    counted = (
        rows.annotate(
            near=Case(
                When(state__in=RUNNING, due__lt=at, then=Value(0)),
                When(state__in=RUNNING, due__lte=at + SOON, then=Value(1)),
                default=Value(2),
            )
        )
        .values_list("duty", "unit", "state", "on_time", "near")
        .annotate(count=Count("pk"))
        .order_by()
    )
    dues = {0: at - SOON, 1: at + SOON, 2: at + SOON * 2}
    return [
        Tally(duty, unit, standing(State(state), on_time, dues[near], at=at).word, count)
        for duty, unit, state, on_time, near, count in counted
    ]


def matrix(actor: Actor, begin: date, end: date, *, branch: int | None = None, at: datetime) -> Matrix:
    """Show every clause against every unit in the actor's reach; a fixed number of queries."""
    actor.need("duties.read")
    standing_plan = plan.in_force(at=at)
    if standing_plan is None:
        return Matrix(None, 0, "", (), (), {}, begin, end)
    rows = seen_by(actor).filter(_in_span(begin, end)).exclude(state=State.CANCELLED)
    if branch is not None:
        rows = rows.filter(unit=branch)
    document = standing_plan.document
    duties = duties_by_clause(document)
    names = {clause: [duty.id for duty in those] for clause, those in duties.items()}
    cells = fold(tallies(rows, at=at), names)
    bound = {unit for _code, unit in plan.posts_bound(standing_plan.version_id)}
    shown = {unit for _clause, unit in cells} | (bound & actor.units if branch is None else {branch})
    units = people.short_names(shown)[:MOST_UNITS]
    lines = tuple(
        MatrixLine(
            clause,
            duties[clause.id],
            tuple(cells.get((clause.id, unit)) for unit, _name in units) if duties[clause.id] else (),
        )
        for clause in document.clauses
    )
    return Matrix(
        document,
        standing_plan.version_id,
        standing_plan.number,
        units,
        lines,
        summed(cells.values()),
        begin,
        end,
    )


def duties_by_clause(document: PlanDocument) -> dict[str, tuple[Duty, ...]]:
    """Say which duties each sentence gives rise to."""
    found: dict[str, tuple[Duty, ...]] = {}
    for clause in document.clauses:
        keys = (thing.partition(":")[2] for thing in clause.gives if thing.startswith("duty:"))
        found[clause.id] = tuple(document.duties[key] for key in keys if key in document.duties)
    return found


def behind(actor: Actor, clause: str, unit: int | None, begin: date, end: date, *, at: datetime) -> Behind:
    """Open one cell, or without a unit the whole line: duty, runs, evidence."""
    actor.need("duties.read")
    standing_plan = plan.in_force(at=at)
    document = standing_plan.document if standing_plan else None
    duties = duties_by_clause(document).get(clause, ()) if document else ()
    rows = seen_by(actor).filter(_in_span(begin, end), duty__in=[duty.id for duty in duties])
    if unit is not None:
        rows = rows.filter(unit=unit)
    runs = rows_of(rows.exclude(state=State.CANCELLED).order_by("due", "pk")[:200], at=at)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for one in Evidence.objects.filter(occurrence__in=[run.id for run in runs], followed_by=None):
        evidence[one.occurrence_id].append(one)
    return Behind(
        document.clause(clause) if document else None,
        people.unit_names([unit]).get(unit, "") if unit is not None else "",
        duties,
        runs,
        {run: tuple(those) for run, those in evidence.items()},
    )


def oldest_due(actor: Actor) -> date | None:
    """Give the first due day there is, for the choice of quarters."""
    first = seen_by(actor).order_by("due").values_list(F("due"), flat=True).first()
    return timezone.localtime(first).date() if first else None
