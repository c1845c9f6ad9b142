"""The list of questionnaires and the page of one. How many have answered is told only at the end."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from answerable.governance.duties.queries.proving import Provable, runs_to_prove
from answerable.governance.questionnaires.models import Outcome, Questionnaire, Remark, Slip
from answerable.governance.questionnaires.queries.asking import questions_of
from answerable.governance.questionnaires.queries.outcome import results
from answerable.governance.questionnaires.rules.questions import Question
from answerable.governance.questionnaires.rules.results import Results
from answerable.governance.questionnaires.rules.states import MOVES, Move, State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.people.queries import day_of

READ, KEEP = "questionnaires.read", "questionnaires.keep"
PAGE = 50
#: The kind of evidence that a questionnaire is.
EVIDENCE = "questionnaire_result"


@dataclass(frozen=True, slots=True)
class Row:
    """One questionnaire in the list."""

    id: int
    title: str
    unit: str
    state: State
    closes_on: date
    slips: int


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One free answer under the key by which it can be withheld."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class QuestionnairePage:
    """Everything that the page of one questionnaire shows."""

    row: Questionnaire
    state: State
    unit: str
    questions: tuple[Question, ...]
    moves: frozenset[Move]
    may_keep: bool
    may_close: bool
    results: Results | None
    remarks: dict[int, tuple[RemarkRow, ...]]
    sha256: str
    provable: tuple[Provable, ...]


def questionnaires(actor: Actor, *, page: str | int = 1) -> "Page[Any]":
    """List all questionnaires, newest first: what is asked in a house is no secret in it."""
    actor.need(READ)
    rows = Questionnaire.objects.select_related("unit").defer("questions").order_by("-pk")
    if not actor.may(KEEP):
        rows = rows.exclude(state=State.DRAFT)
    found: Page[Any] = Paginator(rows, PAGE).get_page(page)
    found.object_list = tuple(
        Row(row.pk, row.title, row.unit.name, State(row.state), row.closes_on, row.slips)
        for row in found.object_list
    )
    return found


def questionnaire_for(actor: Actor, questionnaire: int) -> Questionnaire:
    """Give one to who may see it; a draft only to those who keep questionnaires."""
    actor.need(READ)
    row = Questionnaire.objects.select_related("unit").filter(pk=questionnaire).first()
    if row is None or (row.state == State.DRAFT and not actor.may(KEEP)):
        raise NotFound(_("There is no such questionnaire."), _("Go back to the list."))
    return row


def page_of(actor: Actor, questionnaire: int, *, at: datetime) -> QuestionnairePage:
    """Show one questionnaire: a fixed number of queries, whatever its size."""
    row = questionnaire_for(actor, questionnaire)
    state = State(row.state)
    may_keep = actor.may(KEEP) and actor.reaches(row.unit_id)
    closed = state is State.CLOSED
    outcome = Outcome.objects.filter(questionnaire=row).first() if closed else None
    return QuestionnairePage(
        row,
        state,
        row.unit.name,
        questions_of(row),
        frozenset(MOVES.open_to(state)) if may_keep else frozenset(),
        may_keep,
        may_keep and state is State.OPEN and is_over(row, at=at),
        results(row.pk) if outcome else None,
        _remarks(row.pk) if closed else {},
        outcome.sha256 if outcome else "",
        _provable(actor, row, at=at) if closed else (),
    )


def _provable(actor: Actor, row: Questionnaire, *, at: datetime) -> tuple[Provable, ...]:
    """Give the run that it was prepared for; where that is not owed any more, every run that it would prove."""
    found = runs_to_prove(actor, {EVIDENCE}, at=at)
    return tuple(one for one in found if one.row.id == row.run) or found


def is_over(row: Questionnaire, *, at: datetime) -> bool:
    """Say whether it may be closed: its last day is over, or every slip has come back."""
    all_back = bool(row.slips) and not Slip.objects.filter(questionnaire=row.pk).exists()
    return day_of(at) > row.closes_on or all_back


def _remarks(questionnaire: int) -> dict[int, tuple[RemarkRow, ...]]:
    found: dict[int, tuple[RemarkRow, ...]] = {}
    for one in Remark.objects.filter(questionnaire=questionnaire).order_by("question", "key"):
        found[one.question] = (*found.get(one.question, ()), RemarkRow(one.key, one.words))
    return found


def asked_by_plan(actor: Actor, *, at: datetime) -> tuple[Provable, ...]:
    """List the runs that this actor owes and that a questionnaire proves."""
    return runs_to_prove(actor, {EVIDENCE}, at=at)


def due_to_close(*, at: datetime) -> list[int]:
    """List the open questionnaires whose last day is over."""
    over = Questionnaire.objects.filter(state=State.OPEN, closes_on__lt=day_of(at))
    return list(over.order_by("pk").values_list("pk", flat=True))
