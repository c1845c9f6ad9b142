"""What follows on a published answer: an update, a correction, a withdrawal; and dropping what was never published."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.rules import State as ReviewState
from answerable.response.answers.models import Answer, Version
from answerable.response.answers.queries.door import DRAFT, locked, text_in_work
from answerable.response.answers.queries.rows import subject_of
from answerable.response.answers.rules.states import (
    MOVE_OF_CHANGE,
    MOVES,
    Change,
    Move,
    State,
    VersionState,
)

#: What a later version takes over from the one in force.
_CARRIED = (
    "title", "summary", "question", "body", "known", "unknown", "more_at", "todo", "place", "time", "questions",
    "topics", "spokesperson_post_id", "spokesperson_id", "spokesperson_name", "spokesperson_title", "explained",
)  # fmt: skip


def correct(answer: int, reason: str, *, by: Actor, at: datetime) -> int:
    """Begin a correction: a new text beside the old one, which stays visible. Gives the version."""
    return _begin(answer, Change.CORRECTION, reason, by=by, at=at)


def update(answer: int, reason: str, *, by: Actor, at: datetime) -> int:
    """Begin an update: what has become known since. Gives the version."""
    return _begin(answer, Change.UPDATE, reason, by=by, at=at)


def withdraw(answer: int, reason: str, *, by: Actor, at: datetime) -> int:
    """Begin a withdrawal with a public reason; it passes the gate like any text. Gives the version."""
    return _begin(answer, Change.WITHDRAWAL, reason, by=by, at=at)


def _begin(answer: int, change: Change, reason: str, *, by: Actor, at: datetime) -> int:
    if not reason.strip():
        raise Anticipated(
            _("Say in public words what is changed and why."), _("The reason is published with the text.")
        )
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        MOVES.after(State(row.state), MOVE_OF_CHANGE[change])
        if row.versions.filter(state=VersionState.WORK).exists():
            raise Moved(
                _("Another text of this answer is being worked on."), _("Publish it or drop it first.")
            )
        last = row.versions.filter(state=VersionState.PUBLISHED).order_by("-number").first()
        if last is None:
            raise NotAllowed(_("Nothing of this answer was published yet."), _("Change the draft itself."))
        number = row.last_number + 1
        version = Version.objects.create(
            answer=row,
            number=number,
            change=change,
            note=reason.strip(),
            editors=[by.person] if by.person else [],
            edited_at=at,
            edited_by_name=by.name,
            **{name: getattr(last, name) for name in _CARRIED},
        )
        Answer.objects.filter(pk=row.pk).update(last_number=number)
        record(f"answers.{change}", subject_of(row.pk), by=by, at=at, version=number, reason=reason.strip())
    return version.pk


def drop(answer: int, *, by: Actor, at: datetime) -> None:
    """Drop the text that is being worked on; what was published stays as it is."""
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        version = text_in_work(row)
        found = reviews.review_of(subject_of(row.pk))
        if found and found.id == version.review_id and found.state in (ReviewState.OPEN, ReviewState.PASSED):
            review.withdraw(found.id, by=by, at=at)
        Version.objects.filter(pk=version.pk, state=VersionState.WORK).update(state=VersionState.DROPPED)
        if version.change == Change.FIRST:
            MOVES.make(Answer.objects.filter(pk=row.pk), State(row.state), Move.DROP)
        record("answers.drop", subject_of(row.pk), by=by, at=at, version=version.number)
