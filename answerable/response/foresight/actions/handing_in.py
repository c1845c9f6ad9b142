"""Handing an assessment in for its gate, and taking it back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers.queries import speaker
from answerable.response.foresight.actions.sealing import seal
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.content import content_of, missing_of, views_of
from answerable.response.foresight.queries.door import refuse_ended, release_to_work, standing_now
from answerable.response.foresight.queries.names import GATE, link_to, subject_of
from answerable.response.foresight.rules.complete import LACK_NAMES, Lack
from answerable.response.foresight.rules.states import Standing
from answerable.response.foresight.rules.wording import wording


def hand_in(release: int, *, by: Actor, at: datetime) -> int:
    """Hand an assessment in: what its gate asks for is there, and two have said its level. Gives the review.

    At a level for which the plan names a post, that post signs.
    """
    if by.person is None:
        raise NotAllowed(_("An assessment is handed in by a person."), _("Sign in as one."))
    with transaction.atomic():
        row = release_to_work(by, release)
        refuse_ended(row)
        if standing_now(row) in (Standing.AT_GATE, Standing.AGREED):
            raise Moved(_("This assessment is at its gate or past it."), _("Load the page again."))
        content = content_of(row)
        views = views_of(row, content)
        _refuse_incomplete(row, missing_of(content, views), at=at)
        seal(row)
        row.save(update_fields=["text_hash", "level"])
        opened = review.open_review(
            review.Request(
                gate=GATE,
                subject=subject_of(row.pk),
                title=row.title,
                link=link_to(row.pk),
                content_hash=row.text_hash,
                unit=row.unit_id,
                author=row.editors[0] if row.editors else by.person,
                text=wording(content, views),
                authors=tuple(row.editors),
                level=row.level,
            ),
            by=by,
            at=at,
        )
        record("foresight.hand_in", subject_of(row.pk), by=by, at=at, review=opened, level=row.level)
    return opened


def _refuse_incomplete(row: Release, missing: tuple[Lack, ...], *, at: datetime) -> None:
    if missing:
        named = "; ".join(str(LACK_NAMES[lack]) for lack in missing)
        raise Anticipated(
            _("The assessment lacks: %(what)s.") % {"what": named}, _("Add it and hand it in again.")
        )
    if speaker(row.spokesperson_post_id, at=at) is None:
        raise Anticipated(
            _("Nobody speaks in the spokesperson's post today."), _("Choose who speaks for it.")
        )


def take_back(release: int, *, by: Actor, at: datetime) -> None:
    """Take an assessment back from its gate to write on: what was approved no longer counts."""
    with transaction.atomic():
        row = release_to_work(by, release)
        found = reviews.review_of(subject_of(row.pk))
        if found is None or standing_now(row) is not Standing.AT_GATE:
            raise Moved(_("This assessment is not at its gate."), _("Load the page again."))
        review.withdraw(found.id, by=by, at=at)
        record("foresight.take_back", subject_of(row.pk), by=by, at=at, review=found.id)
