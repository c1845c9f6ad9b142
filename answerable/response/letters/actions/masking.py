"""Masking what no rule can know: a person marks the words, and they are gone from everything that others read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.response.letters.actions import noting
from answerable.response.letters.models import Contact, Letter
from answerable.response.letters.queries.contacts import opened, sealed
from answerable.response.letters.queries.door import letter_to_work
from answerable.response.letters.rules.matter import SHORTEST_NAME, cleaned, masked

MOST_WORDS = 50


def mask_more(letter: int, words: str, *, by: Actor, at: datetime) -> int:
    """Mask words that a person marked, one a line, in all of a letter; gives how many words."""
    with transaction.atomic():
        row = letter_to_work(by, letter)
        marked = [line.strip() for line in cleaned(words).split("\n") if len(line.strip()) >= SHORTEST_NAME]
        kept = Contact.objects.filter(letter=row).first()
        if not marked or len(marked) > MOST_WORDS:
            raise Anticipated(
                _("Write the words that point at a person, one a line, at most fifty, of two signs or more.")
            )
        if kept is not None:
            contact = opened(kept)
            kept.sealed = sealed(replace(contact, also="\n".join([*contact.also.split("\n"), *marked])))
            kept.save(update_fields=["sealed"])
        mask_in(row, marked)
        noting.record_only("letters.mask_more", row, by=by, at=at, words=len(marked))
    return len(marked)


def mask_in(letter: Letter, words: Iterable[str]) -> None:
    """Mask words in the title, the text, the history and the search of a letter. Joins the caller's transaction."""
    own = tuple(words)
    letter.title, letter.text = masked(letter.title, own), masked(letter.text, own)
    letter.save(update_fields=["title", "text"])
    for step in letter.steps.exclude(text=""):
        step.text = masked(step.text, own)
        step.save(update_fields=["text"])
    noting.index(letter)
