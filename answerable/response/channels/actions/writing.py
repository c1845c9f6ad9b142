"""Writing: a new piece, its changes, why a find stays, how a policy will be explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.response.channels.events import LinksAsked
from answerable.response.channels.models import Channel, Interpretation, LinkLook, Piece
from answerable.response.channels.queries.door import DRAFT, locked_piece, piece_for
from answerable.response.channels.queries.names import subject_of_piece
from answerable.response.channels.queries.wording import explained_by, hash_of_piece, wording_of
from answerable.response.channels.rules.interpreting import Form
from answerable.response.channels.rules.states import (
    LANGUAGES,
    PIECE_MOVES,
    RUNNING,
    PieceKind,
    PieceMove,
    PieceState,
)
from answerable.response.channels.rules.wording import links_of


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody writes: the words, where they shall go, until when they hold."""

    kind: PieceKind
    title: str
    summary: str = ""
    body: str = ""
    basis: str = ""
    channels: tuple[int, ...] = ()
    disclosure: str = ""
    disclosure_reason: str = ""
    planned_for: date | None = None
    review_on: date | None = None
    expires_on: date | None = None


class EditedMeanwhile(Moved):
    """Somebody else saved the text in between: nothing is overwritten."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody else has saved this text since you opened it."),
            _("Your text is below, beside theirs: put them together and save again."),
        )


def draft(text: Text, *, unit: int, language: str, by: Actor, at: datetime) -> int:
    """Begin a piece."""
    by.need(DRAFT, unit=unit)
    if language not in LANGUAGES:
        raise Anticipated(_("Pieces are written in Chinese or in English."), _("Choose one of them."))
    if by.person is None:
        raise NotAllowed(_("A piece is written by a person."), _("Sign in as one."))
    with transaction.atomic():
        row = Piece(
            language=language,
            unit_id=unit,
            editors=[by.person],
            edited_at=at,
            edited_by_name=by.name,
            created_by_id=by.person,
            created_at=at,
        )
        _fill(row, text)
        row.save()
        row.channels.set(_channels(text))
        _follow_links(row, at=at)
        record("channels.draft", subject_of_piece(row.pk), by=by, at=at, kind=text.kind)
    return row.pk


def _fill(row: Piece, text: Text) -> None:
    row.kind = text.kind
    row.title = text.title.strip()[:200]
    row.summary = text.summary
    row.body = text.body
    row.basis = text.basis.strip()[:300]
    row.disclosure = text.disclosure if text.kind is PieceKind.POLICY else ""
    row.disclosure_reason = text.disclosure_reason.strip()[:300] if row.disclosure else ""
    row.planned_for, row.review_on, row.expires_on = text.planned_for, text.review_on, text.expires_on


def _channels(text: Text) -> list[Channel]:
    """Give the chosen channels that are in use: through others nothing is published."""
    return list(Channel.objects.filter(pk__in=text.channels, state__in=RUNNING))


def _follow_links(row: Piece, *, at: datetime) -> None:
    """Keep one row for each address in the text, and ask for the new ones to be looked at."""
    wanted = set(links_of(f"{row.summary}\n{row.body}\n{row.basis}"))
    row.links.exclude(address__in=wanted).delete()
    there = set(row.links.values_list("address", flat=True))
    new = [LinkLook(piece=row, address=address[:500]) for address in sorted(wanted - there)]
    LinkLook.objects.bulk_create(new)
    if row.links.filter(looked_at=None).exists():
        events.publish(LinksAsked(row.pk, at))


def edit(piece: int, text: Text, *, seen_edit: int, by: Actor, at: datetime) -> int:
    """Save a changed text; approvals of the old one are void, a schedule with them. Gives the number of the edit.

    Raises EditedMeanwhile when somebody else saved since `seen_edit`.
    """
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        PIECE_MOVES.after(PieceState(row.state), PieceMove.EDIT)
        if row.edit != seen_edit:
            raise EditedMeanwhile
        before, planned = hash_of_piece(row), row.planned_for
        _fill(row, text)
        row.channels.set(_channels(text))
        row.save()
        new_hash = hash_of_piece(row)
        if new_hash == before and planned == row.planned_for:
            return row.edit
        row.edit += 1
        row.edited_at, row.edited_by_name = at, by.name
        row.editors = list(dict.fromkeys([*row.editors, *([by.person] if by.person else [])]))
        row.save()
        _follow_links(row, at=at)
        voided = new_hash != before and changed(row, by=by, at=at)
        record("channels.edit", subject_of_piece(row.pk), by=by, at=at, content_hash=new_hash, voided=voided)
        return row.edit


def changed(row: Piece, *, by: Actor, at: datetime) -> bool:
    """Bind the review of a piece to what it says now: what was passed is void. Gives whether there was one."""
    state = PieceState(row.state)
    if state is PieceState.DRAFT:
        return False
    review.content_changed(
        subject_of_piece(row.pk),
        hash_of_piece(row),
        by=by,
        at=at,
        text=wording_of(row),
        title=row.title,
    )
    PIECE_MOVES.make(
        Piece.objects.filter(pk=row.pk),
        state,
        PieceMove.EDIT,
        passed_hash="",
        scheduled_for=None,
        scheduled_by_name="",
    )
    row.refresh_from_db()
    return True


def explain(piece: int, reasons: Mapping[str, str], *, by: Actor, at: datetime) -> None:
    """Say why finds stay in the text; an empty reason takes the explanation back."""
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        PIECE_MOVES.after(PieceState(row.state), PieceMove.EDIT)
        merged = {**row.explained, **{key: reason.strip()[:300] for key, reason in reasons.items()}}
        kept = {key: reason for key, reason in merged.items() if reason}
        Piece.objects.filter(pk=row.pk).update(explained=kept)
        record("channels.explain", subject_of_piece(row.pk), by=by, at=at, finds=sorted(reasons))


@dataclass(frozen=True, slots=True)
class InterpretationPlan:
    """How a policy will be explained: in which form, by which unit, what about, until when, with which piece."""

    form: Form
    unit: int
    points: str
    due_on: date
    material: int | None = None


def plan_interpretation(piece: int, plan: InterpretationPlan, *, by: Actor, at: datetime) -> None:
    """Write down how a policy will be explained; a change of it voids what was passed, like a change of the text."""
    with transaction.atomic():
        row = locked_piece(by, piece, DRAFT)
        PIECE_MOVES.after(PieceState(row.state), PieceMove.EDIT)
        if row.kind != PieceKind.POLICY:
            raise Anticipated(_("Only a policy document has an interpretation plan."), _("Change its kind."))
        if not plan.points.strip():
            raise Anticipated(_("Say what will be explained."), _("The points that readers will ask about."))
        if plan.unit not in {unit.id for unit in people.units_here()}:
            raise Anticipated(_("A unit of the body writes the interpretation."), _("Choose it."))
        before = hash_of_piece(row)
        Interpretation.objects.update_or_create(
            policy=row,
            defaults={
                "form": plan.form,
                "unit_id": plan.unit,
                "points": plan.points.strip(),
                "due_on": plan.due_on,
                "material": _material(row, plan, by),
            },
        )
        voided = hash_of_piece(row) != before and changed(row, by=by, at=at)
        record("channels.plan_interpretation", subject_of_piece(row.pk), by=by, at=at, voided=voided)


def _material(policy: Piece, plan: InterpretationPlan, by: Actor) -> Piece | None:
    if plan.material is None:
        return None
    row = piece_for(by, plan.material)
    if row.kind != PieceKind.INTERPRETATION or row.pk == policy.pk:
        raise Anticipated(
            _("The material is a piece of the kind “interpretation”."), _("Write one, then name it here.")
        )
    other = explained_by(row)
    if other is not None and other.policy_id != policy.pk:
        raise Anticipated(_("This material explains another policy."), _("Write one of its own."))
    return row
