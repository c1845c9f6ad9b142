"""Reviews as lists and pages show them, and the one question that publishing asks: did this text pass?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound
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
class Passage:
    """The proof that a text with this hash passed its gate: who read it, in which post, when."""

    review: int
    subject: str
    content_hash: str
    gate: str
    at: datetime
    steps: tuple[StepRow, ...]


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


def _language() -> str:
    return get_language() or "en"


def step_row(step: Step) -> StepRow:
    """Make a row of a step."""
    return StepRow(
        id=step.pk,
        round=step.round,
        order=step.order,
        name=name_in(step.names, _language()),
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
    return tuple(_row(review, list(review.steps.all())) for review in reviews)


def _row(review: Review, steps: list[Step]) -> ReviewRow:
    now = [step for step in steps if step.round == review.round]
    waiting = next((step for step in now if step.state == StepState.WAITING), None)
    returned = next((step for step in now if step.state == StepState.RETURNED), None)
    return ReviewRow(
        id=review.pk,
        subject=review.subject,
        title=review.title,
        link=review.link,
        gate=name_in(review.gate_names, _language()),
        state=State(review.state),
        author=review.drafter_name,
        unit=review.unit_id,
        round=review.round,
        step=name_in(waiting.names, _language()) if waiting and review.state == State.OPEN else "",
        passed=sum(step.state == StepState.PASSED for step in now),
        steps=len(now),
        content_hash=review.content_hash,
        opened_at=review.opened_at,
        ended_at=review.ended_at,
        comment=returned.comment if returned else "",
    )


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Every review of a subject, read once: the latest, all of them, and whether a text passed."""

    subject: str
    found: tuple[tuple[Review, list[Step]], ...]

    @property
    def latest(self) -> ReviewRow | None:
        """The latest review; None before the first."""
        return _row(*self.found[-1]) if self.found else None

    @property
    def history(self) -> tuple[tuple[ReviewRow, tuple[StepRow, ...]], ...]:
        """Every review with all steps that somebody took, void ones too, the newest first."""
        return tuple(
            (_row(review, steps), tuple(step_row(step) for step in steps if step.at is not None))
            for review, steps in reversed(self.found)
        )

    def passage(self, content_hash: str) -> Passage | None:
        """Give the proof that this exact text passed its gate; None while it has not."""
        passed = [
            (review, steps)
            for review, steps in self.found
            if review.state == State.PASSED and review.content_hash == content_hash
        ]
        return _passage(self.subject, content_hash, *passed[-1]) if passed else None


def reviewed(subject: str) -> Reviewed:
    """Read every review of a subject with its steps; one query."""
    return Reviewed(subject, tuple(_with_steps(review__subject=subject)))


def passage(subject: str, content_hash: str) -> Passage | None:
    """Give the proof that this exact text of a subject passed its gate; None while it has not."""
    return reviewed(subject).passage(content_hash)


def _passage(subject: str, content_hash: str, review: Review, whole: list[Step]) -> Passage | None:
    steps = tuple(step_row(step) for step in whole if step.round == review.round)
    if (
        review.ended_at is None
        or not steps
        or any(step.state is not StepState.PASSED or step.content_hash != content_hash for step in steps)
    ):
        return None
    gate = name_in(review.gate_names, _language())
    return Passage(review.pk, subject, content_hash, gate, review.ended_at, steps)


def require_passage(subject: str, content_hash: str) -> Passage:
    """Give the proof that this exact text passed its gate, or refuse and name what is missing."""
    told = reviewed(subject)
    found = told.passage(content_hash)
    if found is not None:
        return found
    latest = told.latest
    if latest is None or latest.state in (State.WITHDRAWN, State.SENT_BACK):
        raise NotAllowed(_("This text has not passed its gate."), _("Hand it in for review."))
    if latest.content_hash != content_hash:
        raise NotAllowed(
            _("The text was changed after it was read: the approvals are of another text."),
            _("Hand in the text as it is now."),
        )
    raise NotAllowed(
        _("This text has not passed its gate: %(step)s is missing.") % {"step": latest.step},
        _("%(passed)s of %(steps)s readings are done.") % {"passed": latest.passed, "steps": latest.steps},
    )


def review_of(subject: str) -> ReviewRow | None:
    """Give the latest review of a subject."""
    return reviews_of_many([subject]).get(subject)


def reviews_of_many(subjects: Iterable[str]) -> dict[str, ReviewRow]:
    """Give the latest review of each subject; one query."""
    found = _with_steps(review__subject__in=list(subjects))
    return {review.subject: _row(review, steps) for review, steps in found}


def _with_steps(**wanted: Any) -> list[tuple[Review, list[Step]]]:
    """Read reviews with all their steps in one query, the oldest first: a review has steps from its opening on."""
    found: dict[int, tuple[Review, list[Step]]] = {}
    for step in (
        Step.objects.filter(**wanted).select_related("review").order_by("review", "round", "order", "pk")
    ):
        found.setdefault(step.review_id, (step.review, []))[1].append(step)
    return list(found.values())


def history_of(subject: str) -> tuple[tuple[ReviewRow, tuple[StepRow, ...]], ...]:
    """Give every review of a subject with all steps that somebody took, void ones too, the newest first."""
    return reviewed(subject).history


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
