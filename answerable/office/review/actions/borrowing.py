"""Asking a reader of another unit in, where a small office has not enough people of its own."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.office.review import queries
from answerable.office.review.actions.opening import tell_next
from answerable.office.review.models import Review, Step
from answerable.office.review.queries.gates import current_step, lendable, takers
from answerable.office.review.queries.reviews import may_lend
from answerable.office.review.rules import State, StepState


def borrow(review: int, step: int, person: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Ask a reader of another unit in for one step: the reason and both names stay on record."""
    if not reason.strip():
        raise Anticipated(
            _("Say why a reader of another unit is needed."), _("It stays beside the step, with both names.")
        )
    with transaction.atomic():
        row = Review.objects.select_for_update().get(pk=queries.review_for(by, review).pk)
        if not may_lend(by, row):
            raise NotAllowed(
                _("Only the authors, or the office of this unit, ask a reader of another unit in."),
                _("Ask one of them to."),
            )
        waiting = Step.objects.filter(review=row, pk=step, round=row.round, state=StepState.WAITING).first()
        if row.state != State.OPEN or waiting is None:
            raise Moved(_("This step no longer waits."), _("Load the page again."))
        if person not in lendable(row, waiting, takers(at=at)):
            raise NotAllowed(
                _("This person may not take the step."),
                _(
                    "Choose somebody of another unit with a post of the kind that the step asks for, no author of it."
                ),
            )
        Step.objects.filter(pk=waiting.pk).update(
            lent_to_id=person,
            lent_to_name=people.people_names([person])[person],
            lent_by_name=by.name,
            lent_reason=reason.strip()[:500],
        )
        record(
            "review.borrow",
            f"review:{row.pk}",
            by=by,
            at=at,
            step=waiting.key,
            person=person,
            reason=reason.strip(),
        )
        now = current_step(row)
        if now is not None and now.pk == waiting.pk:
            tell_next(row, at=at)
