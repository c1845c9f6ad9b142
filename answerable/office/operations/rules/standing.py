"""How a part of the system stands, and in which sentence that is said."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from answerable.kernel.errors import Sentence

#: The machine notes once a minute that it works; a hole of five notes is a standstill that counts as an outage.
STANDSTILL = timedelta(minutes=5)
#: Pages tell everybody when no worker was heard of for so long; a restart takes less.
TOLD_AFTER = timedelta(minutes=2)
#: A day and a quarter: a daily backup that is late by a restart is not yet news.
BACKUP_LATE = timedelta(hours=30)
DRILL_EVERY = timedelta(days=7)
DRILL_LATE = timedelta(days=9)
#: Work that waited so long waits for a person (an hour is the longest pause between two tries).
QUEUE_LATE = timedelta(hours=2)
#: Below this the disk is told; SQLite needs room for its journal and a backup for a copy.
LEAST_FREE = 0.10


class Tone(StrEnum):
    """How it stands: the names of web's tones."""

    OK = "ok"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the system: how it stands, in one sentence, and what to do about it."""

    key: str
    name: Sentence
    tone: Tone
    sentence: Sentence
    next_step: Sentence = ""


def is_hole(last: datetime | None, *, at: datetime) -> bool:
    """Say whether nothing worked between the last note and now. A clock set back is no hole."""
    return last is not None and at - last >= STANDSTILL


def age_tone(last: datetime | None, late: timedelta, *, at: datetime) -> Tone:
    """Judge a thing that should have happened within a span: never is late, twice the span is late."""
    if last is None or at - last > 2 * late:
        return Tone.LATE
    return Tone.SOON if at - last > late else Tone.OK
