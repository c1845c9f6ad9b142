"""The body's own list of words that must not go out unnoticed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.response.answers.models import GuardedWord
from answerable.response.answers.queries.door import PUBLISH


def guard_word(word: str, why: str, *, by: Actor, at: datetime) -> int:
    """Add a word to the list; every text that holds it has to say why."""
    by.need(PUBLISH)
    word = " ".join(word.split())[:60]
    if len(word) < 2:
        raise Anticipated(_("A guarded word has at least two signs."), _("Write it out."))
    with transaction.atomic():
        row, is_new = GuardedWord.objects.get_or_create(
            word=word, defaults={"why": why.strip()[:200], "added_by": by.name, "added_at": at}
        )
        if is_new:
            record("answers.guard_word", f"guarded_word:{row.pk}", by=by, at=at, why=why.strip())
    return row.pk


def release_word(word: int, *, by: Actor, at: datetime) -> None:
    """Take a word off the list."""
    by.need(PUBLISH)
    with transaction.atomic():
        gone = GuardedWord.objects.filter(pk=word).delete()[0]
        if not gone:
            raise NotFound(_("This word is no longer on the list."), _("Load the page again."))
        record("answers.release_word", f"guarded_word:{word}", by=by, at=at)
