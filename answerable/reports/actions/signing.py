"""A paper at its gate: handed in, taken back, signed by who may sign and did not write it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.reports.actions.editions import keep_edition
from answerable.reports.actions.making import need_draft
from answerable.reports.models import Paper
from answerable.reports.queries.checking import remarks_of
from answerable.reports.queries.content import hash_of, wording
from answerable.reports.queries.door import GATE, SIGN, link_to, paper_for, paper_to_write, subject_of
from answerable.reports.rules.states import MOVES, Move, State
from answerable.reports.rules.templates import TemplateState


def hand_in(paper: int, *, by: Actor, at: datetime) -> int:
    """Hand a draft in for its gate, bound to the hash of its words; gives the review."""
    if by.person is None:
        raise NotAllowed(_("A paper is handed in by a person."), _("Sign in as one."))
    with transaction.atomic():
        row = Paper.objects.select_for_update().get(pk=paper_to_write(by, paper).pk)
        need_draft(row)
        _refuse_unready(row)
        text = wording(row)
        digest = hash_of(row)
        opened = review.open_review(
            review.Request(
                gate=GATE,
                subject=subject_of(row.pk),
                title=row.title,
                link=link_to(row.pk),
                content_hash=digest,
                unit=row.unit_id,
                author=row.authors[0] if row.authors else by.person,
                text=text,
                authors=tuple(row.authors),
            ),
            by=by,
            at=at,
        )
        MOVES.make(
            Paper.objects.filter(pk=row.pk), State.DRAFT, Move.HAND_IN, changed_at=at, text_hash=digest
        )
        keep_edition(row, "handed_in", by=by, at=at)
        record("reports.hand_in", subject_of(row.pk), by=by, at=at, review=opened, content_hash=digest)
    return opened


def _refuse_unready(row: Paper) -> None:
    if row.layout is not None and row.layout.state != TemplateState.IN_USE:
        raise Anticipated(
            _("The template of this paper is not in use any more."),
            _("Choose another one in its head, or the layout of the house."),
        )
    if row.passages.filter(drafted=True).exists():
        raise Anticipated(
            _("Some passages were drafted by a language model."),
            _("Read them, and take each over as yours or write your own."),
        )
    errors = [one for one in remarks_of(row) if one.weight == "error"]
    if errors:
        raise Anticipated(
            _("This is not fit for an official document yet: %(what)s")
            % {"what": " ".join(one.told.said(row.language) for one in errors)},
            _("Change the head or the words, or let it go out as a plain paper."),
        )


def take_back(paper: int, *, by: Actor, at: datetime) -> None:
    """Take a paper back to write on: what was approved, and a signature, no longer count."""
    with transaction.atomic():
        row = Paper.objects.select_for_update().get(pk=paper_to_write(by, paper).pk)
        found = reviews.review_of(subject_of(row.pk))
        if found is not None and State(row.state) is State.IN_REVIEW and found.ended_at is None:
            review.withdraw(found.id, by=by, at=at)
        blank = {"signed_at": None, "signed_by": "", "text_hash": ""}
        MOVES.make(Paper.objects.filter(pk=row.pk), State(row.state), Move.TAKE_BACK, changed_at=at, **blank)
        record("reports.take_back", subject_of(row.pk), by=by, at=at)


def sign(paper: int, seen_hash: str, *, by: Actor, at: datetime) -> None:
    """Sign the very words that passed the gate; whoever wrote them does not sign them."""
    with transaction.atomic():
        row = Paper.objects.select_for_update().get(pk=paper_for(by, paper).pk)
        by.need(SIGN, unit=row.unit_id)
        if by.person is None or by.person in row.authors:
            raise NotAllowed(_("Nobody signs what they wrote."), _("Let another head sign it."))
        digest = hash_of(row)
        if digest != seen_hash:
            raise Moved(_("These words are not those you have read."), _("Load the page and read it again."))
        reviews.require_passage(subject_of(row.pk), digest)
        MOVES.make(
            Paper.objects.filter(pk=row.pk),
            State(row.state),
            Move.SIGN,
            changed_at=at,
            signed_at=at,
            signed_by=by.name,
            text_hash=digest,
        )
        record("reports.sign", subject_of(row.pk), by=by, at=at, content_hash=digest)
