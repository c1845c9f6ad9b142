"""A file ends, and after its time its texts are erased; the hashes in the trail stay."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.accountability.actions.notes import due_of, locked, moved, noted, subject_of
from answerable.governance.accountability.models import Excuse, File, Paper, Seat, Vote
from answerable.governance.accountability.queries.door import need_keeping
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import DELIVERED
from answerable.governance.accountability.rules.states import MOVES, Move, State
from answerable.governance.accountability.rules.terms import KEEP, Stage, forget_at, is_over
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import erase_payloads
from answerable.kernel.trail.queries import entries_of
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as clock_queries

#: The time that has to pass before a file is closed from a state: what can still be asked for then.
STILL = {State.SERVED: Stage.ASK_REVIEW, State.REVIEWED: Stage.ASK_APPEAL}
#: Acts of one file are far fewer.
MOST_ENTRIES = 10_000


def close(file: int, *, by: Actor, at: datetime) -> None:
    """Close a file once nothing can be asked for any more, or nothing is left to ask against."""
    with transaction.atomic():
        row = locked(file)
        need_keeping(by, row)
        start = State(row.state)
        MOVES.after(start, Move.CLOSE)
        _need_received(row)
        stage = STILL.get(start)
        left = Measure(row.measure or 0)
        if stage is not None and left not in (Measure.NONE, Measure.HANDED_OVER):
            due = due_of(row, stage, at=at)
            if not is_over(due, at=at):
                raise Anticipated(
                    _("The person concerned can still ask that it be looked at again."),
                    _("Close the file when that time is over."),
                )
        forget = forget_at(at, clock_queries.parameter(KEEP.parameter, None))
        moved(row, Move.CLOSE, at=at, closed_at=at, forget_at=forget)
        clocks.close(subject_of(row.pk), by=by, at=at)
        noted(row, "close", by=by, at=at, measure=left.name)


def _need_received(row: File) -> None:
    waiting = Paper.objects.filter(file=row, kind__in=DELIVERED, received_at=None).exclude(sent_at=None)
    if waiting.exists():
        raise Anticipated(
            _("It is not proven that the paper has come to the person concerned."),
            _("Wait for their word, or hand it over before a witness and write that down."),
        )


def forget_old(*, by: Actor, at: datetime) -> int:
    """Erase the texts and names of files whose time is over; what stays is that there was one. Gives how many."""
    if by.kind != "machine":
        raise NotAllowed(_("Files are erased when their time is over, not by hand."), _("Wait for that day."))
    due = File.objects.filter(state=State.CLOSED, erased_at=None, forget_at__lte=at)
    ids = list(due.order_by("pk").values_list("pk", flat=True)[:500])
    return sum(_forget(file, by=by, at=at) for file in ids)


def _forget(file: int, *, by: Actor, at: datetime) -> int:
    with transaction.atomic():
        row = File.objects.select_for_update().filter(pk=file, erased_at=None).first()
        if row is None:
            return 0
        Vote.objects.filter(seat__file=row).delete()
        Seat.objects.filter(file=row).delete()
        Excuse.objects.filter(file=row).delete()
        Paper.objects.filter(file=row).delete()
        entries = [entry.id for entry in entries_of(subject_of(file), limit=MOST_ENTRIES)]
        noted(row, "erase", by=by, at=at)
        erase_payloads(entries, "the time of a closed file is over", by=by, at=at)
        File.objects.filter(pk=row.pk).update(
            person=None, person_name="", reason="", drop_reason="", handed_to="", erased_at=at
        )
    return 1
