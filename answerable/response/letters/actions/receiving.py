"""Taking letters in: from the public form, the mailbox, a file, or a note of somebody's telephone call."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.events import publish
from answerable.response.letters import mails
from answerable.response.letters.actions import files, noting, telling, timing
from answerable.response.letters.events import LetterReceived
from answerable.response.letters.models import Contact as ContactRow
from answerable.response.letters.models import Letter, Mark
from answerable.response.letters.queries.body import body
from answerable.response.letters.queries.contacts import sealed
from answerable.response.letters.queries.door import WORK
from answerable.response.letters.rules.attachments import Piece
from answerable.response.letters.rules.matter import MOST_TEXT, Contact, cleaned, shown_text, shown_title
from answerable.response.letters.rules.references import Keys, code_hash
from answerable.response.letters.rules.sameness import print_of
from answerable.response.letters.rules.states import State, StepKind, Way


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as it comes in; `outside_key` tells the same mail or row coming twice."""

    way: Way
    title: str
    text: str
    contact: Contact
    keys: Keys
    received_at: datetime
    language: str = ""
    outside_key: str | None = None
    unit: int | None = None
    pieces: tuple[Piece, ...] = field(default=())
    #: Whether the receipt is confirmed by mail; a list of old calls, or a mail from a machine, is not.
    confirm: bool = True


@dataclass(frozen=True, slots=True)
class Received:
    """A letter that was taken in."""

    id: int
    reference: str


def receive(draft: LetterDraft, *, by: Actor, at: datetime) -> Received | None:
    """Take a letter in; None when the same one is here already."""
    if draft.way == Way.HAND:
        by.need(WORK)
    unit = draft.unit or body()[0]
    if unit is None:
        raise Anticipated(
            _("Letters cannot be taken in before the body's units are set up."), _("Try again tomorrow.")
        )
    with transaction.atomic():
        if draft.outside_key and Letter.objects.filter(outside_key=draft.outside_key).exists():
            return None
        letter = _letter(draft, unit, at)
        kept = replace(draft.contact, title=draft.title, text=draft.text, code=draft.keys.code)
        ContactRow.objects.create(letter=letter, sealed=sealed(kept))
        Mark.objects.bulk_create(Mark(letter=letter, value=value) for value in print_of(draft.text))
        noting.index(letter)
        noting.note(letter, StepKind.RECEIVED, by=by, at=at, way=str(draft.way))
        files.keep_pieces(letter, draft.pieces, own=draft.contact.own_words)
        timing.start(letter, since=letter.received_at, by=by, at=at)
        if draft.confirm:
            _confirm(letter, at=at)
        if draft.way != Way.FILE:
            telling.tell_office(letter, "a letter came in", "收到来信", "received", at=at)
        publish(LetterReceived(letter.pk, letter.unit_id, at))
    return Received(letter.pk, letter.reference)


def _letter(draft: LetterDraft, unit: int, at: datetime) -> Letter:
    own = draft.contact.own_words
    return Letter.objects.create(
        reference=draft.keys.reference,
        way=draft.way,
        outside_key=draft.outside_key,
        language=draft.language,
        title=shown_title(draft.title, draft.text, own),
        text=shown_text(draft.text, own),
        was_cut=len(cleaned(draft.text)) > MOST_TEXT,
        unit_id=unit,
        # A file may name the unit that has the letter already.
        state=State.RECEIVED if unit == body()[0] else State.FORWARDED,
        code_hash=code_hash(draft.keys.code),
        has_mail=bool(draft.contact.email),
        has_other_way=bool(draft.contact.phone or draft.contact.address),
        received_at=min(draft.received_at, at),
        registered_at=at,
    )


def _confirm(letter: Letter, *, at: datetime) -> None:
    """Confirm the receipt. The clocks do not care: this is no answer."""
    due = max((row.due for row in timing.running(letter, at=at)), default=None)
    write = partial(_receipt, letter.reference, due)
    if telling.write_to_asker(letter, write, at=at):
        Letter.objects.filter(pk=letter.pk).update(acknowledged_at=at)


def _receipt(reference: str, due: datetime | None, sender: mails.Sender, language: str) -> mails.Words:
    return mails.received(reference, sender, due, language)
