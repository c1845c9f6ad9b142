"""The clocks of a case: which rule starts them, from which moment, and what an answer meets."""

from collections.abc import Iterable
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as clock_queries
from answerable.office.clocks.actions import Matter, Start
from answerable.response.cases.models import AfterActionReview, Case, ReviewAction, Task
from answerable.response.cases.queries.names import (
    action_subject,
    link_to,
    reports_of,
    review_subject,
    subject_of,
    task_subject,
)
from answerable.response.cases.rules.answering import stages_met
from answerable.response.cases.rules.levels import (
    GENERIC,
    Level,
    Row,
    is_reported_upward,
    read_rows,
    rule_for,
)

#: Rules of the plan that cases start (see plan.rules).
CONCERN, REPORTED, CLOSED = "e-concern", "e-major-report", "e-closed"
#: A ladder that every plan has; clocks without one would run out unseen.
LADDER = "std"


def level_rows() -> tuple[Row, ...]:
    """Give the table from factors to levels of the rule pack in force, or the generic one."""
    return read_rows(clock_queries.parameter("assessment_levels", None)) or GENERIC


def _matter(case: Case, subject: str = "") -> Matter:
    return Matter(
        subject=subject or subject_of(case.pk),
        title=case.title,
        link=link_to(case.pk),
        unit=case.unit_id,
        post=None,
    )


def since_of(case: Case, rule_id: str) -> datetime:
    """Give the moment that a rule names: when the event was known, or else when the concern was seen."""
    rule = clock_queries.rule(rule_id)
    known = case.event_known_at if rule is not None and rule.start == "event_known_at" else None
    return known or case.seen_at


def start_concern(case: Case, *, since: datetime | None = None, by: Actor, at: datetime) -> None:
    """Start the clocks of registering and assessing, from the moment the concern was seen."""
    clocks.start_rule(CONCERN, _matter(case), since=since or since_of(case, CONCERN), by=by, at=at)


def start_level(case: Case, level: Level, *, since: datetime | None = None, by: Actor, at: datetime) -> None:
    """Start the clocks of a level, from the moment its rule names; answers given since then meet theirs at once."""
    rule = rule_for(level)
    begin = since or since_of(case, rule)
    clocks.start_rule(rule, _matter(case), since=begin, by=by, at=at)
    for answer in case.answers.filter(published_at__gte=begin).order_by("published_at", "pk"):
        meet(case, stages_met([answer.kind]), by=by, at=answer.published_at)


def start_reports(case: Case, *, by: Actor, at: datetime) -> None:
    """Start the clocks of the reports upward."""
    clocks.start_rule(
        REPORTED, _matter(case, reports_of(case.pk)), since=since_of(case, REPORTED), by=by, at=at
    )


def change_level(case: Case, before: str, after: Level, *, by: Actor, at: datetime) -> None:
    """Let the clocks follow a level: those of another rule are frozen as they stand, and the right ones run.

    Both run from the same moment of the concern, so a change of level neither gives time nor takes any away.
    """
    if before and rule_for(Level(before)) != rule_for(after):
        clocks.close(subject_of(case.pk), by=by, at=at)
    if not before or rule_for(Level(before)) != rule_for(after):
        start_level(case, after, by=by, at=at)
    if is_reported_upward(after) and not (before and is_reported_upward(Level(before))):
        start_reports(case, by=by, at=at)


def hand_on(case: Case, *, by: Actor, at: datetime) -> None:
    """Let the clocks of a case remind its new lead unit; their limits stay as they are."""
    for subject in (subject_of(case.pk), reports_of(case.pk)):
        clocks.hand_on(subject, case.unit_id, by=by, at=at)


def meet(case: Case, stages: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Meet stages of a case."""
    for stage in sorted(stages):
        clocks.meet(subject_of(case.pk), stage, by=by, at=at)


def meet_report(case: Case, stage: str, *, by: Actor, at: datetime) -> None:
    """Meet a stage of the reports upward."""
    clocks.meet(reports_of(case.pk), stage, by=by, at=at)


def end_case(case: Case, *, by: Actor, at: datetime) -> None:
    """Freeze the clocks of a case and of its reports."""
    clocks.close(subject_of(case.pk), by=by, at=at)
    clocks.close(reports_of(case.pk), by=by, at=at)


def start_task(task: Task, case: Case, *, by: Actor, at: datetime) -> None:
    """Start the clock of a task."""
    start = Start(
        subject=task_subject(task.pk),
        title=task.words[:200],
        link=link_to(case.pk),
        stage="task",
        since=task.set_at,
        due=task.due_at,
        ladder=LADDER,
        unit=task.unit_id,
    )
    clocks.start(start, by=by, at=at)


def end_task(task: Task, *, by: Actor, at: datetime) -> None:
    """Meet and freeze the clock of a task."""
    clocks.meet(task_subject(task.pk), "task", by=by, at=at)
    clocks.close(task_subject(task.pk), by=by, at=at)


def drop_task(task: Task, *, by: Actor, at: datetime) -> None:
    """Freeze the clock of a task that is not needed any more."""
    clocks.close(task_subject(task.pk), by=by, at=at)


def start_review(review: AfterActionReview, case: Case, *, by: Actor, at: datetime) -> None:
    """Start the clock of an after-action review."""
    clocks.start_rule(CLOSED, _matter(case, review_subject(review.pk)), since=at, by=by, at=at)


def end_review(review: AfterActionReview, *, by: Actor, at: datetime) -> None:
    """Meet and freeze the clock of a review that was held."""
    clocks.meet(review_subject(review.pk), "after_action_review", by=by, at=at)
    clocks.close(review_subject(review.pk), by=by, at=at)


def start_action(action: ReviewAction, case: Case, *, by: Actor, at: datetime) -> None:
    """Start the clock of an action that a review asks for."""
    start = Start(
        subject=action_subject(action.pk),
        title=action.words[:200],
        link=link_to(case.pk),
        stage="review_action",
        since=at,
        due=action.due_at,
        ladder=LADDER,
        unit=action.unit_id,
        post=action.post_id,
    )
    clocks.start(start, by=by, at=at)


def end_action(action: ReviewAction, *, by: Actor, at: datetime) -> None:
    """Meet and freeze the clock of an action."""
    clocks.meet(action_subject(action.pk), "review_action", by=by, at=at)
    clocks.close(action_subject(action.pk), by=by, at=at)
