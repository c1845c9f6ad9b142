"""Versions of the plan for pages: the list, one of them with what is wrong with it, and its posts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Q, When
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.governance.plan.models import PlanVersion, Proposal
from answerable.governance.plan.queries.house import Place, Town, house, places, town
from answerable.governance.plan.queries.standing import posts_bound, reading_of
from answerable.governance.plan.rules.document import PlanDocument, name_in
from answerable.governance.plan.rules.lexicon import Suggestion, suggestions
from answerable.governance.plan.rules.lint import errors_of, lint
from answerable.governance.plan.rules.reasons import Problem
from answerable.governance.plan.rules.states import MOVES, STATE_NAMES, WISH_NAMES, Move, State, Wish
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in a list."""

    id: int
    number: str
    name: str
    state: State
    state_name: str
    effective: date | None
    changed_at: datetime
    begun_by: str
    approver: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version: its text, the plan in it, what is wrong, and what can be done now."""

    row: VersionRow
    text: str
    sha256: str
    document: PlanDocument | None
    problems: tuple[Problem, ...]
    moves: tuple[Move, ...]
    comment: str
    source_name: str
    sentences: tuple[tuple[str, str], ...]
    supersedes: int | None
    writers: frozenset[int]
    approved_at: datetime | None
    in_force_at: datetime | None
    ended_at: datetime | None
    #: The post of the house for each plan post in each unit, and the house itself where the text can be read.
    bound: Mapping[tuple[str, int], int]
    town: Town | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being handed in."""
        return errors_of(self.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is shown and holds up nothing."""
        held_up = set(map(id, self.errors))
        return tuple(problem for problem in self.problems if id(problem) not in held_up)


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A wish for change, with the sentence as it is now and as it would be."""

    id: int
    text: str
    case: int | None
    clause: str
    before: str
    wording: str
    state: Wish
    state_name: str
    proposed_by: str
    proposed_at: datetime
    answer: str


READ, KEEP, APPROVE = "plan.read", "plan.keep", "plan.approve"


def versions(actor: Actor) -> tuple[VersionRow, ...]:
    """List all versions, newest first."""
    actor.need(READ)
    rows = PlanVersion.objects.defer("text", "figures", "sentences")
    return tuple(_row(row) for row in rows.select_related("begun_by__person", "approver__person"))


def version_row(actor: Actor, version: int) -> PlanVersion:
    """Give one version's row, or say that there is none."""
    actor.need(READ)
    row = (
        PlanVersion.objects.filter(pk=version).select_related("begun_by__person", "approver__person").first()
    )
    if row is None:
        raise NotFound(_("There is no such version of the plan."), _("Look at the list of versions."))
    return row


def version_page(actor: Actor, version: int, *, at: datetime) -> VersionPage:
    """Give one version with everything that lint finds, on paper and in the house."""
    return page_of(version_row(actor, version), at=at)


def versions_now(actor: Actor, *, at: datetime) -> tuple[PlanVersion | None, PlanVersion | None]:
    """Give the version in force and the one that is approved and waits for its day, in one query."""
    actor.need(READ)
    running = Q(in_force_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))
    rows = PlanVersion.objects.annotate(is_running=Case(When(running, then=True), default=False))
    rows = rows.filter(Q(is_running=True) | Q(state=State.APPROVED))
    found: list[Any] = list(rows.select_related("begun_by__person", "approver__person"))
    began = (row for row in found if row.is_running)
    waiting = (row for row in found if row.state == State.APPROVED)
    return (
        max(began, key=lambda row: (row.in_force_at, row.pk), default=None),
        min(waiting, key=lambda row: (row.effective or date.max, row.pk), default=None),
    )


def page_of(row: PlanVersion, *, at: datetime) -> VersionPage:
    """Give the page of a version that was read."""
    reading = reading_of(row)
    written = tuple((str(ref), str(text)) for ref, text in row.sentences)
    bound, there = posts_bound(row.pk), town() if reading.document is not None else None
    here = house(reading.document, bound, at=at, here=there) if reading.document is not None else None
    return VersionPage(
        row=_row(row),
        text=row.text,
        sha256=row.sha256,
        document=reading.document,
        problems=lint(reading, here, written),
        moves=MOVES.open_to(State(row.state)),
        comment=row.comment,
        source_name=row.source_name,
        sentences=written,
        supersedes=row.supersedes_id,
        writers=frozenset(row.writers),
        approved_at=row.approved_at,
        in_force_at=row.in_force_at,
        ended_at=row.ended_at,
        bound=bound,
        town=there,
    )


def problems_of(row: PlanVersion, *, at: datetime) -> tuple[Problem, ...]:
    """Say what is wrong with a version."""
    reading = reading_of(row)
    here = house(reading.document, posts_bound(row.pk), at=at) if reading.document is not None else None
    return lint(reading, here, tuple((str(ref), str(text)) for ref, text in row.sentences))


def suggested(page: VersionPage) -> Mapping[str, tuple[Suggestion, ...]]:
    """Give the suggestions for each clause, by its id."""
    found: dict[str, list[Suggestion]] = {}
    for one in suggestions(page.document) if page.document is not None else ():
        found.setdefault(one.clause, []).append(one)
    return {clause: tuple(rows) for clause, rows in found.items()}


def places_of(page: VersionPage) -> tuple[Place, ...]:
    """List the places of a version's posts."""
    if page.document is None or page.town is None:
        return ()
    return places(page.document, page.bound, page.town)


def proposals(
    actor: Actor, document: PlanDocument | None, *, open_only: bool = False
) -> tuple[ProposalRow, ...]:
    """List the wishes for change, newest first."""
    actor.need(READ)
    rows = Proposal.objects.all()
    if open_only:
        rows = rows.filter(state=Wish.OPEN)
    return tuple(_proposal(row, document) for row in rows[:200])


def _proposal(row: Proposal, document: PlanDocument | None) -> ProposalRow:
    clause = document.clause(row.clause) if document is not None else None
    return ProposalRow(
        id=row.pk,
        text=row.text,
        case=row.case,
        clause=row.clause,
        before=clause.text if clause else "",
        wording=row.wording,
        state=Wish(row.state),
        state_name=str(WISH_NAMES[Wish(row.state)]),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        answer=row.answer,
    )


def _row(row: PlanVersion) -> VersionRow:
    state = State(row.state)
    return VersionRow(
        id=row.pk,
        number=row.number,
        name=name_in(row.titles, get_language() or "en"),
        state=state,
        state_name=str(STATE_NAMES[state]),
        effective=row.effective,
        changed_at=row.changed_at,
        begun_by=_person(row.begun_by),
        approver=_person(row.approver),
    )


def _person(account: Any) -> str:
    if account is None:
        return ""
    return str(account.person.name if account.person_id else account.get_username())
