"""Giving a letter to whoever can answer it. None of this stops a clock."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.response.letters import mails
from answerable.response.letters.actions import noting, telling, timing
from answerable.response.letters.actions.closing import end_letter
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.body import body
from answerable.response.letters.queries.door import CONTACT, letter_to_work
from answerable.response.letters.rules.matter import cleaned, masked, one_line
from answerable.response.letters.rules.states import ASIDE, MOVES, End, Move, State, StepKind


def forward(letter: int, unit: int, note: str, *, by: Actor, at: datetime) -> None:
    """Give a letter to a unit; its clocks run on and the unit's contact is told."""
    with transaction.atomic():
        row = letter_to_work(by, letter)
        name = people.unit_names([unit]).get(unit)
        if name is None or unit == row.unit_id:
            raise Anticipated(_("Choose another unit than the one that has the letter."))
        MOVES.make(Letter.objects.filter(pk=row.pk), State(row.state), Move.FORWARD, unit_id=unit)
        row.refresh_from_db()
        words = name if not note else f"{name}: {masked(cleaned(note))}"
        noting.note(row, StepKind.FORWARDED, words, by=by, at=at, unit=unit)
        timing.hand_on(row, by=by, at=at)
        telling.tell_unit(row, "a letter for your unit", "来信转至贵单位办理", f"forwarded:{at:%s}", at=at)


def bring_back(letter: int, note: str, *, by: Actor, at: datetime) -> None:
    """Give a letter back to the office, saying why."""
    with transaction.atomic():
        row = letter_to_work(by, letter)
        if not note.strip():
            raise Anticipated(_("Say why the letter comes back: the office has to find somebody else."))
        unit = body()[0]
        MOVES.make(Letter.objects.filter(pk=row.pk), State(row.state), Move.BRING_BACK, unit_id=unit)
        row.refresh_from_db()
        noting.note(row, StepKind.BROUGHT_BACK, masked(cleaned(note)), by=by, at=at)
        timing.hand_on(row, by=by, at=at)
        telling.tell_office(row, "a letter came back", "来信退回", f"back:{at:%s}", at=at)


def hand_over(letter: int, to: str, *, by: Actor, at: datetime) -> None:
    """Close a letter that belongs to another body, and tell the asker to which."""
    by.need(CONTACT)
    with transaction.atomic():
        row = letter_to_work(by, letter)
        named = one_line(to)[:200]
        if not named:
            raise Anticipated(_("Name the body that is in charge: the asker is told."))
        noting.note(row, StepKind.HANDED_OVER, named, by=by, at=at)
        write = partial(_belongs_elsewhere, row.reference, named)
        telling.write_to_asker(row, write, at=at)
        end_letter(row, Move.HAND_OVER, End.NOT_OURS, by=by, at=at)


def _belongs_elsewhere(reference: str, to: str, sender: mails.Sender, language: str) -> mails.Words:
    return mails.handed_over(reference, to, sender, language)


def set_aside(letter: int, end: End, *, by: Actor, at: datetime) -> None:
    """Close what is no letter: a machine's reply, an empty one, a repeat by the same asker, one taken back."""
    by.need(CONTACT)
    with transaction.atomic():
        row = letter_to_work(by, letter)
        if end not in ASIDE:
            raise Anticipated(
                _("A letter is not set aside for this reason."), _("Answer it, or hand it over.")
            )
        noting.note(row, StepKind.SET_ASIDE, by=by, at=at, end=end.value)
        end_letter(row, Move.SET_ASIDE, end, by=by, at=at)


def tie_to_case(letters: tuple[int, ...], case: int, *, by: Actor, at: datetime) -> int:
    """Let letters belong to a case; gives how many were tied anew."""
    with transaction.atomic():
        tied = 0
        for letter in letters:
            row = letter_to_work(by, letter)
            if row.case == case:
                continue
            Letter.objects.filter(pk=row.pk).update(case=case)
            noting.note(row, StepKind.TIED, by=by, at=at, case=case)
            tied += 1
    return tied


def mark_same(letter: int, other: int | None, *, by: Actor, at: datetime) -> None:
    """Note that a letter says the same as another one, or that it does not after all; neither is closed by it."""
    with transaction.atomic():
        row = letter_to_work(by, letter)
        first = letter_to_work(by, other) if other is not None else None
        if first is not None and first.same_as_id is not None:
            first = letter_to_work(by, first.same_as_id)
        if first is not None and first.pk == row.pk:
            raise Anticipated(_("A letter is not the same as itself."))
        Letter.objects.filter(pk=row.pk).update(same_as=first)
        noting.record_only("letters.mark_same", row, by=by, at=at, other=first.pk if first else None)
