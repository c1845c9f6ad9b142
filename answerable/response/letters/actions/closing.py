"""The end of a letter: its clocks freeze, and the day is set on which its contact is deleted."""

from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import MACHINE, Actor
from answerable.office.clocks import queries as clocks
from answerable.response.letters.actions import noting, timing
from answerable.response.letters.models import Contact, Letter
from answerable.response.letters.queries.door import letter_to_work
from answerable.response.letters.rules.clockwork import CONTACT_DAYS, REOPEN_DAYS, days
from answerable.response.letters.rules.states import MOVES, End, Move, State, StepKind

#: Letters closed in one go by the job.
AT_ONCE = 500


def end_letter(letter: Letter, move: Move, end: End, *, by: Actor, at: datetime) -> None:
    """Close a letter by a move of the table. Joins the caller's transaction."""
    rows = Letter.objects.filter(pk=letter.pk)
    MOVES.make(rows, State(letter.state), move, closed_at=at, end=end.value)
    timing.close(letter, by=by, at=at)
    kept = days(int(clocks.parameter("letters_contact_days", CONTACT_DAYS)))
    Contact.objects.filter(letter=letter).update(delete_at=at + kept)
    noting.note(letter, StepKind.CLOSED, by=by, at=at, end=end.value)


def close_letter(letter: int, *, by: Actor, at: datetime) -> None:
    """Close an answered letter by hand, before the time for opening it again is over."""
    with transaction.atomic():
        end_letter(letter_to_work(by, letter), Move.CLOSE, End.ANSWERED, by=by, at=at)


def close_due(*, at: datetime) -> int:
    """Close answered letters whose asker can no longer open them again; gives how many."""
    open_for = days(int(clocks.parameter("letters_reopen_days", REOPEN_DAYS)))
    due = Letter.objects.filter(state=State.ANSWERED, answered_at__lte=at - open_for)
    closed = 0
    for letter in due.order_by("pk")[:AT_ONCE]:
        with transaction.atomic():
            end_letter(letter, Move.CLOSE, End.ANSWERED, by=MACHINE, at=at)
        closed += 1
    return closed
