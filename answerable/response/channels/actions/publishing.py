"""Publishing: exactly the text that passed, at once or at a time, with its readers' names in each channel's log."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import queries as reviews
from answerable.office.review.queries import Passage
from answerable.response.answers.rules.markup import plain
from answerable.response.channels.actions.telling import tell_keepers, tell_sent_back
from answerable.response.channels.events import DeliveryDue, PiecePublished
from answerable.response.channels.models import PIECES, Channel, Interpretation, Piece, Publication
from answerable.response.channels.queries.door import PUBLISH, locked_piece
from answerable.response.channels.queries.names import subject_of_piece
from answerable.response.channels.queries.wording import explained_by, hash_of_piece, plan_of
from answerable.response.channels.rules.states import (
    EVER_OUT,
    PIECE_MOVES,
    RUNNING,
    Delivery,
    OutState,
    PieceKind,
    PieceMove,
    PieceState,
    PlanState,
)
from answerable.response.channels.rules.wording import Disclosure

#: What may go out beside its policy: passed, or out already.
_STANDS_READY = (PieceState.READY, PieceState.SCHEDULED, PieceState.PUBLISHED, PieceState.REVIEW_DUE)


def schedule(piece: int, moment: datetime, *, by: Actor, at: datetime) -> None:
    """Set the moment at which a text that passed its gate goes out by itself."""
    if moment <= at:
        raise Anticipated(_("This moment has passed."), _("Choose a later one, or publish now."))
    with transaction.atomic():
        row = locked_piece(by, piece, PUBLISH)
        passage = _passage(row)
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk),
            PieceState(row.state),
            PieceMove.SCHEDULE,
            scheduled_for=moment,
            scheduled_by_name=by.name,
            review=passage.review,
            passed_hash=passage.content_hash,
        )
        record("channels.schedule", subject_of_piece(row.pk), by=by, at=at, moment=moment)


def unschedule(piece: int, *, by: Actor, at: datetime) -> None:
    """Take the moment away; the text stays passed."""
    with transaction.atomic():
        row = locked_piece(by, piece, PUBLISH)
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk), PieceState(row.state), PieceMove.UNSCHEDULE, scheduled_for=None
        )
        record("channels.unschedule", subject_of_piece(row.pk), by=by, at=at)


def publish(piece: int, *, by: Actor, at: datetime) -> tuple[int, ...]:
    """Let out exactly the text that passed its gate, on each of its channels. Gives the rows of the log."""
    with transaction.atomic():
        row = locked_piece(by, piece, PUBLISH)
        return _publish(row, _passage(row), by=by, at=at)


def publish_due(*, by: Actor, at: datetime) -> int:
    """Let out what was scheduled for now; what no longer has its passage stays in, and the office is told."""
    due = Piece.objects.filter(state=PieceState.SCHEDULED, scheduled_for__lte=at).order_by(
        "scheduled_for", "pk"
    )
    out = 0
    for number in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            row = Piece.objects.select_for_update().get(pk=number)
            if row.state != PieceState.SCHEDULED:
                continue
            try:
                passage = _passage(row)
            except Anticipated:
                PIECE_MOVES.make(
                    Piece.objects.filter(pk=row.pk),
                    PieceState.SCHEDULED,
                    PieceMove.UNSCHEDULE,
                    scheduled_for=None,
                )
                tell_sent_back(row, by=by, at=at)
                continue
            _publish(row, passage, by=by, at=at)
            out += 1
    return out


def _passage(row: Piece) -> Passage:
    """Give the proof that exactly what the piece says now passed its gate, or refuse; the same for its companions."""
    passage = reviews.require_passage(subject_of_piece(row.pk), hash_of_piece(row))
    if row.kind == PieceKind.POLICY:
        _with_interpretation(row)
    if not row.channels.filter(state__in=RUNNING).exists():
        raise NotAllowed(_("None of its channels is in use any more."), _("Choose another channel."))
    return passage


def _with_interpretation(row: Piece) -> None:
    """Refuse a policy that would go out without its interpretation, or that is not to be disclosed."""
    if row.disclosure != Disclosure.ACTIVE:
        raise NotAllowed(
            _("This document is not disclosed of our own accord: it cannot go out on a channel."),
            _("Change its disclosure first; it then passes its gate again."),
        )
    plan = plan_of(row)
    if plan is None or plan.material is None or plan.material.state not in _STANDS_READY:
        raise NotAllowed(
            _("A policy goes out together with its interpretation, and that has not passed its gate yet."),
            _("Name the material in the plan, and let it pass."),
        )


def _publish(row: Piece, passage: Passage, *, by: Actor, at: datetime) -> tuple[int, ...]:
    PIECE_MOVES.make(
        Piece.objects.filter(pk=row.pk),
        PieceState(row.state),
        PieceMove.PUBLISH,
        published_at=at,
        review=passage.review,
        passed_hash=passage.content_hash,
        published_hash=hash_of_piece(row),
        scheduled_for=None,
    )
    row.refresh_from_db()
    channels = list(row.channels.filter(state__in=RUNNING).order_by("pk"))
    readers = [
        {
            "step": step.name,
            "names": dict(step.names),
            "name": step.person,
            "post": step.post,
            "at": step.at.isoformat() if step.at else "",
        }
        for step in passage.steps
    ]
    released = row.scheduled_by_name if by.kind == "machine" and row.scheduled_by_name else by.name
    rows = [_log(row, channel, readers, released, at=at) for channel in channels]
    PIECES.put([(row.pk, "\n".join([row.title, row.summary, plain(row.body)]))])
    record(
        "channels.publish",
        subject_of_piece(row.pk),
        by=by,
        at=at,
        content_hash=passage.content_hash,
        review=passage.review,
        channels=[channel.pk for channel in channels],
    )
    _explained(row)
    if row.corrects_id:
        _replace(row.corrects_id, by=by, at=at)
    to_copy = [channel for channel in channels if channel.delivery == Delivery.COPY]
    tell_keepers(
        row, to_copy, gettext_lazy("Passed its gate and is to be put on your channel:"), by=by, at=at
    )
    return tuple(one.pk for one in rows)


def _log(row: Piece, channel: Channel, readers: list[Any], released: str, *, at: datetime) -> Publication:
    """Write the row of one channel: a feed has it at once, a webhook is queued, a keeper copies the rest."""
    at_once = channel.delivery == Delivery.FEED
    made = Publication.objects.create(
        piece=row,
        channel=channel,
        state=OutState.OUT if at_once else OutState.WAITING,
        title=row.title,
        content_hash=row.published_hash,
        readers=readers,
        released_by_name=released,
        released_at=at,
        out_at=at if at_once else None,
        next_try_at=at if channel.delivery == Delivery.WEBHOOK else None,
        told="published" if at_once else "",
    )
    if at_once:
        events.publish(PiecePublished(row.pk, channel.pk, at))
    if channel.delivery == Delivery.WEBHOOK:
        events.publish(DeliveryDue(at))
    return made


def _explained(row: Piece) -> None:
    """Note that an interpretation is out once both it and its policy are."""
    plan = plan_of(row) or explained_by(row)
    if plan is None or plan.material is None:
        return
    states = {Piece.objects.get(pk=number).state for number in (plan.policy_id, plan.material.pk)}
    if states <= set(EVER_OUT):
        Interpretation.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED)


def _replace(corrected: int, *, by: Actor, at: datetime) -> None:
    """Let a correction stand in the place of what it puts right; that stays in the log."""
    old = Piece.objects.select_for_update().get(pk=corrected)
    PIECE_MOVES.make(Piece.objects.filter(pk=old.pk), PieceState(old.state), PieceMove.CORRECT)
    old.refresh_from_db()
    call_back(old, "corrected", by=by, at=at)
    record("channels.corrected", subject_of_piece(old.pk), by=by, at=at)


def call_back(row: Piece, tell: str, *, by: Actor, at: datetime) -> None:
    """Let every channel know that a piece was corrected or withdrawn: feeds at once, webhooks and keepers after."""
    rows = row.publications.select_related("channel")
    for one in rows:
        changes: dict[str, Any] = {"tell": tell}
        if one.channel.delivery == Delivery.FEED:
            changes["told"] = tell
        elif one.channel.delivery == Delivery.WEBHOOK:
            changes |= {"next_try_at": at, "tries": 0, "state": OutState.WAITING, "fault": ""}
        Publication.objects.filter(pk=one.pk).update(**changes)
    if any(one.channel.delivery == Delivery.WEBHOOK for one in rows):
        events.publish(DeliveryDue(at))
    copied = [one.channel for one in rows if one.channel.delivery == Delivery.COPY]
    tell_keepers(row, copied, gettext_lazy("To be taken down or replaced on your channel:"), by=by, at=at)
