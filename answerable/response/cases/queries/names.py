"""Cases as other rooms name them, and the facts that feed an answer's draft."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from answerable.kernel.actor import Actor
from answerable.response.cases.models import Case, Fact
from answerable.response.cases.queries.door import cases_of
from answerable.response.cases.rules.findings import Finding
from answerable.response.cases.rules.states import OPEN, State

#: Open cases offered in a form; more are found by their number.
CHOICES = 200


@dataclass(frozen=True, slots=True)
class CaseName:
    """A case as another room shows it."""

    id: int
    title: str
    link: str
    level: str
    state: str
    seen_at: datetime
    unit: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One thing that a finding rests on."""

    kind: str
    words: str
    link: str
    story: int | None


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A finding as it stood before."""

    version: int
    finding: Finding
    words: str
    checked_by: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class FactRow:
    """A claim with what we found and what that rests on. `known_by`: when we will know what is not known yet."""

    id: int
    case: int
    claim: str
    finding: Finding
    words: str
    known_by: datetime | None
    checked_by: str
    checked_at: datetime
    version: int
    evidence: tuple[EvidenceRow, ...]
    earlier: tuple[EarlierRow, ...]


def subject_of(case: int) -> str:
    """Name a case for clocks, reviews and the trail."""
    return f"case:{case}"


def reports_of(case: int) -> str:
    """Name the reports of a case for their clocks: these end apart from those of the answer."""
    return f"casereport:{case}"


def review_subject(review: int) -> str:
    """Name a review for its clock."""
    return f"casereview:{review}"


def task_subject(task: int) -> str:
    """Name a task for its clock."""
    return f"casetask:{task}"


def action_subject(action: int) -> str:
    """Name an action of a review for its clock."""
    return f"caseaction:{action}"


def link_to(case: int) -> str:
    """Give the address of a case's room."""
    return reverse("cases:room", args=[case])


def case_name(row: Case) -> CaseName:
    """Name one case."""
    return CaseName(row.pk, row.title, link_to(row.pk), row.level, row.state, row.seen_at, row.unit_id)


def cases_named(ids: Collection[int]) -> dict[int, CaseName]:
    """Name cases by id; ids that do not exist are left out. One query."""
    return {row.pk: case_name(row) for row in Case.objects.filter(pk__in=list(ids))}


def case_choices(actor: Actor, *, at: datetime) -> list[tuple[int, str]]:
    """List the open cases of an actor's reach for a form, the gravest and oldest first."""
    rows = cases_of(actor).filter(state__in=[*OPEN, State.HANDED_OVER], seen_at__lte=at)
    shown = rows.order_by("-rank", "seen_at", "pk").values_list("pk", "title")[:CHOICES]
    return [(pk, f"{pk} · {title}") for pk, title in shown]


def facts_of(cases: Iterable[int]) -> tuple[FactRow, ...]:
    """Give the facts of cases with their evidence and earlier findings; three queries."""
    return fact_rows(Fact.objects.filter(case__in=list(cases)).prefetch_related("evidence", "earlier"))


def fact_rows(facts: Iterable[Fact]) -> tuple[FactRow, ...]:
    """Show facts that were loaded with their evidence and earlier findings, in the order they were noted."""
    return tuple(
        FactRow(
            id=row.pk,
            case=row.case_id,
            claim=row.claim,
            finding=Finding(row.finding),
            words=row.words,
            known_by=row.known_by,
            checked_by=row.checked_by,
            checked_at=row.checked_at,
            version=row.version,
            evidence=tuple(
                EvidenceRow(one.kind, one.words, one.link, one.story_id)
                for one in sorted(row.evidence.all(), key=lambda one: one.pk)
            ),
            earlier=tuple(
                EarlierRow(one.version, Finding(one.finding), one.words, one.checked_by, one.checked_at)
                for one in sorted(row.earlier.all(), key=lambda one: -one.version)
            ),
        )
        for row in sorted(facts, key=lambda fact: fact.pk)
    )
