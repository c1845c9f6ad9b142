"""What a stored piece says, as the plain values that the rules work on."""

from datetime import date

from answerable.kernel.actor import MACHINE
from answerable.response.answers.queries.pages import guarded_words
from answerable.response.channels.models import Interpretation, ListedName, Piece
from answerable.response.channels.rules.findings import Finding, Listed, Lists, findings
from answerable.response.channels.rules.states import PieceKind
from answerable.response.channels.rules.wording import Content, Planned, canonical, content_hash, links_of


def content_of(piece: Piece) -> Content:
    """Read what a piece says now."""
    return Content(
        kind=PieceKind(piece.kind),
        language=piece.language,
        title=piece.title,
        summary=piece.summary,
        body=piece.body,
        basis=piece.basis,
        channels=tuple(f"{row.name} ({row.platform})" for row in piece.channels.all()),
        disclosure=piece.disclosure,
        disclosure_reason=piece.disclosure_reason,
        review_on=piece.review_on,
        expires_on=piece.expires_on,
        corrects=piece.corrects.title if piece.corrects else "",
        reason=piece.reason if piece.corrects_id else "",
        interpretation=_planned(piece),
    )


def _planned(piece: Piece) -> Planned | None:
    row = plan_of(piece)
    if row is None:
        return None
    return Planned(
        form=row.form,
        unit=row.unit.name,
        points=row.points,
        due_on=row.due_on,
        material=row.material.title if row.material else "",
    )


def plan_of(piece: Piece) -> Interpretation | None:
    """Give the interpretation plan of a policy; a piece that was loaded for its page has it already."""
    if Piece.interpretation.is_cached(piece):
        return getattr(piece, "interpretation", None)
    return Interpretation.objects.filter(policy=piece.pk).select_related("unit", "material").first()


def explained_by(piece: Piece) -> Interpretation | None:
    """Give the plan that names this piece as its material."""
    if Piece.explains_policy.is_cached(piece):
        return getattr(piece, "explains_policy", None)
    return Interpretation.objects.filter(material=piece.pk).select_related("policy").first()


def wording_of(piece: Piece) -> str:
    """Give the canonical wording of a piece."""
    return canonical(content_of(piece))


def hash_of_piece(piece: Piece) -> str:
    """Give the hash of what a piece says now."""
    return content_hash(content_of(piece))


def lists_for(piece: Piece | None) -> Lists:
    """Gather what the checks lean on: guarded words, listed names, and what is known of the piece's addresses."""
    has_links = piece is not None and links_of(f"{piece.summary}\n{piece.body}\n{piece.basis}")
    looked = piece.links.exclude(looked_at=None) if piece is not None and has_links else ()
    return Lists(
        guarded=tuple(row.word for row in guarded_words(MACHINE)),
        names=tuple(
            Listed(row.name, row.title, tuple(row.wrong)) for row in ListedName.objects.order_by("name")
        ),
        links={row.address: (bool(row.alive), row.fault) for row in looked},
    )


def findings_of(piece: Piece, *, today: date) -> tuple[Finding, ...]:
    """Give what the machine finds in the saved text of a piece: title, summary, text and basis."""
    body = "\n\n".join(part for part in (piece.summary, piece.body, piece.basis) if part.strip())
    return findings(piece.title, body, lists_for(piece), today=today)
