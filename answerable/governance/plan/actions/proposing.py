"""Wishes for change: kept as they come, taken up into a draft or declined with a reason."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.plan.actions.drafting import draft_row, store
from answerable.governance.plan.models import Proposal
from answerable.governance.plan.queries.versions import KEEP, READ
from answerable.governance.plan.rules.editing import set_field
from answerable.governance.plan.rules.states import WISH_MOVES, Wish, WishMove
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record


def note_proposal(
    text: str,
    *,
    case: int | None = None,
    clause: str = "",
    wording: str = "",
    by: Actor,
    at: datetime,
) -> int:
    """Keep a wish for change, with the clause it means and the new words where there are any."""
    by.need(READ)
    if not text.strip():
        raise Anticipated(_("Say what should change."), _("One sentence is enough."))
    with transaction.atomic():
        row = Proposal.objects.create(
            text=text.strip(),
            case=case,
            clause=clause,
            wording=wording.strip(),
            proposed_by=by.name,
            proposed_at=at,
        )
        record("plan.note_proposal", f"proposal:{row.pk}", by=by, at=at, case=case, clause=clause)
    return row.pk


def take_up(proposal: int, version: int, *, seen: str, by: Actor, at: datetime) -> None:
    """Take a wish up: its words go into the draft, where it brings any; the rest is written by hand."""
    by.need(KEEP)
    with transaction.atomic():
        row = _there(proposal)
        if row.wording and row.clause:
            draft = draft_row(version, seen)
            store(draft, set_field(draft.text, ("clauses", row.clause, "text"), row.wording), by=by, at=at)
        _decide(row, WishMove.TAKE_UP, answer="", by=by, at=at)
        record("plan.take_up", f"proposal:{row.pk}", by=by, at=at, version=version)


def decline(proposal: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Decline a wish, with a reason that stays beside it."""
    by.need(KEEP)
    if not reason.strip():
        raise Anticipated(_("Say why it is declined."), _("Whoever proposed it will read your reason."))
    with transaction.atomic():
        row = _there(proposal)
        _decide(row, WishMove.DECLINE, answer=reason.strip(), by=by, at=at)
        record("plan.decline", f"proposal:{row.pk}", by=by, at=at, reason=reason.strip())


def _decide(row: Proposal, move: WishMove, *, answer: str, by: Actor, at: datetime) -> None:
    rows = Proposal.objects.filter(pk=row.pk)
    WISH_MOVES.make(rows, Wish(row.state), move, answer=answer, decided_by_id=by.account, decided_at=at)


def _there(proposal: int) -> Proposal:
    row = Proposal.objects.filter(pk=proposal).first()
    if row is None:
        raise NotFound(_("There is no such proposal."), _("Look at the list of proposals."))
    return row
