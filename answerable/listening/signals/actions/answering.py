"""Answering trials: what every setting of a switch would have done on the body's own history."""

from datetime import datetime

from django.db import transaction

from answerable.listening.signals.models import Trial
from answerable.listening.signals.rules.counting import HOUR, MEMORY
from answerable.listening.signals.rules.switch import Tried, try_out
from answerable.listening.sources import queries as sources
from answerable.listening.stories import queries as stories

#: As much history as is tried: twice what the early warning remembers.
HISTORY = MEMORY * 2
#: Signals of a trial that are named; the rest is a number.
NAMED = 10


def answer_trial(trial: int, *, at: datetime) -> bool:
    """Try the words of a trial and keep the answer; False when there is no such trial any more."""
    row = Trial.objects.filter(pk=trial).first()
    if row is None:
        return False
    until = at.replace(minute=0, second=0, microsecond=0)
    first = stories.first_hour()
    tried: tuple[Tried, ...] = ()
    if first is not None and first < until:
        since = max(first, until - HISTORY)
        hours = stories.words_hours(row.words, languages=row.languages, since=since, until=until)
        shares = {hour.hour: hour.share for hour in sources.exposure(since, until) if hour.share < 1.0}
        tried = try_out(hours, shares, (since, until), at_least=row.at_least, seed=int(row.key[:12], 16))
    with transaction.atomic():
        Trial.objects.filter(pk=trial).update(
            answered_at=at,
            answer={"settings": [_told(one) for one in tried], "hours": len(tried) and tried[0].days * 24},
        )
    return True


def _told(one: Tried) -> dict[str, object]:
    return {
        "switch": one.switch,
        "days": round(one.days, 2),
        "per_100_days": round(one.per_100_days, 2),
        "realised": round(one.realised, 2),
        "fired": len(one.fired),
        "named": [
            {
                "at": (signal.at - HOUR).isoformat(),
                "hours": signal.hours,
                "seen": signal.seen,
                "expected": round(signal.expected, 2),
            }
            for signal in one.fired[-NAMED:]
        ],
    }
