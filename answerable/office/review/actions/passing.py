"""Reading a text, passing a step, sending a text back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.office.review import queries
from answerable.office.review.actions.opening import tell_next
from answerable.office.review.events import ReviewFinished, ReviewSentBack
from answerable.office.review.models import Reading, Review, Step
from answerable.office.review.queries.gates import current_step, hindrance_of, kind_of
from answerable.office.review.rules import (
    MOVES,
    Move,
    State,
    StepState,
    unticked,
)
from answerable.office.review.words import HINDRANCE_WORDS


def note_reading(review: int, *, by: Actor, at: datetime) -> None:
    """Note that the text as it is now was put before the reader whose turn it is; once a round.

    Nothing is noted of anybody else who looks: this is proof of a reading, no record of visits.
    """
    with transaction.atomic():
        seen = queries.review_for(by, review)
        row = Review.objects.select_for_update().prefetch_related("steps").get(pk=seen.pk)
        step = current_step(row) if row.state == State.OPEN else None
        if by.person is None or step is None or hindrance_of(by, row, step) is not None:
            return
        _reading, is_new = Reading.objects.get_or_create(
            review=row,
            person_id=by.person,
            round=row.round,
            defaults={"content_hash": row.content_hash, "at": at},
        )
        if is_new:
            record("review.note_reading", f"review:{row.pk}", by=by, at=at, content_hash=row.content_hash)


def pass_step(
    review: int, seen_hash: str, checks: Sequence[str], comment: str, *, by: Actor, at: datetime
) -> None:
    """Pass the step whose turn it is, on exactly the text that was read, with every check ticked."""
    with transaction.atomic():
        row, step = _turn(review, seen_hash, by=by)
        missing = unticked(step.checks, checks)
        if missing:
            raise Anticipated(
                _("Not every check of this step is ticked."),
                _("Tick what you have checked, or send the text back and say what is wrong."),
            )
        reading = Reading.objects.filter(review=row, person=by.person, content_hash=seen_hash).first()
        if reading is None:
            raise NotAllowed(_("You have not had this text before you."), _("Open the review and read it."))
        verdict = _Verdict(StepState.PASSED, seen_hash, comment, reading.at, tuple(checks))
        _take(step, verdict, by=by, at=at)
        record(
            "review.pass_step",
            f"review:{row.pk}",
            by=by,
            at=at,
            subject=row.subject,
            step=step.key,
            content_hash=seen_hash,
        )
        if current_step(row) is not None:
            tell_next(row, at=at)
            return
        MOVES.make(Review.objects.filter(pk=row.pk), State.OPEN, Move.FINISH, ended_at=at, ended_by=by.name)
        events.publish(ReviewFinished(row.subject, seen_hash, at, row.pk, row.title, tuple(row.authors)))


def send_back(review: int, comment: str, *, by: Actor, at: datetime) -> None:
    """Send a text back to its authors, saying what is wrong; whoever may take the step may."""
    if not comment.strip():
        raise Anticipated(_("Say what is wrong with the text."), _("The author sees it beside the draft."))
    with transaction.atomic():
        row, step = _turn(review, None, by=by)
        _take(step, _Verdict(StepState.RETURNED, row.content_hash, comment), by=by, at=at)
        MOVES.make(
            Review.objects.filter(pk=row.pk), State.OPEN, Move.SEND_BACK, ended_at=at, ended_by=by.name
        )
        record("review.send_back", f"review:{row.pk}", by=by, at=at, subject=row.subject, step=step.key)
        events.publish(ReviewSentBack(row.subject, comment, at, row.pk, row.title, tuple(row.authors)))


def _turn(review: int, seen_hash: str | None, *, by: Actor) -> tuple[Review, Step]:
    """Lock a review and give it with the step whose turn it is, or refuse: moved on, another text, not this reader."""
    row = Review.objects.select_for_update().get(pk=queries.review_for(by, review).pk)
    if row.state != State.OPEN:
        MOVES.after(State(row.state), Move.FINISH)
    if seen_hash is not None and seen_hash != row.content_hash:
        raise Moved(
            _("The text was changed while you were reading: nothing was passed."),
            _("Load the page again; it shows what changed."),
        )
    step = current_step(row)
    if step is None:
        raise Moved(_("No step of this review waits any more."), _("Load the page again."))
    found = hindrance_of(by, row, step)
    if found is not None:
        raise NotAllowed(_(HINDRANCE_WORDS[found]), _("The page of the review names who may take the step."))
    return row, step


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a reader says of a text, and when they had it before them."""

    state: StepState
    seen_hash: str
    comment: str
    read_at: datetime | None = None
    ticked: tuple[str, ...] = ()


def _take(step: Step, verdict: _Verdict, *, by: Actor, at: datetime) -> None:
    """Write down who took a step, in which post and in whose place."""
    posts = people.posts_of(by.posts)
    wanted = set(kind_of(step).split("|"))
    own = next((post for post in posts if {post.kind, post.code} & wanted), posts[0] if posts else None)
    answering = people.holder_of(own.id, at=at) if own else None
    main = answering.instead_of if answering and answering.person == by.person else None
    changed = Step.objects.filter(pk=step.pk, state=StepState.WAITING).update(
        state=verdict.state,
        person_id=by.person,
        person_name=by.name,
        post_id=own.id if own else None,
        post_title=own.title if own else "",
        instead_of=people.people_names([main])[main] if main else "",
        seen_hash=verdict.seen_hash,
        read_at=verdict.read_at,
        ticked=list(verdict.ticked),
        comment=verdict.comment.strip(),
        at=at,
    )
    if changed != 1:
        raise Moved(_("Somebody else has just taken this step."), _("Load the page again."))
