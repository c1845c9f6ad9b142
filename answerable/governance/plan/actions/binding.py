"""Which post of the house stands for each post that the plan names."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.plan.models import Bound, PlanVersion
from answerable.governance.plan.queries.house import places, town
from answerable.governance.plan.queries.standing import posts_bound, reading_of
from answerable.governance.plan.queries.versions import KEEP, version_row
from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.states import State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record

_OVER = (State.SUPERSEDED, State.REPEALED, State.DROPPED)


def bind_by_itself(version: PlanVersion, document: PlanDocument) -> int:
    """Bind the posts that can only be meant, as the former version had them or by their codes. Gives how many."""
    bound = posts_bound(version.pk)
    before = posts_bound(version.supersedes_id) if version.supersedes_id else {}
    made = []
    for place in places(document, bound, town()):
        key = (place.code, place.unit.id)
        known = before.get(key)
        kept = known if any(one.id == known for one in place.choices) else None
        post = kept or place.sure
        if place.post is None and post is not None and key not in bound:
            made.append(Bound(version=version, code=place.code, unit_id=place.unit.id, post_id=post))
    Bound.objects.bulk_create(made)
    return len(made)


def bind(version: int, code: str, choices: dict[int, int | None], *, by: Actor, at: datetime) -> None:
    """Say which posts stand for a plan post: unit id -> post id, or None where none does."""
    by.need(KEEP)
    with transaction.atomic():
        row = version_row(by, version)
        if State(row.state) in _OVER:
            raise Anticipated(
                _("This version is over; its posts stay as they were."), _("Change the one in force.")
            )
        document = reading_of(row).document
        if document is None:
            return
        allowed = {
            place.unit.id: {post.id for post in place.choices}
            for place in places(document, {}, town())
            if place.code == code
        }
        for unit, post in choices.items():
            if post is None:
                Bound.objects.filter(version=row, code=code, unit=unit).delete()
            elif post not in allowed.get(unit, set()):
                raise Anticipated(_("That post is not in this unit."), _("Choose one of the posts listed."))
            else:
                Bound.objects.update_or_create(
                    version=row, code=code, unit_id=unit, defaults={"post_id": post}
                )
        told = {str(unit): post for unit, post in choices.items()}
        record("plan.bind", f"plan:{row.pk}", by=by, at=at, post=code, choices=told)
