"""Asking what a switch would have done, before it is set."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.listening.signals.events import TrialAsked
from answerable.listening.signals.models import Trial
from answerable.listening.signals.queries.door import KEEP

#: An answer is good for so long; then the history has grown.
GOOD_FOR = timedelta(hours=6)
#: Trials are kept for a day: a page that asks again is answered at once.
KEPT = timedelta(days=1)


def trial_key(words: str, languages: Sequence[str], at_least: int) -> str:
    """Name a trial by what it tries."""
    text = json.dumps([words.split(), sorted(languages), at_least], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def ask_trial(words: str, languages: Sequence[str], at_least: int, *, by: Actor, at: datetime) -> str:
    """Have words tried on the body's history unless a fresh answer is there; gives the key of the trial.

    No trail entry: nothing is decided by looking.
    """
    by.need(KEEP)
    key = trial_key(words, languages, at_least)
    with transaction.atomic():
        Trial.objects.filter(asked_at__lt=at - KEPT).delete()
        row, is_new = Trial.objects.get_or_create(
            key=key,
            defaults={
                "words": words[:400],
                "languages": list(languages),
                "at_least": at_least,
                "asked_at": at,
            },
        )
        if is_new or at - row.asked_at > GOOD_FOR:
            Trial.objects.filter(pk=row.pk).update(asked_at=at, answered_at=None)
            events.publish(TrialAsked(row.pk))
    return key
