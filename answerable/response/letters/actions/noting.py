"""Keeping what happened with a letter, and its place in the search."""

from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.search.index import TextIndex
from answerable.kernel.trail.actions import record
from answerable.response.letters.models import Letter, Step
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.rules.clockwork import letter_subject
from answerable.response.letters.rules.matter import masked
from answerable.response.letters.rules.states import StepKind

#: Masked texts only.
INDEX = TextIndex("letters_letter_text")
#: An asker has no account: the trail says what they did and not who they are.
ASKER = Actor(kind="nobody", name="asker")


def note(
    letter: Letter, kind: StepKind, text: str = "", *, by: Actor, at: datetime, **payload: object
) -> None:
    """Add a step to the history of a letter, and an entry without any of its words to the trail.

    What staff note is masked by the asker's own words as well; the answer is not, for it is written to the asker.
    """
    if text and kind is not StepKind.ANSWERED:
        contact = contact_of(letter)
        text = masked(text, contact.own_words if contact else ())
    Step.objects.create(letter=letter, kind=kind, at=at, by_name=by.name, text=text)
    record(f"letters.{kind}", letter_subject(letter.pk), by=by, at=at, reference=letter.reference, **payload)


def index(letter: Letter) -> None:
    """Put a letter's masked words into the search, with what was added since."""
    added = letter.steps.filter(kind__in=(StepKind.CLARIFIED, StepKind.ADDED)).values_list("text", flat=True)
    INDEX.put([(letter.pk, "\n".join([letter.reference, letter.title, letter.text, *added]))])


def record_only(act: str, letter: Letter, *, by: Actor, at: datetime, **payload: object) -> None:
    """Add an entry to the trail for what is no part of the letter's history."""
    record(act, letter_subject(letter.pk), by=by, at=at, reference=letter.reference, **payload)


def index_again() -> int:
    """Make the search texts of every letter anew, as after a move to another database; gives how many."""
    number = 0
    for letter in Letter.objects.order_by("pk").iterator(chunk_size=200):
        with transaction.atomic():
            index(letter)
        number += 1
    return number
