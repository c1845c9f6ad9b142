"""After-action reviews and their actions."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.response.cases.models import AfterActionReview, ReviewAction
from answerable.response.cases.queries import office
from answerable.response.cases.queries.course import CourseStep, course_of, kept_step
from answerable.response.cases.queries.door import LEAD, WORK, case_for, cases_of
from answerable.response.cases.queries.names import CaseName, action_subject, case_name, review_subject
from answerable.response.cases.rules.clocks import next_out
from answerable.response.cases.rules.states import ReviewState

#: Reviews shown in the list; older ones are found in their case.
LISTED = 200


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something to be done because of a review."""

    id: int
    words: str
    post: str
    unit: str
    due_at: datetime
    done_at: datetime | None
    done_by: str
    result: str
    may_finish: bool
    clock: ClockRow | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One review: its course, what was said, its actions, and what this reader can do."""

    id: int
    case: CaseName
    state: ReviewState
    due_since: datetime
    steps: tuple[CourseStep, ...]
    helped: str
    hindered: str
    plan_change: str
    held_by: str
    held_at: datetime | None
    closed_at: datetime | None
    actions: tuple[ActionRow, ...]
    clock: ClockRow | None
    may_hold: bool
    may_add: bool
    may_close: bool
    posts: tuple[tuple[int, str], ...]

    @property
    def waiting(self) -> int:
        """How many actions are not done."""
        return sum(action.done_at is None for action in self.actions)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review in a list."""

    id: int
    case: int
    title: str
    state: ReviewState
    due_since: datetime
    actions: int
    waiting: int


def review_page(actor: Actor, review: int, *, at: datetime) -> ReviewPage:
    """Give one review to somebody who may see its case, or who owns one of its actions."""
    row = AfterActionReview.objects.filter(pk=review).select_related("case").first()
    owns = (
        row is not None
        and bool(actor.posts)
        and ReviewAction.objects.filter(review=row, post__in=actor.posts).exists()
    )
    if row is None or not (owns or cases_of(actor).filter(pk=row.case_id).exists()):
        raise NotFound(_("There is no such review."), _("Look at the list of reviews."))
    state = ReviewState(row.state)
    works = actor.may(WORK) and actor.reaches(row.case.unit_id)
    found = list(row.actions.select_related("post", "unit").order_by("due_at", "pk"))
    running = clocks.clocks_of_many(
        [review_subject(row.pk), *(action_subject(action.pk) for action in found)], at=at
    )
    actions = tuple(_action(action, actor, works=works, running=running) for action in found)
    return ReviewPage(
        id=row.pk,
        case=case_name(row.case),
        state=state,
        due_since=row.due_since,
        steps=tuple(kept_step(kept) for kept in row.timeline) if row.held_at else course_of(row.case_id),
        helped=row.helped,
        hindered=row.hindered,
        plan_change=row.plan_change,
        held_by=row.held_by,
        held_at=row.held_at,
        closed_at=row.closed_at,
        actions=actions,
        clock=next_out(running.get(review_subject(row.pk), ())),
        may_hold=works and state is ReviewState.DUE,
        may_add=works and state in (ReviewState.HELD, ReviewState.ACTIONS_OPEN),
        may_close=works and actor.may(LEAD) and state in (ReviewState.HELD, ReviewState.ACTIONS_OPEN),
        posts=tuple(office.post_choices()) if works else (),
    )


def review_of_action(action: int) -> int:
    """Give the review that an action belongs to; 0 for none."""
    review: int | None = ReviewAction.objects.filter(pk=action).values_list("review", flat=True).first()
    return review or 0


def _action(
    row: ReviewAction, actor: Actor, *, works: bool, running: dict[str, tuple[ClockRow, ...]]
) -> ActionRow:
    return ActionRow(
        id=row.pk,
        words=row.words,
        post=row.post.title,
        unit=row.unit.name,
        due_at=row.due_at,
        done_at=row.done_at,
        done_by=row.done_by,
        result=row.result,
        may_finish=row.done_at is None and (works or row.post_id in actor.posts),
        clock=next_out(running.get(action_subject(row.pk), ())),
    )


def reviews(actor: Actor) -> tuple[ReviewRow, ...]:
    """List reviews, those that are not closed first; two queries."""
    cases = cases_of(actor).values("pk")
    rows = AfterActionReview.objects.filter(case__in=cases).select_related("case").prefetch_related("actions")
    order = {state: place for place, state in enumerate(ReviewState)}
    found = sorted(rows.order_by("-pk")[:LISTED], key=lambda row: order[ReviewState(row.state)])
    return tuple(
        ReviewRow(
            row.pk,
            row.case_id,
            row.case.title,
            ReviewState(row.state),
            row.due_since,
            len(row.actions.all()),
            sum(action.done_at is None for action in row.actions.all()),
        )
        for row in found
    )


def review_for(actor: Actor, case: int) -> tuple[int, ReviewState] | None:
    """Give the newest review of a case, with its state."""
    row = AfterActionReview.objects.filter(case=case_for(actor, case)).order_by("-pk").first()
    return (row.pk, ReviewState(row.state)) if row else None
