"""A paper goes to the one concerned, and it is proven that it came: by their own word, by hand before a witness."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions.notes import (
    locked,
    moved,
    noted,
    notice_key,
    said,
    start_term,
    tell,
)
from answerable.governance.accountability.models import File, Paper
from answerable.governance.accountability.queries.door import need_concerned, need_keeping
from answerable.governance.accountability.rules.papers import DELIVERED, Kind, Way
from answerable.governance.accountability.rules.states import Move
from answerable.governance.accountability.rules.terms import Stage
from answerable.governance.accountability.telling import paper_waits
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound

#: Which time begins to run on the day a paper has provably arrived.
BEGINS = {Kind.NOTICE: Stage.STATEMENT, Kind.DECISION: Stage.ASK_REVIEW, Kind.REVIEW: Stage.ASK_APPEAL}


def send(row: File, paper: Paper, *, at: datetime) -> None:
    """Put a paper before the one concerned and tell them that it is there. Joins the caller's transaction."""
    Paper.objects.filter(pk=paper.pk).update(sent_at=at)
    tell(paper_waits, [row.person_id], key=notice_key(paper), file=row.pk, at=at)


def receive(paper: int, *, by: Actor, at: datetime) -> None:
    """Confirm, as the one concerned, that a paper has come. It agrees to nothing; it starts the time to answer."""
    with transaction.atomic():
        found, row = _waiting(paper)
        need_concerned(by, row)
        _arrived(row, found, Way.OWN_WORD, by=by, at=at)


def deliver_by_hand(paper: int, witness: str, remark: str, *, by: Actor, at: datetime) -> None:
    """Write down that a paper was handed over or read out, before whom: for whoever does not open it."""
    with transaction.atomic():
        found, row = _waiting(paper)
        need_keeping(by, row)
        Paper.objects.filter(pk=found.pk).update(witness=said(witness)[:200], remark=said(remark))
        _arrived(row, found, Way.BY_HAND, by=by, at=at)


def answered(row: File, kind: Kind, *, by: Actor, at: datetime) -> None:
    """Take an answer for the proof that the paper before it has come. Joins the caller's transaction."""
    for found in Paper.objects.filter(file=row, kind=kind, received_at=None).exclude(sent_at=None):
        _arrived(row, found, Way.ANSWERED, by=by, at=at)


def _waiting(paper: int) -> tuple[Paper, File]:
    found = Paper.objects.filter(pk=paper, received_at=None, kind__in=DELIVERED).exclude(sent_at=None).first()
    if found is None:
        raise NotFound(_("There is no paper that waits to be received."), _("Load the page again."))
    return found, locked(found.file_id)


def _arrived(row: File, paper: Paper, way: Way, *, by: Actor, at: datetime) -> None:
    Paper.objects.filter(pk=paper.pk).update(received_at=at, way=way)
    noted(row, "receive", by=by, at=at, paper=paper.number, sha256=paper.sha256, way=way)
    stage = BEGINS.get(Kind(paper.kind))
    if stage is not None:
        start_term(row, stage, row.person_id, by=by, at=at)


def need_received(row: File, kind: Kind) -> Paper:
    """Give the paper of a kind that has provably arrived, or refuse to go on without."""
    found = Paper.objects.filter(file=row, kind=kind).exclude(received_at=None).order_by("-number").first()
    if found is None:
        raise Anticipated(
            _("It is not proven that the paper has come to the person concerned."),
            _("Wait for their word, or hand it over before a witness and write that down."),
        )
    return found


def serve(file: int, *, by: Actor, at: datetime) -> None:
    """Serve the decision: with it goes what can be done against it and until when."""
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        moved(row, Move.SERVE, at=at)
        paper = Paper.objects.filter(file=row, kind=Kind.DECISION).latest("number")
        send(row, paper, at=at)
        noted(row, "serve", by=by, at=at, paper=paper.number, sha256=paper.sha256)
