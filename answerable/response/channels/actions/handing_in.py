"""Handing a piece in for its gate, taking it back, and what the gate answers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.rules import State as ReviewState
from answerable.response.channels.models import Interpretation, Piece
from answerable.response.channels.queries.door import DRAFT, locked_piece
from answerable.response.channels.queries.names import link_to_piece, subject_of_piece
from answerable.response.channels.queries.wording import (
    content_of,
    explained_by,
    findings_of,
    hash_of_piece,
    wording_of,
)
from answerable.response.channels.rules.findings import SORT_NAMES, left
from answerable.response.channels.rules.states import (
    GATES,
    PIECE_MOVES,
    PieceKind,
    PieceMove,
    PieceState,
    PlanState,
)
from answerable.response.channels.rules.wording import MISSING_WORDS, missing


def hand_in(piece: int, *, by: Actor, at: datetime) -> int:
    """Hand a piece in: complete, looked through by the machine, every find put right or explained. Gives the review."""
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        PIECE_MOVES.after(PieceState(row.state), PieceMove.HAND_IN)
        if by.person is None:
            raise NotAllowed(_("A text is handed in by a person."), _("Sign in as one."))
        _complete(row)
        _clean(row, at=at)
        authors = tuple(dict.fromkeys([*row.editors, by.person]))
        opened = review.open_review(
            review.Request(
                gate=GATES[PieceKind(row.kind)],
                subject=subject_of_piece(row.pk),
                title=row.title,
                link=link_to_piece(row.pk),
                content_hash=hash_of_piece(row),
                unit=row.unit_id,
                author=by.person,
                text=wording_of(row),
                authors=authors,
            ),
            by=by,
            at=at,
        )
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk),
            PieceState.DRAFT,
            PieceMove.HAND_IN,
            review=opened,
            editors=list(authors),
            passed_hash="",
        )
        record("channels.hand_in", subject_of_piece(row.pk), by=by, at=at, review=opened)
    return opened


def _complete(row: Piece) -> None:
    """Refuse a piece that lacks something; a policy without its interpretation plan is not taken in."""
    lacking = missing(content_of(row), explains=explained_by(row) is not None)
    if lacking:
        raise Anticipated(
            _("The piece is not complete. It lacks %(what)s.")
            % {"what": "; ".join(str(MISSING_WORDS[key]) for key in lacking)},
            _("Add what is missing and hand it in again; nothing was lost."),
        )


def _clean(row: Piece, *, at: datetime) -> None:
    """Refuse a piece with finds that nobody has put right or explained."""
    found = left(findings_of(row, today=day_of(at)), row.explained)
    if found:
        raise Anticipated(
            _("Before a person reads it: %(what)s.")
            % {"what": "; ".join(f"“{one.found}” ({SORT_NAMES[one.sort]})" for one in found[:5])},
            _("Put it right, or say why it stays. Dates, pictures and links can only be put right."),
        )


def take_back(piece: int, *, by: Actor, at: datetime) -> None:
    """Take a piece back to write on in peace: what was passed no longer counts."""
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        found = reviews.review_of(subject_of_piece(row.pk))
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk), PieceState(row.state), PieceMove.TAKE_BACK, passed_hash=""
        )
        if found and found.id == row.review_id and found.state in (ReviewState.OPEN, ReviewState.PASSED):
            review.withdraw(found.id, by=by, at=at)
        record("channels.take_back", subject_of_piece(row.pk), by=by, at=at)


def note_passed(piece: int, content_hash: str, *, by: Actor, at: datetime) -> None:
    """Note that exactly this text passed its gate."""
    with transaction.atomic():
        row = Piece.objects.select_for_update().filter(pk=piece, state=PieceState.IN_REVIEW).first()
        if row is None or hash_of_piece(row) != content_hash:
            return
        PIECE_MOVES.make(
            Piece.objects.filter(pk=row.pk), PieceState.IN_REVIEW, PieceMove.CLEAR, passed_hash=content_hash
        )
        if row.kind == PieceKind.POLICY:
            Interpretation.objects.filter(policy=row, state=PlanState.PLANNED).update(
                state=PlanState.COSIGNED
            )
        record("channels.passed", subject_of_piece(row.pk), by=by, at=at, content_hash=content_hash)


def note_sent_back(piece: int, *, by: Actor, at: datetime) -> None:
    """Note that a reader sent the text back: it is written on."""
    with transaction.atomic():
        row = Piece.objects.select_for_update().filter(pk=piece, state=PieceState.IN_REVIEW).first()
        if row is None:
            return
        PIECE_MOVES.make(Piece.objects.filter(pk=row.pk), PieceState.IN_REVIEW, PieceMove.SEND_BACK)
        record("channels.sent_back", subject_of_piece(row.pk), by=by, at=at)
