"""One round, one visit, one finding as their pages show them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from answerable.governance.duties.queries.mine import own_runs
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.states import OWED as STILL_OWED
from answerable.governance.inspections.methods import METHODS, Method
from answerable.governance.inspections.models import (
    Correction,
    Draw,
    Finding,
    Observation,
    Recheck,
    Recusal,
    Round,
    Visit,
)
from answerable.governance.inspections.queries.door import (
    KEEP,
    Rights,
    finding_for,
    findings_seen_by,
    is_visitor,
    rights,
    round_for,
    visit_for,
    visits_seen_by,
)
from answerable.governance.inspections.queries.drawing import DrawRow, draw_rows
from answerable.governance.inspections.queries.lists import (
    FindingRow,
    RoundRow,
    VisitRow,
    finding_rows,
    round_rows,
    visit_rows,
)
from answerable.governance.inspections.rules import checklist, terms
from answerable.governance.inspections.rules.checklist import Question
from answerable.governance.inspections.rules.states import (
    FOUND,
    STAGES,
    Found,
    FoundMove,
    Lots,
    Stage,
    Step,
    Trip,
)
from answerable.governance.inspections.rules.terms import Terms
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Clause, Duty
from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together
from answerable.kernel.trail.queries import TrailRow, entries_of
from answerable.office.clocks import queries as clocks

#: More visits of a round are paged; more findings are in the list of findings.
MOST = 200


@dataclass(frozen=True, slots=True)
class RoundPage:
    """Everything of a round's page."""

    row: RoundRow
    round: Round
    method: Method
    terms: Terms
    questions: tuple[Question, ...]
    duty: Duty | None
    clauses: tuple[Clause, ...]
    draws: tuple[DrawRow, ...]
    #: The draw that stands, or none yet.
    lot: Draw | None
    aside: tuple[Recusal, ...]
    visits: tuple[VisitRow, ...]
    findings: tuple[FindingRow, ...]
    moves: tuple[Step, ...]
    may_keep: bool
    runs: tuple[RunRow, ...]
    trail: tuple[TrailRow, ...]


def round_of(actor: Actor, round_id: int, *, at: datetime) -> RoundPage:
    """Show one round; a fixed number of queries."""
    row = round_for(actor, round_id)
    duty, clauses = duty_named(row.duty, at=at)
    reported = Stage(row.state) in (Stage.REPORTED, Stage.CLOSED)
    runs = own_runs(actor).filter(duty=row.duty, state__in=STILL_OWED).order_by("due", "pk")
    lots = list(Draw.objects.filter(round=row).select_related("round").prefetch_related("seeds"))
    aside = Recusal.objects.filter(draw__round=row).exclude(reason="second_unit")
    found = findings_seen_by(actor).filter(round=row).select_related("unit", "round")
    shown = found.order_by("unit__path", "pk")[:MOST]
    read_together(aside, shown)
    return RoundPage(
        round_rows([row.pk])[0],
        row,
        METHODS[row.method],
        terms.from_record(row.settings),
        tuple(checklist.from_record(one) for one in row.questions),
        duty,
        clauses,
        draw_rows(sorted(lots, key=lambda lot: -lot.number)),
        next((lot for lot in lots if lot.state != Lots.CANCELLED), None),
        tuple(aside),
        visit_rows(visits_seen_by(actor).filter(round=row).order_by("name", "pk")[:MOST]),
        finding_rows(list(shown), at=at),
        STAGES.open_to(Stage(row.state)),
        actor.may(KEEP),
        rows_of(runs[:12], at=at) if reported and row.duty else (),
        entries_of(f"round:{row.pk}", limit=50),
    )


def duty_named(duty: str, *, at: datetime) -> tuple[Duty | None, tuple[Clause, ...]]:
    """Give a duty of the plan in force with its sentences."""
    standing = plan.in_force(at=at)
    if standing is None or duty not in standing.document.duties:
        return None, ()
    return standing.document.duties[duty], standing.document.clauses_of(f"duty:{duty}")


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a visit with what was answered."""

    question: Question
    verdict: str
    way: str
    note: str
    link: str
    file_name: str
    observation: int | None
    collected_on: date | None
    edition: int
    by: str


@dataclass(frozen=True, slots=True)
class VisitPage:
    """Everything of a visit's page."""

    row: VisitRow
    visit: Visit
    method: Method
    questions: tuple[QuestionRow, ...]
    findings: tuple[FindingRow, ...]
    is_mine: bool
    is_open: bool
    answered: int


