"""Handing in, approving by a second person, sending back, recalling."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.queries.standing import packs_at_hand, reading_of
from answerable.governance.plan.queries.versions import APPROVE, KEEP, problems_of
from answerable.governance.plan.rules.lint import errors_of
from answerable.governance.plan.rules.packs import as_record
from answerable.governance.plan.rules.states import MOVES, Move, State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.trail.actions import record


def locked(version: int) -> PlanVersion:
    """Give a version's row, locked for the rest of the transaction."""
    row = PlanVersion.objects.select_for_update().filter(pk=version).first()
    if row is None:
        raise NotFound(_("There is no such version of the plan."), _("Look at the list of versions."))
    return row


def moved(row: PlanVersion, move: Move, **changes: object) -> None:
    """Move a version as the table allows."""
    MOVES.make(PlanVersion.objects.filter(pk=row.pk), State(row.state), move, **changes)


def propose(version: int, *, seen: str, by: Actor, at: datetime) -> None:
    """Hand a draft in to be approved; as long as lint finds an error it stays a draft."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked(version)
        _as_seen(row, seen)
        errors = errors_of(problems_of(row, at=at))
        if errors:
            raise Anticipated(
                ngettext(
                    "The plan has %(count)s error; it stays a draft.",
                    "The plan has %(count)s errors; it stays a draft.",
                    len(errors),
                )
                % {"count": len(errors)},
                _("Look at the findings and put them right."),
            )
        moved(row, Move.HAND_IN, changed_at=at, comment="")
        record("plan.propose", f"plan:{row.pk}", by=by, at=at, sha256=row.sha256, version=row.number)


def approve(version: int, *, seen: str, by: Actor, at: datetime) -> None:
    """Approve exactly the text that was read, as somebody who did not write it."""
    by.need(APPROVE)
    with transaction.atomic():
        row = locked(version)
        _as_seen(row, seen)
        if by.account is None or by.account in row.writers:
            raise NotAllowed(
                _("You have written at this version, so you cannot approve it."),
                _("Ask a second person who may approve plans."),
            )
        document = reading_of(row).document
        packs = document.packs if document is not None else ()
        at_hand = packs_at_hand()
        moved(
            row,
            Move.APPROVE,
            approver_id=by.account,
            approved_sha256=row.sha256,
            approved_at=at,
            figures={key: as_record(at_hand[key]) for key in packs if key in at_hand},
            changed_at=at,
        )
        record("plan.approve", f"plan:{row.pk}", by=by, at=at, sha256=row.sha256, version=row.number)


def send_back(version: int, comment: str, *, by: Actor, at: datetime) -> None:
    """Send a version that was handed in back to its writers, with a word why."""
    by.need(APPROVE)
    if not comment.strip():
        raise Anticipated(_("Say why it goes back."), _("Write a word to its writers."))
    with transaction.atomic():
        row = locked(version)
        moved(row, Move.SEND_BACK, comment=comment.strip(), changed_at=at)
        record("plan.send_back", f"plan:{row.pk}", by=by, at=at, comment=comment.strip())


def recall(version: int, *, by: Actor, at: datetime) -> None:
    """Make a draft again of a version that was approved and is not in force yet; the approval is void."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked(version)
        moved(
            row,
            Move.RECALL,
            approver=None,
            approved_sha256="",
            approved_at=None,
            figures=None,
            changed_at=at,
        )
        record("plan.recall", f"plan:{row.pk}", by=by, at=at, sha256=row.sha256)


def _as_seen(row: PlanVersion, seen: str) -> None:
    if row.sha256 != seen:
        raise Moved(
            _("The text was changed after you opened it."),
            _("Load the page again and read what it says now."),
        )
