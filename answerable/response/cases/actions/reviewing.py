"""The look back: what helped, what did not, who does what about it, and what should change in the plan."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.trail.actions import record
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.events import PlanChangeProposed
from answerable.response.cases.models import AfterActionReview, Case, ReviewAction
from answerable.response.cases.queries import office
from answerable.response.cases.queries.course import course_of
from answerable.response.cases.queries.door import case_to_help, case_to_lead, case_to_work
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.states import REVIEW_MOVES, ReviewMove, ReviewState


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """What is to be done because of a review, by which post, until when."""

    words: str
    post: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the people of a case say when they look back. An empty `plan_change` proposes none."""

    helped: str
    hindered: str
    plan_change: str
    who: str
    actions: tuple[ActionDraft, ...] = ()
    personal: str = Personal.ASK


def hold_review(review: int, lessons: Lessons, *, by: Actor, at: datetime) -> None:
    """Hold the review: its course is frozen, actions get owners and days, a change of the plan is proposed."""
    helped = needed(lessons.helped, _("Say what helped."), lessons.personal)
    hindered = needed(lessons.hindered, _("Say what did not, even if it is little."), lessons.personal)
    change = kept(lessons.plan_change, lessons.personal)
    with transaction.atomic():
        row, case = _review(review, by)
        before = ReviewState(row.state)
        held = REVIEW_MOVES.make(
            AfterActionReview.objects.filter(pk=row.pk),
            before,
            ReviewMove.HOLD,
            helped=helped,
            hindered=hindered,
            plan_change=change,
            held_by=kept(lessons.who, lessons.personal)[:400] or by.name,
            held_at=at,
            timeline=[step.as_kept() for step in course_of(case.pk)],
        )
        record(
            "cases.hold_review",
            subject_of(case.pk),
            by=by,
            at=at,
            review=row.pk,
            helped=helped,
            hindered=hindered,
        )
        timing.end_review(row, by=by, at=at)
        row.state = held
        for draft in lessons.actions:
            _add(row, case, draft, lessons.personal, by=by, at=at)
        if change:
            record("cases.propose_plan_change", subject_of(case.pk), by=by, at=at, text=change)
            events.publish(PlanChangeProposed(change, case.pk, at))


def add_action(
    review: int, draft: ActionDraft, *, personal: str = Personal.ASK, by: Actor, at: datetime
) -> int:
    """Add an action to a review that was held; gives its number."""
    with transaction.atomic():
        row, case = _review(review, by)
        if ReviewState(row.state) not in (ReviewState.HELD, ReviewState.ACTIONS_OPEN):
            raise Moved(
                _("Actions belong to a review that was held and is not closed."), _("Look at it again.")
            )
        return _add(row, case, draft, personal, by=by, at=at)


def _add(
    row: AfterActionReview, case: Case, draft: ActionDraft, personal: str, *, by: Actor, at: datetime
) -> int:
    words = needed(draft.words, _("Say what is to be done."), personal)
    unit = office.unit_of_post(draft.post)
    if unit is None:
        raise Anticipated(_("An action needs an owner."), _("Choose a post."))
    if draft.due_at <= at:
        raise Anticipated(_("The day for this action has passed already."), _("Choose a later one."))
    action = ReviewAction.objects.create(
        review=row, words=words, post_id=draft.post, unit_id=unit, due_at=draft.due_at
    )
    if row.state == ReviewState.HELD:
        row.state = REVIEW_MOVES.make(
            AfterActionReview.objects.filter(pk=row.pk), ReviewState.HELD, ReviewMove.WAIT
        )
    timing.start_action(action, case, by=by, at=at)
    record(
        "cases.add_action", subject_of(case.pk), by=by, at=at, action=action.pk, words=words, post=draft.post
    )
    telling.tell_action(action, case, by=by, at=at)
    return action.pk


def finish_action(action: int, result: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> int:
    """Say that an action is done and what came of it: whoever answers for its post does, or the lead unit.

    Gives the number of its review.
    """
    said = needed(result, _("Say what came of it."), personal)
    with transaction.atomic():
        row = ReviewAction.objects.filter(pk=action).select_related("review").first()
        if row is None:
            raise NotFound(_("There is no such action."), _("Look at the review."))
        case = _case_of_action(row, by)
        changed = ReviewAction.objects.filter(pk=row.pk, done_at=None).update(
            done_at=at, done_by=by.name, result=said
        )
        if not changed:
            raise Moved(_("This action is done already."), _("Look at the review again."))
        timing.end_action(row, by=by, at=at)
        record("cases.finish_action", subject_of(case.pk), by=by, at=at, action=row.pk, result=said)
    return row.review_id


def _case_of_action(row: ReviewAction, by: Actor) -> Case:
    if row.post_id in by.posts:
        return Case.objects.get(pk=row.review.case_id)
    case = case_to_help(by, row.review.case_id)
    if not by.reaches(case.unit_id):
        raise NotAllowed(_("This action belongs to another post."), _("Its owner finishes it."))
    return case


def close_review(review: int, *, by: Actor, at: datetime) -> None:
    """Close a review once every action is done."""
    with transaction.atomic():
        row, case = _review(review, by, leads=True)
        waiting = row.actions.filter(done_at=None).count()
        if waiting:
            raise Anticipated(
                _("%(number)s actions of this review are not done.") % {"number": waiting},
                _("A review is closed when they are."),
            )
        REVIEW_MOVES.make(
            AfterActionReview.objects.filter(pk=row.pk),
            ReviewState(row.state),
            ReviewMove.CLOSE,
            closed_at=at,
        )
        record("cases.close_review", subject_of(case.pk), by=by, at=at, review=row.pk)


def _review(review: int, by: Actor, *, leads: bool = False) -> tuple[AfterActionReview, Case]:
    row = AfterActionReview.objects.filter(pk=review).first()
    if row is None:
        raise NotFound(_("There is no such review."), _("Look at the case."))
    case = (case_to_lead if leads else case_to_work)(by, row.case_id)
    return AfterActionReview.objects.select_for_update().get(pk=review), case
