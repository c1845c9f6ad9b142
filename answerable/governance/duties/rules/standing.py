"""How a run stands, in a word and a tone: late, missed and done late are three things."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from answerable.governance.duties.rules.states import OWED, RUNNING, State

#: From when on a run that is open shows amber: a working week before it is due.
SOON = timedelta(days=7)


class Tone(StrEnum):
    """The four states that the house shows, never by colour alone."""

    OK = "ok"
    SOON = "soon"
    LATE = "late"
    IDLE = "idle"


class Word(StrEnum):
    """The word that stands beside the colour."""

    PLANNED = "planned"
    OPEN = "open"
    DUE_SOON = "due_soon"
    RETURNED = "returned"
    FILED = "filed"
    FILED_LATE = "filed_late"
    DONE = "done"
    DONE_LATE = "done_late"
    LATE = "late"
    MISSED = "missed"
    WAIVED = "waived"
    CANCELLED = "cancelled"


TONES: dict[Word, Tone] = {
    Word.PLANNED: Tone.IDLE,
    Word.OPEN: Tone.OK,
    Word.DUE_SOON: Tone.SOON,
    Word.RETURNED: Tone.SOON,
    Word.FILED: Tone.OK,
    Word.FILED_LATE: Tone.SOON,
    Word.DONE: Tone.OK,
    Word.DONE_LATE: Tone.SOON,
    Word.LATE: Tone.LATE,
    Word.MISSED: Tone.LATE,
    Word.WAIVED: Tone.IDLE,
    Word.CANCELLED: Tone.IDLE,
}
#: Worst first: what a cell of the matrix shows when it stands for several runs.
ORDER = (
    Word.MISSED,
    Word.LATE,
    Word.RETURNED,
    Word.DUE_SOON,
    Word.FILED_LATE,
    Word.DONE_LATE,
    Word.OPEN,
    Word.FILED,
    Word.DONE,
    Word.PLANNED,
    Word.WAIVED,
    Word.CANCELLED,
)
_PLAIN = {
    State.PLANNED: Word.PLANNED,
    State.RETURNED: Word.RETURNED,
    State.LATE: Word.LATE,
    State.MISSED: Word.MISSED,
    State.WAIVED: Word.WAIVED,
    State.CANCELLED: Word.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A word with its tone."""

    word: Word

    @property
    def tone(self) -> Tone:
        """Give the tone that goes with the word."""
        return TONES[self.word]


def standing(state: State, on_time: bool | None, due: datetime, *, at: datetime) -> Standing:
    """Say how a run stands at a moment. A due date that has passed shows at once, before any job has noted it."""
    if state in RUNNING and due <= at:
        return Standing(Word.LATE)
    if state in _PLAIN:
        return Standing(_PLAIN[state])
    if state is State.SUBMITTED:
        return Standing(Word.FILED if on_time else Word.FILED_LATE)
    if state is State.ACCEPTED:
        return Standing(Word.DONE if on_time else Word.DONE_LATE)
    return Standing(Word.DUE_SOON if due - at <= SOON else Word.OPEN)


def is_on_time(filed_at: datetime, due: datetime) -> bool:
    """Say whether a filing came in time: the last second of the due date is in time."""
    return filed_at <= due


def due_after_return(due: datetime, put_right_by: datetime) -> datetime:
    """Give the due date of a filing that came back: never less time than it had."""
    return max(due, put_right_by)


def is_owed(state: State) -> bool:
    """Say whether somebody still has to do something."""
    return state in OWED
