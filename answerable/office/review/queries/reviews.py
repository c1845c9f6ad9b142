"""Reviews as lists and pages show them, and the one question that publishing asks: did this text pass?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.together import Asked, hand_out, told
from answerable.office.review.models import Reading, Review, Step, Wording
from answerable.office.review.queries.gates import (
    current_step,
    hindrance_of,
    lendable,
    reader,
    takers,
    who_may_take,
)
from answerable.office.review.rules import TAKE, Hindrance, State, StepState, name_in

READ = "answers.read"
#: Readings of one subject by one person that are looked at, the newest.
READINGS = 50


@dataclass(frozen=True, slots=True)
class StepRow:
    """One reading, as it is shown: who took it, in whose place, lent by whom and why, or void since when."""

    id: int
    round: int
    order: int
    name: str
    state: StepState
    checks: tuple[str, ...]
    person: str
    post: str
    instead_of: str
    lent_to: str
    lent_by: str
    lent_reason: str
    comment: str
    at: datetime | None
    voided_at: datetime | None
    content_hash: str
    #: By language, for whoever keeps the row for readers of another one.
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review in a list."""

    id: int
    subject: str
    title: str
    link: str
    gate: str
    state: State
    author: str
    unit: int
    round: int
    step: str
    passed: int
    steps: int
    content_hash: str
    opened_at: datetime
    ended_at: datetime | None
    comment: str


