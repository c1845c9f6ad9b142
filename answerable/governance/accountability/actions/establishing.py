"""The facts: written by one of two people who establish them, confirmed by the other."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions.notes import Written, active, add_paper, locked, noted
from answerable.governance.accountability.models import File, Paper
from answerable.governance.accountability.queries.door import need_concerned, need_person, need_seat
from answerable.governance.accountability.rules.measures import FINDERS
from answerable.governance.accountability.rules.papers import Kind
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound


def write_facts(file: int, text: str, *, by: Actor, at: datetime) -> int:
    """Write down what was established; a later version takes the place of an earlier one, which stays in the file."""
    with transaction.atomic():
        row = locked(file)
        need_seat(by, row, Role.FINDER)
        if State(row.state) is not State.FACTS:
            raise Anticipated(_("The facts can no longer be changed here."), _("Load the page again."))
        paper = add_paper(row, Written(Kind.FACTS, text), by=by, at=at)
        noted(row, "write_facts", by=by, at=at, paper=paper.number, sha256=paper.sha256)
    return paper.pk


def confirm_paper(paper: int, *, by: Actor, at: datetime) -> None:
    """Stand for a paper that somebody else wrote: the second of the two, or the one who spoke."""
    with transaction.atomic():
        found = Paper.objects.filter(pk=paper, confirmed_at=None).first()
        if found is None:
            raise NotFound(_("There is no such paper to confirm."), _("Load the page again."))
        row = locked(found.file_id)
        person = need_person(by)
        if found.kind == Kind.FACTS:
            need_seat(by, row, Role.FINDER)
        elif found.kind == Kind.STATEMENT and found.spoken:
            need_concerned(by, row)
        else:
            raise NotFound(_("There is no such paper to confirm."), _("Load the page again."))
        if found.by_id == person:
            raise NotAllowed(_("The other one of the two confirms it."), _("Ask them to read it."))
        Paper.objects.filter(pk=found.pk).update(confirmed_by=by.name, confirmed_at=at)
        noted(row, "confirm_paper", by=by, at=at, paper=found.number, sha256=found.sha256)


def need_facts(row: File) -> Paper:
    """Give the facts as both who found them stand for them, or refuse."""
    seats = active(row, Role.FINDER)
    newest = Paper.objects.filter(file=row, kind=Kind.FACTS).order_by("-number").first()
    names = {seat.person_name for seat in seats}
    if newest is None or newest.confirmed_at is None:
        raise Anticipated(
            _("The facts are not established yet: two people stand for them."),
            _("Let one write them and the other confirm."),
        )
    if len(seats) < FINDERS or not {newest.by_name, newest.confirmed_by} <= names:
        raise Anticipated(
            _("Somebody who established the facts has stepped aside."),
            _("Name another person and let them look once more."),
        )
    return newest
