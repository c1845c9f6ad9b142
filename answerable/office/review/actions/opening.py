"""Handing a text in, changing it while it is read, taking it back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.office.review import queries
from answerable.office.review.events import StepsVoided, StepWaits
from answerable.office.review.models import Review, Step, Wording
from answerable.office.review.queries.gates import current_step, takers, who_may_take
from answerable.office.review.rules import MOVES, GateStep, Move, State, StepState, hash_of


@dataclass(frozen=True, slots=True)
class Request:
    """A text that asks for its gate. `text` is what the readers see; its hash has to be `content_hash`.

    `authors` are others who had a hand in it: none of them reviews it. `level` is what some gates ask other readers
    for.
    """

    gate: str
    subject: str
    title: str
    link: str
    content_hash: str
    unit: int
    author: int
    text: str = ""
    authors: tuple[int, ...] = ()
    level: str = ""


def open_review(request: Request, *, by: Actor, at: datetime) -> int:
    """Open the review of a text; the next reader is told. One subject has one open review."""
    _hash_fits(request.text, request.content_hash)
    gate = queries.gate(request.gate)
    name = people.people_names([request.author]).get(request.author, "")
    with transaction.atomic():
        try:
            with transaction.atomic():
                review = Review.objects.create(
                    gate=gate.key,
                    gate_names=dict(gate.names),
                    subject=request.subject,
                    title=request.title[:300],
                    link=request.link[:300],
                    unit_id=request.unit,
                    drafter_id=request.author,
                    drafter_name=name,
                    authors=sorted({request.author, *request.authors}),
                    content_hash=request.content_hash,
                    opened_at=at,
                )
        except IntegrityError:
            raise Moved(
                _("This is already being reviewed."), _("Look where it stands under your drafts.")
            ) from None
        Wording.objects.create(
            review=review,
            round=1,
            content_hash=request.content_hash,
            text=request.text,
            by_name=by.name,
            since=at,
        )
        for place, step in enumerate(gate.readings(request.level)):
            _add_step(review, place, step, gate.distinct)
        record(
            "review.open",
            f"review:{review.pk}",
            by=by,
            at=at,
            subject=request.subject,
            gate=gate.key,
            content_hash=request.content_hash,
        )
        tell_next(review, at=at)
    return review.pk


def _hash_fits(text: str, content_hash: str) -> None:
    if text and hash_of(text) != content_hash:
        raise ValueError("the hash is not that of the text which the readers would see")


def _add_step(review: Review, place: int, step: GateStep, distinct: bool) -> None:
    Step.objects.create(
        review=review,
        round=review.round,
        order=place,
        key=step.key,
        names=dict(step.names),
        kind=step.kind,
        checks=list(step.checks),
        distinct=distinct,
        drafter_id=review.drafter_id,
    )


def tell_next(review: Review, *, at: datetime) -> None:
    """Publish that a text waits for its next reader."""
    step = current_step(review)
    if step is not None:
        events.publish(
            StepWaits(
                review=review.pk,
                step=step.pk,
                subject=review.subject,
                title=review.title,
                link=review.link,
                names=step.names,
                people=who_may_take(review, step, takers(at=at)),
                at=at,
            )
        )


def content_changed(
    subject: str, new_hash: str, *, by: Actor, at: datetime, text: str = "", title: str = ""
) -> bool:
    """Bind the review of a subject to its new text: what was approved of the old one is void, reading starts anew.

    Whoever changed it becomes one of its authors. Gives whether there was a review that this touched.
    """
    _hash_fits(text, new_hash)
    with transaction.atomic():
        review = (
            Review.objects.select_for_update()
            .filter(subject=subject, state__in=MOVES.starts_of(Move.CHANGE))
            .order_by("-pk")
            .first()
        )
        if review is None or _has_later(review) or review.content_hash == new_hash:
            return False
        old_steps = list(review.steps.filter(round=review.round).order_by("order"))
        readers = _void(review, old_steps, at=at)
        MOVES.make(
            Review.objects.filter(pk=review.pk),
            State(review.state),
            Move.CHANGE,
            content_hash=new_hash,
            round=review.round + 1,
            title=(title or review.title)[:300],
            authors=sorted({*review.authors, *([by.person] if by.person else [])}),
            ended_at=None,
            ended_by="",
        )
        review.refresh_from_db()
        _lay_out_again(review, old_steps)
        Wording.objects.create(
            review=review, round=review.round, content_hash=new_hash, text=text, by_name=by.name, since=at
        )
        record(
            "review.content_changed",
            f"review:{review.pk}",
            by=by,
            at=at,
            subject=subject,
            content_hash=new_hash,
            voided=len(readers),
        )
        if readers:
            events.publish(StepsVoided(review.pk, subject, review.title, readers, at))
        tell_next(review, at=at)
    return True


def _void(review: Review, steps: list[Step], *, at: datetime) -> tuple[int, ...]:
    """Make the readings of a text void, to be seen for good; steps that nobody took go. Gives who had read it."""
    passed = [step for step in steps if step.state == StepState.PASSED]
    review.steps.filter(pk__in=[step.pk for step in passed]).update(state=StepState.VOID, voided_at=at)
    review.steps.filter(round=review.round, state=StepState.WAITING).delete()
    return tuple(step.person_id for step in passed if step.person_id is not None)


def _has_later(review: Review) -> bool:
    return Review.objects.filter(subject=review.subject, pk__gt=review.pk).exists()


def _lay_out_again(review: Review, old_steps: list[Step]) -> None:
    """Make the steps of a new round, lent ones lent to the same reader."""
    for old in old_steps:
        Step.objects.create(
            review=review,
            round=review.round,
            order=old.order,
            key=old.key,
            names=old.names,
            kind=old.kind,
            checks=old.checks,
            distinct=old.distinct,
            drafter_id=old.drafter_id,
            lent_to_id=old.lent_to_id,
            lent_to_name=old.lent_to_name,
            lent_by_name=old.lent_by_name,
            lent_reason=old.lent_reason,
        )


def withdraw(review: int, *, by: Actor, at: datetime) -> None:
    """Take a text back from review: its authors may."""
    with transaction.atomic():
        row = Review.objects.select_for_update().get(pk=queries.review_for(by, review).pk)
        if by.person is None or by.person not in (row.drafter_id, *row.authors):
            raise NotAllowed(
                _("Only its authors take a text back."), _("Send it back with a comment instead.")
            )
        MOVES.make(
            Review.objects.filter(pk=row.pk),
            State(row.state),
            Move.WITHDRAW,
            ended_at=at,
            ended_by=by.name,
        )
        record("review.withdraw", f"review:{row.pk}", by=by, at=at, subject=row.subject)
