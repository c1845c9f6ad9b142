"""Telling what is held against somebody, and hearing them: nothing is decided before both."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions import delivering
from answerable.governance.accountability.actions.establishing import need_facts
from answerable.governance.accountability.actions.notes import (
    Written,
    add_paper,
    due_of,
    locked,
    moved,
    noted,
    said,
    subject_of,
    tell,
)
from answerable.governance.accountability.actions.opening import need_judged
from answerable.governance.accountability.actions.seating import need_no_open_doubt
from answerable.governance.accountability.models import File, Paper
from answerable.governance.accountability.queries.door import (
    need_concerned,
    need_keeping,
    need_person,
    part_of,
)
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import MOVES, Move, State
from answerable.governance.accountability.rules.terms import Stage, is_over
from answerable.governance.accountability.telling import something_said
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.clocks import actions as clocks


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody is told: on what grounds, and the most that may follow."""

    grounds: str
    measure: Measure


def tell_concerned(file: int, telling: Telling, *, by: Actor, at: datetime) -> int:
    """Tell the one concerned the facts and the grounds, in writing. What is named here is the most that can follow."""
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        MOVES.after(State(row.state), Move.TELL)
        facts = need_facts(row)
        need_judged(row)
        need_no_open_doubt(row, Role.FINDER)
        if telling.measure is Measure.NONE:
            raise Anticipated(_("Where nothing is intended there is nothing to tell."), _("Drop the file."))
        text = f"{facts.text}\n\n{said(telling.grounds)}"
        paper = add_paper(row, Written(Kind.NOTICE, text, measure=telling.measure), by=by, at=at)
        moved(row, Move.TELL, at=at, told_measure=telling.measure)
        delivering.send(row, paper, at=at)
        noted(
            row, "tell", by=by, at=at, paper=paper.number, sha256=paper.sha256, measure=telling.measure.name
        )
    return paper.pk


def state(file: int, text: str, *, by: Actor, at: datetime) -> int:
    """Say, as the one concerned, what there is to say. More can be added until a decision is taken."""
    with transaction.atomic():
        row = locked(file)
        need_concerned(by, row)
        _need_open(row)
        delivering.answered(row, Kind.NOTICE, by=by, at=at)
        paper = _add(row, Written(Kind.STATEMENT, text), by=by, at=at)
    return paper.pk


def write_down(file: int, text: str, *, by: Actor, at: datetime) -> int:
    """Write down what the one concerned said aloud; it counts once they confirm it."""
    with transaction.atomic():
        row = locked(file)
        part = part_of(by, row)
        need_person(by)
        if not (part.keeps or part.finder):
            need_keeping(by, row)
        _need_open(row)
        paper = _add(row, Written(Kind.STATEMENT, text, spoken=True), by=by, at=at)
        delivering.send(row, paper, at=at)
    return paper.pk


def _need_open(row: File) -> None:
    if State(row.state) not in (State.TOLD, State.HEARD):
        raise Anticipated(_("Nothing can be said to the file at this step."), _("Load the page again."))


def _add(row: File, written: Written, *, by: Actor, at: datetime) -> Paper:
    paper = add_paper(row, written, by=by, at=at)
    noted(row, "state", by=by, at=at, paper=paper.number, sha256=paper.sha256, spoken=written.spoken)
    tell(something_said, [row.opened_by_id], key=f"file:{row.pk}:said:{paper.number}", file=row.pk, at=at)
    return paper


def give_time(file: int, until: datetime, reason: str, *, by: Actor, at: datetime) -> None:
    """Give the one concerned more time to answer. It is never made shorter."""
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        due = due_of(row, Stage.STATEMENT, at=at)
        if State(row.state) is not State.TOLD or due is None:
            raise Anticipated(_("No time to answer is running."), _("It starts when the paper has come."))
        if until <= max(due, at):
            raise Anticipated(_("The time to answer is never made shorter."), _("Choose a later day."))
        clocks.move(subject_of(row.pk), Stage.STATEMENT, until, said(reason), by=by, at=at)
        noted(row, "give_time", by=by, at=at, until=until, old=due)


def end_hearing(file: int, verified: str, *, by: Actor, at: datetime) -> None:
    """Close the hearing once the one concerned has spoken or their time is over, with what was verified of it."""
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        MOVES.after(State(row.state), Move.HEAR)
        delivering.need_received(row, Kind.NOTICE)
        statements = Paper.objects.filter(file=row, kind=Kind.STATEMENT)
        if statements.filter(spoken=True, confirmed_at=None).exists() and not _time_over(row, at=at):
            raise Anticipated(
                _("What was said aloud is not confirmed yet by whoever said it."),
                _("Wait for that, or until the time to answer is over."),
            )
        if not statements.exists() and not _time_over(row, at=at):
            raise NotAllowed(
                _("The person concerned has not been heard yet."),
                _("Wait for what they say, or until the time to answer is over."),
            )
        paper = add_paper(row, Written(Kind.VERIFIED, verified), by=by, at=at)
        moved(row, Move.HEAR, at=at)
        clocks.meet(subject_of(row.pk), Stage.STATEMENT, by=by, at=at)
        noted(row, "end_hearing", by=by, at=at, paper=paper.number, sha256=paper.sha256)


def _time_over(row: File, *, at: datetime) -> bool:
    return is_over(due_of(row, Stage.STATEMENT, at=at), at=at)