@dataclass(frozen=True, slots=True)
class WordingRow:
    """The text of one round."""

    round: int
    text: str
    content_hash: str
    by: str
    since: datetime


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One review with its text, what changed since this reader's last look, its steps, and what can be done now.

    `noted` says that the text of this round was put before this reader already.
    """

    review: ReviewRow
    wording: WordingRow
    read_before: WordingRow | None
    steps: tuple[StepRow, ...]
    earlier: tuple[StepRow, ...]
    current: StepRow | None
    hindrance: Hindrance | None
    waits_for: tuple[str, ...]
    may_withdraw: bool
    lendable: dict[int, str]
    noted: bool


@dataclass(frozen=True, slots=True)
class MyReviews:
    """What waits for a reader now, and what they handed in, split by whether it still runs."""

    waiting: tuple[ReviewRow, ...]
    running: tuple[ReviewRow, ...]
    ended: tuple[ReviewRow, ...]


def language_now() -> str:
    """Give the language of the page, English where none is set."""
    return get_language() or "en"


def step_row(step: Step) -> StepRow:
    """Make a row of a step."""
    return StepRow(
        id=step.pk,
        round=step.round,
        order=step.order,
        name=name_in(step.names, language_now()),
        state=StepState(step.state),
        checks=tuple(step.checks),
        person=step.person_name,
        post=step.post_title,
        instead_of=step.instead_of,
        lent_to=step.lent_to_name,
        lent_by=step.lent_by_name,
        lent_reason=step.lent_reason,
        comment=step.comment,
        at=step.at,
        voided_at=step.voided_at,
        content_hash=step.seen_hash,
        names=dict(step.names),
    )


def _rows(reviews: Iterable[Review]) -> tuple[ReviewRow, ...]:
    """Make rows of reviews whose steps were loaded with them."""
    return tuple(row_of(review, list(review.steps.all())) for review in reviews)


def row_of(review: Review, steps: list[Step]) -> ReviewRow:
    """Make the row of a review with its steps."""
    now = [step for step in steps if step.round == review.round]
    waiting = next((step for step in now if step.state == StepState.WAITING), None)
    returned = next((step for step in now if step.state == StepState.RETURNED), None)
    return ReviewRow(
        id=review.pk,
        subject=review.subject,
        title=review.title,
        link=review.link,
        gate=name_in(review.gate_names, language_now()),
        state=State(review.state),
        author=review.drafter_name,
        unit=review.unit_id,
        round=review.round,
        step=name_in(waiting.names, language_now()) if waiting and review.state == State.OPEN else "",
        passed=sum(step.state == StepState.PASSED for step in now),
        steps=len(now),
        content_hash=review.content_hash,
        opened_at=review.opened_at,
        ended_at=review.ended_at,
        comment=returned.comment if returned else "",
    )


def waiting_for(actor: Actor, *, at: datetime) -> tuple[ReviewRow, ...]:
    """List the reviews whose next step this actor may take now, the oldest first."""
    return told(waiting_for_asked(actor, at=at))


def waiting_for_asked(actor: Actor, *, at: datetime) -> Asked[tuple[ReviewRow, ...]]:
    """Say what is to be read of the reviews that wait for an actor; telling asks once more where any is open."""
    if not actor.may(TAKE) or actor.person is None:
        return Asked((), tuple)
    rows = Review.objects.filter(state=State.OPEN).order_by("opened_at", "pk")
    steps = Step.objects.filter(review__state=State.OPEN)

    def tell() -> tuple[ReviewRow, ...]:
        if not rows:
            return ()
        hand_out(rows, "steps", steps)
        who = reader(actor, None)
        mine = []
        for row in rows:
            step = current_step(row)
            if step is not None and hindrance_of(actor, row, step, who=who) is None:
                mine.append(row)
        return _rows(mine)

    return Asked((rows, steps), tell)


def handed_in_by(actor: Actor, *, limit: int = 50) -> tuple[ReviewRow, ...]:
    """List what this actor handed in and where it stands, the newest first."""
    rows = Review.objects.filter(drafter=actor.person, drafter__isnull=False)
    return _rows(rows.prefetch_related("steps").order_by("-pk")[:limit])


def my_reviews(actor: Actor, *, at: datetime) -> MyReviews:
    """Give the page of a reader: what waits for them, what they handed in and where it stands."""
    actor.need(READ)
    own = handed_in_by(actor)
    return MyReviews(
        waiting=waiting_for(actor, at=at),
        running=tuple(row for row in own if row.state is State.OPEN),
        ended=tuple(row for row in own if row.state is not State.OPEN),
    )


def review_for(actor: Actor, review: int) -> Review:
    """Give a review to somebody who may see it: in their reach, their own, or lent to them."""
    actor.need(TAKE) if actor.kind != "machine" else None
    return _seen(actor, Review.objects.filter(pk=review).prefetch_related("steps").first())


def _seen(actor: Actor, row: Review | None) -> Review:
    if row is None or not _sees(actor, row):
        raise _no_such_review()
    return row


def _no_such_review() -> NotFound:
    return NotFound(_("There is no such review, or none for you."), _("Look at your reviews."))


def _sees(actor: Actor, review: Review) -> bool:
    lent = {step.lent_to_id for step in review.steps.all()} - {None}
    return (
        actor.reaches(review.unit_id)
        or actor.person in (review.drafter_id, *review.authors)
        or actor.person in lent
    )


def review_page(actor: Actor, review: int, *, at: datetime) -> ReviewPage:
    """Give one review to somebody who may see it."""
    actor.need(TAKE) if actor.kind != "machine" else None
    texts = Wording.objects.filter(review=review, round=F("review__round"))
    wording = texts.select_related("review").prefetch_related("review__steps").first()
    if wording is None:
        raise _no_such_review()
    row = _seen(actor, wording.review)
    steps = tuple(step_row(step) for step in sorted(row.steps.all(), key=lambda one: (one.round, one.order)))
    step = current_step(row) if row.state == State.OPEN else None
    able = takers(at=at) if step else {}
    called = {person: taker.name for person, taker in able.items()}
    if step and step.lent_to_id:
        called[step.lent_to_id] = step.lent_to_name
    mine = able.get(actor.person or 0)
    who = replace(mine.reader, abilities=actor.abilities) if mine else None
    is_author = actor.person in (row.drafter_id, *row.authors)
    had = _readings(actor, row)
    return ReviewPage(
        review=_rows([row])[0],
        wording=wording_row(wording),
        read_before=_read_before(row, had),
        steps=tuple(one for one in steps if one.round == row.round),
        earlier=tuple(one for one in steps if one.round != row.round),
        current=step_row(step) if step else None,
        hindrance=hindrance_of(actor, row, step, who=who) if step else None,
        waits_for=tuple(sorted(called[one] for one in who_may_take(row, step, able))) if step else (),
        may_withdraw=is_author and row.state in (State.OPEN, State.PASSED),
        lendable=lendable(row, step, able) if step is not None and may_lend(actor, row) else {},
        noted=any((one.review_id, one.round) == (row.pk, row.round) for one in had),
    )


def may_lend(actor: Actor, review: Review) -> bool:
    """Say whether an actor may ask a reader of another unit in: an author, or the office of that unit."""
    if actor.person is None:
        return False
    return actor.person in (review.drafter_id, *review.authors) or (
        actor.may("cases.lead") and actor.reaches(review.unit_id)
    )


def wording_row(wording: Wording) -> WordingRow:
    """Make a row of the text of a round."""
    return WordingRow(wording.round, wording.text, wording.content_hash, wording.by_name, wording.since)


def _readings(actor: Actor, review: Review) -> list[Reading]:
    """Give the readings that were noted of an actor on a subject, the newest first: one a round."""
    found = Reading.objects.filter(person=actor.person, review__subject=review.subject)
    return list(found.order_by("-at", "-pk")[:READINGS])


def _read_before(review: Review, had: Iterable[Reading]) -> WordingRow | None:
    """Give the text of this subject that a reader had before them last, where it was another one."""
    other = next((one for one in had if one.content_hash != review.content_hash), None)
    if other is None:
        return None
    wording = Wording.objects.filter(review=other.review_id, round=other.round).first()
    return wording_row(wording) if wording and wording.text else None