def visit_of(actor: Actor, visit_id: int, *, at: datetime) -> VisitPage:
    """Show one visit to who may read it."""
    visit = visit_for(actor, visit_id)
    seen = {one.question: one for one in Observation.objects.filter(visit=visit)}
    questions = tuple(
        _question(checklist.from_record(one), seen.get(one["key"])) for one in visit.round.questions
    )
    running = Stage(visit.round.state) is Stage.RUNNING and Trip(visit.state) in (Trip.PLANNED, Trip.BEGUN)
    return VisitPage(
        visit_rows(Visit.objects.filter(pk=visit.pk))[0],
        visit,
        METHODS[visit.round.method],
        questions,
        finding_rows(findings_seen_by(actor).filter(visit=visit), at=at),
        is_visitor(actor, visit),
        running,
        len(seen),
    )


def _question(question: Question, seen: Observation | None) -> QuestionRow:
    if seen is None:
        return QuestionRow(question, "", question.way, "", "", "", None, None, 0, "")
    return QuestionRow(
        question,
        seen.verdict,
        seen.way,
        seen.note,
        seen.link,
        seen.file_name,
        seen.pk if seen.stored else None,
        seen.collected_on,
        seen.edition,
        seen.recorded_by,
    )


def file_for(actor: Actor, observation: int) -> Observation | None:
    """Give one file to who may read its visit."""
    row = Observation.objects.filter(pk=observation).exclude(stored="").first()
    if row is None:
        return None
    visit_for(actor, row.visit_id)
    return row


@dataclass(frozen=True, slots=True)
class FindingPage:
    """Everything of a finding's page."""

    row: FindingRow
    finding: Finding
    clause: Clause | None
    rights: Rights
    moves: tuple[FoundMove, ...]
    corrections: tuple[Correction, ...]
    rechecks: tuple[Recheck, ...]
    clocks: tuple[clocks.ClockRow, ...]
    trail: tuple[TrailRow, ...]


def finding_of(actor: Actor, finding_id: int, *, at: datetime) -> FindingPage:
    """Show one finding to who may read it."""
    finding = finding_for(actor, finding_id)
    standing = plan.in_force(at=at)
    subject = f"finding:{finding.pk}"
    corrections, rechecks = (
        Correction.objects.filter(finding=finding),
        Recheck.objects.filter(finding=finding),
    )
    this = Finding.objects.filter(pk=finding.pk).select_related("unit", "round")
    read_together(this, corrections, rechecks)
    return FindingPage(
        finding_rows(list(this), at=at)[0],
        finding,
        standing.document.clause(finding.clause) if standing and finding.clause else None,
        rights(actor, finding),
        FOUND.open_to(Found(finding.state)),
        tuple(corrections),
        tuple(rechecks),
        clocks.clocks_of(subject, at=at),
        entries_of(subject, limit=50),
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A round as its score sheet writes it."""

    round: Round
    visits: tuple[VisitRow, ...]
    answers: tuple[tuple[str, Question, Observation], ...]
    findings: "QuerySet[Finding]"
    draw: Draw | None


def sheet_of(row: Round) -> Sheet:
    """Gather what the score sheet of a round holds."""
    asked = {one["key"]: checklist.from_record(one) for one in row.questions}
    seen: Any = Observation.objects.filter(visit__round=row).select_related("visit").order_by("visit", "pk")
    return Sheet(
        row,
        visit_rows(Visit.objects.filter(round=row).order_by("name", "pk")),
        tuple((one.visit.name, asked[one.question], one) for one in seen if one.question in asked),
        Finding.objects.filter(round=row).select_related("unit").order_by("pk"),
        Draw.objects.filter(round=row, state="drawn").first(),
    )
