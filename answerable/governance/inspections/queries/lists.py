"""Lists: rounds, findings, programmes, and what waits for the actor."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet

from answerable.governance.inspections.models import Finding, Inspector, Programme, Round, Visit
from answerable.governance.inspections.queries.door import (
    INSPECT,
    KEEP,
    READ,
    REPLY,
    findings_seen_by,
    homes,
)
from answerable.governance.inspections.rules.states import OWED, Found, Stage, Trip
from answerable.kernel.actor import Actor
from answerable.kernel.together import hand_out, read_together

PAGE = 50


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as lists show it: how many visits there are, how many are done, how many findings are open."""

    id: int
    title: str
    method: str
    state: Stage
    begins_on: date
    ends_on: date
    duty: str
    visits: int
    done: int
    findings: int
    open_findings: int
    reported_at: datetime | None
    sha256: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as lists show it."""

    id: int
    title: str
    unit: str
    unit_id: int
    clause: str
    grade: str
    state: Found
    round: int
    round_title: str
    found_at: datetime
    due: datetime | None
    is_late: bool
    repeats: bool


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as lists show it."""

    id: int
    name: str
    round: int
    round_title: str
    unit: str
    visitor: str
    state: Trip
    team: tuple[str, ...]
    reached: Any
    possible: Any
    answered: int
    questions: int
    begins_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as lists show it."""

    id: int
    title: str
    method: str
    population: str
    duty: str
    rounds: int
    state: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a list is narrowed to."""

    state: str = ""
    unit: int | None = None
    text: str = ""


def rounds(actor: Actor, *, page: str | int = 1, method: str = "") -> "Page[Any]":
    """List rounds, the newest first, fifty a page; a fixed number of queries."""
    actor.need(READ)
    rows = Round.objects.order_by("-begins_on", "-pk")
    found: Page[Any] = Paginator(rows.filter(method=method) if method else rows, PAGE).get_page(page)
    found.object_list = round_rows([row.pk for row in found.object_list])
    return found


def round_rows(ids: list[int]) -> tuple[RoundRow, ...]:
    """Give rounds with their counts, in the order of the ids."""
    done = Count("pk", filter=Q(state=Trip.DONE))
    made = (
        Visit.objects.filter(round__in=ids).values_list("round").annotate(Count("pk"), done=done).order_by()
    )
    still = Count("pk", filter=~Q(state__in=(Found.CLOSED, Found.DISMISSED)))
    counts = Finding.objects.filter(round__in=ids).values_list("round").annotate(Count("pk"), still=still)
    listed = Round.objects.filter(pk__in=ids).defer("report", "questions")
    told = counts.order_by()
    read_together(made, told, listed)
    visits_by = {row: (number, number_done) for row, number, number_done in made}
    findings_by = {row: (number, number_still) for row, number, number_still in told}
    rows = {row.pk: row for row in listed}
    return tuple(
        RoundRow(
            row.pk,
            row.title,
            row.method,
            Stage(row.state),
            row.begins_on,
            row.ends_on,
            row.duty,
            *visits_by.get(row.pk, (0, 0)),
            *findings_by.get(row.pk, (0, 0)),
            row.reported_at,
            row.report_sha256,
        )
        for row in (rows[one] for one in ids if one in rows)
    )


def findings(actor: Actor, chosen: Chosen | None = None, *, at: datetime, page: str | int = 1) -> "Page[Any]":
    """List the findings an actor may read, the newest first, fifty a page."""
    wish = chosen or Chosen()
    rows = findings_seen_by(actor)
    if wish.state == "open":
        rows = rows.exclude(state__in=(Found.CLOSED, Found.DISMISSED))
    elif wish.state == "late":
        rows = rows.filter(state__in=OWED, due__lt=at)
    elif wish.state:
        rows = rows.filter(state=wish.state)
    if wish.unit is not None:
        rows = rows.filter(unit=wish.unit)
    if wish.text:
        rows = rows.filter(Q(title__icontains=wish.text) | Q(text__icontains=wish.text))
    found: Page[Any] = Paginator(rows.order_by("-found_at", "-pk"), PAGE).get_page(page)
    found.object_list = finding_rows(found.object_list, at=at)
    return found


def finding_rows(rows: Any, *, at: datetime) -> tuple[FindingRow, ...]:
    """Show findings; one query, or none for findings loaded with their units and rounds."""
    if isinstance(rows, QuerySet):
        rows = rows.select_related("unit", "round")
    return tuple(
        FindingRow(
            row.pk,
            row.title,
            row.unit.name,
            row.unit_id,
            row.clause,
            row.grade,
            Found(row.state),
            row.round_id,
            row.round.title,
            row.found_at,
            row.due,
            row.due is not None and Found(row.state) in OWED and at > row.due,
            row.repeats_id is not None,
        )
        for row in rows
    )


def visit_rows(rows: Any) -> tuple[VisitRow, ...]:
    """Show visits with their teams; one query."""
    rows = rows.select_related("round", "unit", "visitor")
    teams = Inspector.objects.filter(visit__in=rows.values("pk"))
    read_together(rows, teams)
    hand_out(rows, "inspectors", teams)
    return tuple(
        VisitRow(
            row.pk,
            row.name,
            row.round_id,
            row.round.title,
            row.unit.name if row.unit else "",
            row.visitor.name if row.visitor else "",
            Trip(row.state),
            tuple(one.name for one in row.inspectors.all()),
            row.reached,
            row.possible,
            row.answered,
            len(row.round.questions),
            row.round.begins_on,
            row.round.ends_on,
        )
        for row in rows
    )


def programmes(actor: Actor) -> tuple[ProgrammeRow, ...]:
    """List the programmes, the running ones first."""
    actor.need(READ)
    rows = Programme.objects.annotate(count=Count("rounds")).order_by("state", "title", "pk")
    return tuple(
        ProgrammeRow(row.pk, row.title, row.method, row.population, row.duty, row.count, row.state)
        for row in rows
    )


def my_visits(actor: Actor) -> tuple[VisitRow, ...]:
    """List the visits that the actor has to make now."""
    actor.need(READ)
    mine = Q(pk__in=[])
    if actor.person is not None:
        mine |= Q(inspectors__person=actor.person)
    if actor.may(REPLY):
        mine |= Q(visitor__in=homes(actor))
    rows = Visit.objects.filter(mine, state__in=(Trip.PLANNED, Trip.BEGUN), round__state=Stage.RUNNING)
    ids = rows.values("pk")
    return visit_rows(Visit.objects.filter(pk__in=ids).order_by("round__ends_on", "pk")[:PAGE])


def my_findings(actor: Actor, *, at: datetime) -> tuple[FindingRow, ...]:
    """List the findings that wait for the actor: for a reply or a correction, for a decision, for another look."""
    actor.need(READ)
    home, waiting = homes(actor), Q(pk__in=[])
    if actor.may(REPLY):
        waiting |= Q(unit__in=home, state__in=(Found.PUT, *OWED))
    if actor.person is not None:
        waiting |= Q(state=Found.OBSERVED, visit__inspectors__person=actor.person)
    not_mine = ~Q(visit__inspectors__person=actor.person) & ~Q(unit__in=home)
    if actor.may(KEEP):
        waiting |= Q(state=Found.REPLIED) & not_mine
    if actor.may(INSPECT):
        waiting |= Q(state=Found.CORRECTED) & not_mine & ~Q(corrections__done_person=actor.person)
    ids = Finding.objects.filter(waiting).values("pk")
    rows = Finding.objects.filter(pk__in=ids).order_by(F("due").asc(nulls_last=True), "pk")
    return finding_rows(rows[:PAGE], at=at)
