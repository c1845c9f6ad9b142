"""Asking the asker to explain, and what they say; meanwhile the clock stands still where the rule allows it."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.response.letters import mails
from answerable.response.letters.actions import noting, telling, timing
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.body import body
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.queries.door import EXTEND, letter_for, letter_to_work
from answerable.response.letters.rules.matter import MOST_TEXT, cleaned, masked, shown_text
from answerable.response.letters.rules.states import MOVES, OWED, Move, State, StepKind


def ask(letter: int, question: str, *, by: Actor, at: datetime) -> bool:
    """Ask the asker something; gives whether the clock stands still until they answer."""
    words = masked(cleaned(question)[:MOST_TEXT])
    if not words:
        raise Anticipated(_("Write what you need to know."))
    with transaction.atomic():
        row = letter_to_work(by, letter)
        if not row.has_mail and row.way != "form" and not row.has_other_way:
            raise Anticipated(
                _("The asker left no way to reach them."), _("Answer as well as the letter allows.")
            )
        MOVES.make(Letter.objects.filter(pk=row.pk), State(row.state), Move.ASK)
        stands = timing.pause(row, by=by, at=at)
        noting.note(row, StepKind.ASKED, words, by=by, at=at, clock_stands=stands)
        telling.write_to_asker(row, partial(_question, row.reference, words), at=at)
    return stands


def _question(reference: str, question: str, sender: mails.Sender, language: str) -> mails.Words:
    return mails.asked(reference, question, sender, language)


def clarify(letter: Letter, text: str, *, by: Actor, at: datetime) -> None:
    """Take what an asker says to a question, or adds unasked; the clocks run on from here."""
    contact = contact_of(letter)
    words = shown_text(text, contact.own_words if contact else ())
    if not words:
        raise Anticipated(_("Nothing was written."), _("Write your answer and send it again."))
    with transaction.atomic():
        asked = letter.state == State.CLARIFYING
        if letter.state not in OWED:
            raise Anticipated(
                _("This letter has been answered, so nothing can be added."),
                _("Say on the page whether the answer helps; there you can open the letter again."),
            )
        if asked:
            _back_to_work(letter, at=at)
        noting.note(letter, StepKind.CLARIFIED if asked else StepKind.ADDED, words, by=by, at=at)
        noting.index(letter)
        telling.tell_unit(letter, "the asker has explained", "来信人已补充说明", f"clarified:{at:%s}", at=at)


def clarified_by_hand(letter: int, text: str, *, by: Actor, at: datetime) -> None:
    """Write down what an asker explained on the telephone."""
    clarify(letter_to_work(by, letter), text, by=by, at=at)


def go_on(letter: int, *, by: Actor, at: datetime) -> None:
    """Go on without an explanation; the clocks run again."""
    with transaction.atomic():
        row = letter_to_work(by, letter)
        _back_to_work(row, at=at)
        noting.note(row, StepKind.WENT_ON, by=by, at=at)


def _back_to_work(letter: Letter, *, at: datetime) -> None:
    to_office = letter.unit_id == body()[0]
    move = Move.CLARIFY if to_office else Move.CLARIFY_TO_UNIT
    letter.state = MOVES.make(Letter.objects.filter(pk=letter.pk), State(letter.state), move)
    timing.go_on(letter, at=at)


def extend(letter: int, reason: str, *, by: Actor, at: datetime) -> datetime:
    """Take the longer time that the rule allows: by somebody who may, with a reason that the asker is told."""
    by.need(EXTEND)
    words = masked(cleaned(reason)[:2000])
    if not words:
        raise Anticipated(_("Give the reason: the asker is told."))
    with transaction.atomic():
        # Extending is for the head, who reads letters and does not work on them.
        row = _owed_for(by, letter)
        until = timing.extend(row, words, by=by, at=at)
        noting.note(row, StepKind.EXTENDED, words, by=by, at=at, until=until.isoformat())
        telling.write_to_asker(row, partial(_longer, row.reference, words, until), at=at)
    return until


def _owed_for(actor: Actor, letter: int) -> Letter:
    row = letter_for(actor, letter)
    if row.state not in OWED:
        raise Anticipated(_("This letter waits for no answer."))
    return row


def _longer(reference: str, reason: str, until: datetime, sender: mails.Sender, language: str) -> mails.Words:
    return mails.extended(reference, reason, until, sender, language)
