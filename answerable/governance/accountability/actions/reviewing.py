"""Review and appeal: asked for by the one concerned within the statutory time, never to their harm."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions import delivering
from answerable.governance.accountability.actions.deciding import cast, refuse_heavier, result
from answerable.governance.accountability.actions.notes import (
    Written,
    add_paper,
    due_of,
    locked,
    moved,
    noted,
    said,
    start_term,
    subject_of,
    tell,
)
from answerable.governance.accountability.models import File
from answerable.governance.accountability.queries.door import need_concerned, need_keeping, need_seat
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import MOVES, Move, State
from answerable.governance.accountability.rules.terms import Stage, is_over
from answerable.governance.accountability.telling import something_said
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.office.clocks import actions as clocks


@dataclass(frozen=True, slots=True)
class AppealOutcome:
    """What the body above said: who it is, what is left of the measure, and its words."""

    authority: str
    measure: Measure
    text: str


def ask_review(file: int, text: str, *, by: Actor, at: datetime) -> None:
    """Ask, as the one concerned, that the decision be looked at again."""
    _ask(file, Move.ASK_REVIEW, text, by=by, at=at)


def ask_appeal(file: int, text: str, *, by: Actor, at: datetime) -> None:
    """Appeal, as the one concerned, to the body above: after the review, or at once without one."""
    _ask(file, Move.ASK_APPEAL, text, by=by, at=at)


def _ask(file: int, move: Move, text: str, *, by: Actor, at: datetime) -> None:
    why = said(text)
    with transaction.atomic():
        row = locked(file)
        need_concerned(by, row)
        MOVES.after(State(row.state), move)
        after_review = State(row.state) is State.REVIEWED
        delivering.answered(row, Kind.REVIEW if after_review else Kind.DECISION, by=by, at=at)
        running = Stage.ASK_APPEAL if after_review else Stage.ASK_REVIEW
        if is_over(due_of(row, running, at=at), at=at):
            raise Anticipated(
                _("The time to ask for this is over."),
                _("What the law gives you beyond it, you ask of the body above."),
            )
        kind, stage = (
            (Kind.REVIEW_ASKED, Stage.DECIDE_REVIEW)
            if move is Move.ASK_REVIEW
            else (Kind.APPEAL_ASKED, Stage.DECIDE_APPEAL)
        )
        paper = add_paper(row, Written(kind, why), by=by, at=at)
        clocks.meet(subject_of(row.pk), running, by=by, at=at)
        moved(row, move, at=at)
        start_term(row, stage, row.opened_by_id, by=by, at=at)
        noted(row, move, by=by, at=at, paper=paper.number, sha256=paper.sha256)
        key = f"file:{row.pk}:asked:{paper.number}"
        tell(something_said, [row.opened_by_id], key=key, file=row.pk, at=at)


def decide_review(file: int, text: str, *, by: Actor, at: datetime) -> Measure:
    """Write down what the reviewers carried and serve it: the same or something lighter. Gives what it is."""
    with transaction.atomic():
        row = locked(file)
        need_seat(by, row, Role.REVIEWER)
        MOVES.after(State(row.state), Move.DECIDE_REVIEW)
        found = result(row, Role.REVIEWER, at=at)
        _settled(row, Move.DECIDE_REVIEW, Kind.REVIEW, (found, said(text)), by=by, at=at)
    return found


def record_appeal(file: int, outcome: AppealOutcome, *, by: Actor, at: datetime) -> None:
    """Write down what the body above decided and serve it. It too can only leave it or make it lighter."""
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        MOVES.after(State(row.state), Move.DECIDE_APPEAL)
        text = f"{said(outcome.authority)}\n\n{said(outcome.text)}"
        _settled(row, Move.DECIDE_APPEAL, Kind.APPEAL, (outcome.measure, text), by=by, at=at)


def _settled(
    row: File, move: Move, kind: Kind, what: tuple[Measure, str], *, by: Actor, at: datetime
) -> None:
    measure, text = what
    refuse_heavier(measure, row)
    paper = add_paper(row, Written(kind, text, measure=measure), by=by, at=at)
    stage = Stage.DECIDE_REVIEW if kind is Kind.REVIEW else Stage.DECIDE_APPEAL
    clocks.meet(subject_of(row.pk), stage, by=by, at=at)
    moved(row, move, at=at, measure=measure)
    delivering.send(row, paper, at=at)
    votes = cast(row, Role.REVIEWER) if kind is Kind.REVIEW else []
    payload = {"paper": paper.number, "sha256": paper.sha256, "measure": measure.name, "votes": votes}
    noted(row, move, by=by, at=at, **payload)
