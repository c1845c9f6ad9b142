"""Handing a text in for its gate, and taking it back."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers.models import Answer, GuardedWord, Version
from answerable.response.answers.queries.door import DRAFT, locked, text_in_work
from answerable.response.answers.queries.rows import (
    content_of,
    hash_of_version,
    subject_of,
    wording_of,
)
from answerable.response.answers.queries.speaking import speaker
from answerable.response.answers.rules.findings import findings, unexplained
from answerable.response.answers.rules.states import GATE, Change
from answerable.response.answers.rules.wording import missing
from answerable.response.answers.words import MISSING_WORDS


def hand_in(answer: int, *, by: Actor, at: datetime) -> int:
    """Hand the text in: everything it needs is there, every finding resolved or explained. Gives the review."""
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        version = text_in_work(row)
        _complete(row, version, at=at)
        if by.person is None:
            raise NotAllowed(_("A text is handed in by a person."), _("Sign in as one."))
        if reviews.passage(subject_of(row.pk), hash_of_version(row, version)) is not None:
            raise Moved(_("This text has already passed its gate."), _("It can be published now."))
        authors = tuple(dict.fromkeys([*version.editors, by.person]))
        opened = review.open_review(
            review.Request(
                gate=GATE,
                subject=subject_of(row.pk),
                title=version.title,
                link=reverse("answers:one", args=[row.pk]),
                content_hash=hash_of_version(row, version),
                unit=row.unit_id,
                author=by.person,
                text=wording_of(row, version),
                authors=authors,
            ),
            by=by,
            at=at,
        )
        version.review_id = opened
        version.editors = list(authors)
        version.save(update_fields=["review", "editors"])
        record("answers.hand_in", subject_of(row.pk), by=by, at=at, version=version.number, review=opened)
    return opened


def _complete(answer: Answer, version: Version, *, at: datetime) -> None:
    """Refuse a text that lacks something, or whose finds nobody explained."""
    lacking = list(missing(content_of(answer, version), version.spokesperson_name))
    if version.change != Change.FIRST and not version.note.strip():
        lacking.append("note")
    if lacking:
        raise Anticipated(
            _("The text is not complete: %(what)s.")
            % {"what": "; ".join(str(MISSING_WORDS[key]) for key in lacking)},
            _("Add what is missing and hand it in again; nothing was lost."),
        )
    now = speaker(version.spokesperson_post_id, at=at)
    if now is None or now.person != version.spokesperson_id:
        raise NotAllowed(
            _("%(name)s no longer speaks in this post.") % {"name": version.spokesperson_name},
            _("Choose who gives the answer and save the text."),
        )
    words = GuardedWord.objects.values_list("word", flat=True)
    left = unexplained(findings(wording_of(answer, version), words), version.explained)
    if left:
        raise Anticipated(
            _("Something was found that nobody has explained: %(what)s.")
            % {"what": ", ".join(finding.found for finding in left[:5])},
            _("Take it out of the text, or say why it stays."),
        )


def take_back(answer: int, *, by: Actor, at: datetime) -> None:
    """Take a text back from review to write on in peace: what was approved no longer counts."""
    with transaction.atomic():
        row = locked(by, answer, DRAFT)
        found = reviews.review_of(subject_of(row.pk))
        version = text_in_work(row)
        if found is None or version.review_id != found.id:
            raise NotAllowed(_("This text is not in review."), _("Load the page again."))
        review.withdraw(found.id, by=by, at=at)
        record("answers.take_back", subject_of(row.pk), by=by, at=at, review=found.id)
