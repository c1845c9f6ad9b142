"""How a case ends and comes back: closed, handed over to somebody else, opened again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.trail.actions import record
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.actions.working import move
from answerable.response.cases.events import CaseClosed
from answerable.response.cases.models import AfterActionReview, Assessment, Case, Handover
from answerable.response.cases.queries.door import case_to_lead, case_to_work
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.levels import Level
from answerable.response.cases.rules.states import Move, RoundState, State


@dataclass(frozen=True, slots=True)
class Handing:
    """To whom a case goes that is not ours, and why."""

    to: str
    reason: str
    personal: str = Personal.ASK


def close_case(case: int, words: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> int:
    """Close a case: its clocks freeze and its review is due. Gives the number of that review.

    Closing one that was never answered in public needs the reason why no answer is needed.
    """
    with transaction.atomic():
        row = case_to_lead(by, case)
        _refuse_open_tasks(row)
        said = kept(words, personal)
        if row.answered_at is None and State(row.state) is not State.HANDED_OVER:
            said = needed(words, _("Nobody was answered in public. Say why no answer is needed."), personal)
        move(row, Move.CLOSE, by=by, at=at, closed_at=at, closing_words=said)
        timing.end_case(row, by=by, at=at)
        review = AfterActionReview.objects.create(case=row, due_since=at)
        timing.start_review(review, row, by=by, at=at)
        telling.tell_closed(row, by=by, at=at)
        letters = tuple(row.letters.values_list("letter", flat=True))
        events.publish(CaseClosed(row.pk, letters, at))
    return review.pk


def _refuse_open_tasks(row: Case) -> None:
    waiting = row.tasks.filter(done_at=None, dropped="").count()
    if waiting:
        raise Anticipated(
            _("%(number)s tasks of this case are not done.") % {"number": waiting},
            _("Finish them, or drop them with a reason."),
        )


def hand_over(case: int, handing: Handing, *, by: Actor, at: datetime) -> None:
    """Hand a case over to a body whose matter it is. The clocks run on until that body confirms it has it.

    To pass a case to another unit of this body, assign it: it stays one case with one clock.
    """
    with transaction.atomic():
        row = case_to_lead(by, case)
        to = needed(handing.to, _("Say to whom the case goes."), handing.personal)[:200]
        reason = needed(handing.reason, _("Say why it is not ours."), handing.personal)
        Handover.objects.create(case=row, to=to, reason=reason, at=at, by_name=by.name)
        move(row, Move.HAND_OVER, by=by, at=at)
        record("cases.handed_to", subject_of(row.pk), by=by, at=at, to=to, reason=reason)


def confirm_handover(case: int, how: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Note that the other body has the case, and how we know: only now do our clocks stop."""
    with transaction.atomic():
        row = case_to_work(by, case)
        said = needed(how, _("Say who confirmed it and how."), personal)[:400]
        if State(row.state) is not State.HANDED_OVER:
            raise Moved(_("This case is not handed over."), _("Look at it again."))
        open_ones = Handover.objects.filter(case=row, confirmed_at=None)
        if not open_ones.update(confirmed_at=at, confirmed_how=said):
            raise Moved(_("That has been confirmed already."), _("Look at the case again."))
        timing.end_case(row, by=by, at=at)
        record("cases.confirm_handover", subject_of(row.pk), by=by, at=at, how=said)


def reopen(case: int, reason: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Open an ended case again, with the reason. Clocks that are over stay as they were; new ones run from now."""
    with transaction.atomic():
        row = case_to_lead(by, case)
        said = needed(reason, _("Say why the case is opened again."), personal)
        was = State(row.state)
        confirmed = not row.handovers.filter(confirmed_at=None).exists()
        move(row, Move.REOPEN, by=by, at=at, closed_at=None)
        record("cases.reopened", subject_of(row.pk), by=by, at=at, reason=said)
        if was is State.HANDED_OVER:
            _come_back(row, said, confirmed=confirmed, by=by, at=at)
        elif row.level:
            timing.start_level(row, Level(row.level), since=at, by=by, at=at)


def _come_back(row: Case, said: str, *, confirmed: bool, by: Actor, at: datetime) -> None:
    """Take a case back that was not theirs either: it is assessed anew; clocks that never stopped run on."""
    row.handovers.filter(confirmed_at=None).update(confirmed_at=at, confirmed_how=said[:400])
    last = row.assessments.order_by("-number").first()
    if last is None or last.state == RoundState.AGREED:
        number = last.number + 1 if last else 1
        Assessment.objects.create(case=row, number=number, occasion=said, opened_at=at)
    if row.registered_at is None:
        row.registered_at = at
        Case.objects.filter(pk=row.pk).update(registered_at=at)
    if confirmed and row.level:
        timing.start_level(row, Level(row.level), since=at, by=by, at=at)
    elif confirmed:
        timing.start_concern(row, since=at, by=by, at=at)
    timing.meet(row, ["register"], by=by, at=at)
    telling.tell_to_assess(row, by=by, at=at)
