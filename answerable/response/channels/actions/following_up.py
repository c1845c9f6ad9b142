"""What follows on a piece that is out: correction, withdrawal, a look after a while; and dropping what never was."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.response.channels.actions.publishing import call_back
from answerable.response.channels.actions.telling import Line, tell
from answerable.response.channels.events import PieceWithdrawn
from answerable.response.channels.models import Piece
from answerable.response.channels.queries.door import DRAFT, PUBLISH, locked_piece
from answerable.response.channels.queries.names import link_to_piece, subject_of_piece
from answerable.response.channels.rules.states import PIECE_MOVES, PieceMove, PieceState

#: What a correction takes over from what it puts right.
_CARRIED = (
    "kind", "language", "unit_id", "title", "summary", "body", "basis", "disclosure", "disclosure_reason",
    "review_on", "expires_on",
)  # fmt: skip


def correct(piece: int, reason: str, *, by: Actor, at: datetime) -> int:
    """Begin a correction: a text of its own that passes its gate; then it replaces the old one. Gives the new piece."""
    _said(reason)
    if by.person is None:
        raise NotAllowed(_("A piece is written by a person."), _("Sign in as one."))
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        PIECE_MOVES.after(PieceState(row.state), PieceMove.CORRECT)
        try:
            with transaction.atomic():
                made = Piece.objects.create(
                    corrects=row,
                    reason=reason.strip(),
                    editors=[by.person],
                    edited_at=at,
                    edited_by_name=by.name,
                    created_by_id=by.person,
                    created_at=at,
                    explained=row.explained,
                    **{name: getattr(row, name) for name in _CARRIED},
                )
        except IntegrityError:
            raise Moved(
                _("A correction of this piece is being written."), _("Open it from its page.")
            ) from None
        made.channels.set(row.channels.all())
        for look in row.links.all():
            made.links.create(
                address=look.address, alive=look.alive, fault=look.fault, looked_at=look.looked_at
            )
        record("channels.correct", subject_of_piece(row.pk), by=by, at=at, correction=made.pk, reason=reason)
    return made.pk


def withdraw(piece: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a piece back at once, with a public reason; it stays in the log, and every channel is told."""
    _said(reason)
    with transaction.atomic():
        row = locked_piece(by, piece, PUBLISH)
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk),
            PieceState(row.state),
            PieceMove.WITHDRAW,
            reason=reason.strip(),
            withdrawn_at=at,
        )
        row.refresh_from_db()
        call_back(row, "withdrawn", by=by, at=at)
        record("channels.withdraw", subject_of_piece(row.pk), by=by, at=at, reason=reason.strip())
        events.publish(PieceWithdrawn(row.pk, reason.strip(), at))


def _said(reason: str) -> None:
    if not reason.strip():
        raise Anticipated(_("Say in public words why."), _("The reason stands beside the text."))


def keep(piece: int, review_on: date, *, by: Actor, at: datetime) -> None:
    """Note that a piece was looked at again and still holds, until the next look."""
    if review_on <= day_of(at):
        raise Anticipated(_("The next look lies in the future."), _("Choose a later day."))
    with transaction.atomic():
        row = locked_piece(by, piece, PUBLISH)
        expires = row.expires_on if row.expires_on and row.expires_on > day_of(at) else None
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk),
            PieceState(row.state),
            PieceMove.KEEP,
            review_on=review_on,
            expires_on=expires,
        )
        record("channels.keep", subject_of_piece(row.pk), by=by, at=at, review_on=review_on)


def fall_due(*, by: Actor, at: datetime) -> int:
    """Note the pieces whose day of review or expiry has come, and tell who publishes. Gives how many."""
    today = day_of(at)
    rows = Piece.objects.filter(state=PieceState.PUBLISHED)
    due = list((rows.filter(review_on__lte=today) | rows.filter(expires_on__lte=today)).order_by("pk"))
    for row in due:
        with transaction.atomic():
            PIECE_MOVES.make(Piece.objects.filter(pk=row.pk), PieceState.PUBLISHED, PieceMove.FALL_DUE)
            record("channels.fall_due", subject_of_piece(row.pk), by=by, at=at)
            line = Line(
                gettext_lazy("Is to be looked at again: does it still hold?"),
                row.title,
                link_to_piece(row.pk),
                f"piece-due:{row.pk}:{today}",
            )
            tell(line, people.who_may(PUBLISH, at=at, unit=row.unit_id), by=by, at=at)
    return len(due)


def drop(piece: int, *, by: Actor, at: datetime) -> None:
    """Drop a draft; one that is in review is taken back first."""
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        PIECE_MOVES.make(Piece.objects.filter(pk=row.pk), PieceState(row.state), PieceMove.DROP)
        record("channels.drop_piece", subject_of_piece(row.pk), by=by, at=at)
