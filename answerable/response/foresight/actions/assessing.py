"""Two people say how much of a risk it is, the first without being told what the second thinks."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.clocks import queries as clocks
from answerable.response.foresight.actions import telling
from answerable.response.foresight.actions.sealing import seal
from answerable.response.foresight.actions.words import needed
from answerable.response.foresight.models import Opinion
from answerable.response.foresight.queries.content import content_of, views_of
from answerable.response.foresight.queries.door import refuse_ended, release_to_work, standing_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.levels import ASSESSORS, Level, agreed, dissent, offered
from answerable.response.foresight.rules.states import Standing
from answerable.response.foresight.rules.wording import body_hash


@dataclass(frozen=True, slots=True)
class ViewDraft:
    """The level that somebody sees, and why."""

    level: str
    reasons: str


def give_view(release: int, draft: ViewDraft, *, personal: str = "", by: Actor, at: datetime) -> None:
    """Say how much of a risk it is. The view holds for the text as it is now, and ends when that changes.

    Once two have spoken the level holds; where they differ it is the higher one, and the other view stays as dissent.
    """
    if draft.level not in levels():
        raise Anticipated(_("Choose a level."), _("It is one of those that the plan names."))
    reasons = needed(draft.reasons, _("Say why you see this level."), personal)
    if by.person is None:
        raise NotAllowed(_("A level is assessed by a person."), _("Sign in as one."))
    with transaction.atomic():
        row = release_to_work(by, release)
        refuse_ended(row)
        if standing_now(row) in (Standing.AT_GATE, Standing.AGREED):
            raise Moved(_("This assessment has its level."), _("It opens again when its text changes."))
        text = body_hash(content_of(row))
        given = row.opinions.filter(body_hash=text)
        if given.filter(person=by.person).exists():
            raise Moved(_("Your view of this text is in already."), _("The second comes from somebody else."))
        place = given.count() + 1
        if place > ASSESSORS:
            raise Moved(_("Both views are in already."), _("Load the page again."))
        Opinion.objects.create(
            release=row,
            body_hash=text,
            person_id=by.person,
            person_name=by.name,
            place=place,
            level=draft.level,
            reasons=reasons,
            given_at=at,
        )
        seal(row)
        row.save(update_fields=["text_hash", "level"])
        views = views_of(row, content_of(row))
        other = dissent(views)
        record(
            "foresight.give_view",
            subject_of(row.pk),
            by=by,
            at=at,
            level=draft.level,
            holds=agreed(views) or "",
            dissent=other.name if other else "",
        )
        if place < ASSESSORS:
            telling.tell_second_view(row, by=by, at=at)


def levels() -> tuple[Level, ...]:
    """Give the levels that the plan in force names."""
    return offered(clocks.parameter("risk_levels", None))
