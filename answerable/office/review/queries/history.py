"""What became of a text at its gate: its reviews, read once, and the one question that publishing asks: did it pass?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from answerable.kernel.errors import NotAllowed
from answerable.office.review.models import Review, Step
from answerable.office.review.queries.reviews import ReviewRow, StepRow, language_now, row_of, step_row
from answerable.office.review.rules import State, StepState, name_in


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
class Reviewed:
    """Every review of a subject, read once: the latest, all of them, and whether a text passed."""

    subject: str
    found: tuple[tuple[Review, list[Step]], ...]

    @property
    def latest(self) -> ReviewRow | None:
        """The latest review; None before the first."""
        return row_of(*self.found[-1]) if self.found else None

    @property
    def history(self) -> tuple[tuple[ReviewRow, tuple[StepRow, ...]], ...]:
        """Every review with all steps that somebody took, void ones too, the newest first."""
        return tuple(
            (row_of(review, steps), tuple(step_row(step) for step in steps if step.at is not None))
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
    gate = name_in(review.gate_names, language_now())
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
    return {review.subject: row_of(review, steps) for review, steps in found}


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
