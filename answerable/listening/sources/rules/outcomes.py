"""What a poll came to, what that does to its source, and when it is tried again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from answerable.listening.sources.rules.entry import Document, Read
from answerable.listening.sources.rules.states import ILL, Move, State
from answerable.listening.sources.rules.timing import LONGEST, wait_after_failure, wait_after_success


class Outcome(StrEnum):
    """How one poll ended."""

    HEARD = "heard"
    UNCHANGED = "unchanged"
    NOT_MODIFIED = "not_modified"
    SILENT = "silent"
    EMPTY = "empty"
    FAILED = "failed"
    BLOCKED = "blocked"
    REFUSED = "refused"
    MISSED = "missed"
    MOVED = "moved"
    GONE = "gone"


#: Outcomes by which the source was heard, whether or not it said anything new.
GOOD = frozenset({Outcome.HEARD, Outcome.UNCHANGED, Outcome.SILENT})
#: The site does not want us: only a person, or the site, can change that.
BLOCKED_CODES = frozenset({"not_allowed", "robots"})
#: Nobody or nothing answered properly: usually passes.
FAILED_CODES = frozenset(
    {
        "failed",
        "unknown_host",
        "unreachable",
        "certificate",
        "too_slow",
        "bad_answer",
        "too_many_hops",
        "busy",
        "mailbox",
        "folder",
        "not_found",
        "server_busy",
        "server_failed",
        "unexpected_status",
    }
)
#: A single empty answer is an accident; from the third in a row the emptiness is the state of the source.
EMPTY_TOLERATED = 2
#: Kinds that have nothing to give most of the time: nothing in them is not emptiness.
OFTEN_EMPTY = frozenset({"mailbox", "folder", "file", "webhook"})
#: A single failure is shown; from the third in a row the owner is told.
TOLD_FROM = 3

#: States that a 304 leaves or makes active.
_HEARD = (State.ACTIVE, State.SILENT)
_MOVES = {
    Outcome.HEARD: Move.HEAR,
    Outcome.UNCHANGED: Move.HEAR,
    Outcome.SILENT: Move.FALL_SILENT,
    Outcome.FAILED: Move.FAIL,
    Outcome.BLOCKED: Move.MEET_BLOCK,
    Outcome.REFUSED: Move.REFUSE,
    Outcome.MOVED: Move.MOVE_AWAY,
    Outcome.GONE: Move.GO,
}


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one poll brought home: a reading, or the code of what stopped it on the way.

    `asked` is the wait that the server asked for, `moved_to` an address that answers for good in its place
    (same registrable domain), or, with the code "moved_away", one that a person has to look at.
    """

    reading: Document | None = None
    code: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)
    status: int | None = None
    asked: timedelta | None = None
    moved_to: str = ""
    notes: Sequence[str] = ()


def code_of(harvest: Harvest) -> str:
    """Give the code of what was wrong, or nothing."""
    if harvest.code:
        return harvest.code
    reading = harvest.reading
    if reading is not None and reading.outcome == Read.REFUSED and reading.refused:
        return reading.refused[0].code
    return ""


def details_of(harvest: Harvest) -> dict[str, str | int]:
    """Give what fills the sentence of that code."""
    if not harvest.code and harvest.reading is not None and harvest.reading.refused:
        return dict(harvest.reading.refused[0].details)
    return dict(harvest.details)


def outcome_of(
    harvest: Harvest, state: State, *, news: int, quiet_too_long: bool, often_empty: bool
) -> Outcome:
    """Say what a poll came to. `news` counts new and edited items, `state` is the source's before the poll."""
    if harvest.code:
        return Outcome.MOVED if harvest.code == "moved_away" else _of_code(harvest.code)
    read = harvest.reading.outcome if harvest.reading else None
    if read == Read.GONE:
        return Outcome.GONE
    if read == Read.UNCHANGED:
        return Outcome.SILENT if quiet_too_long and state in _HEARD else Outcome.NOT_MODIFIED
    if read == Read.READ:
        return _of_items(harvest, news=news, quiet_too_long=quiet_too_long, often_empty=often_empty)
    return _of_code(code_of(harvest))


def _of_items(harvest: Harvest, *, news: int, quiet_too_long: bool, often_empty: bool) -> Outcome:
    if news:
        return Outcome.HEARD
    entries = harvest.reading.items if harvest.reading else ()
    if not entries and not often_empty:
        return Outcome.EMPTY
    return Outcome.SILENT if quiet_too_long else Outcome.UNCHANGED


def _of_code(code: str) -> Outcome:
    if code == "empty":
        return Outcome.EMPTY
    if code in BLOCKED_CODES:
        return Outcome.BLOCKED
    return Outcome.FAILED if code in FAILED_CODES else Outcome.REFUSED


def move_for(state: State, outcome: Outcome, *, empties: int) -> Move | None:
    """Say which move a poll makes, or None when the state stays.

    A 304 says that nothing changed, so it changes nothing: what was failing, blocked, refused or empty stays so
    until a whole document has been read.
    """
    if outcome == Outcome.NOT_MODIFIED:
        return Move.HEAR if state in _HEARD else None
    if outcome == Outcome.EMPTY:
        return Move.COME_EMPTY if empties > EMPTY_TOLERATED else None
    return _MOVES.get(outcome)


def next_wait(
    outcome: Outcome, *, interval: timedelta, failures: int, asked: timedelta | None, spread: float
) -> timedelta | None:
    """Say how long to wait before the next try; None when only a person can set it going again."""
    if outcome in (Outcome.GONE, Outcome.MOVED):
        return None
    if outcome == Outcome.FAILED:
        return wait_after_failure(interval, failures, asked=asked, spread=spread)
    if outcome in (Outcome.BLOCKED, Outcome.REFUSED):
        # What the site or our own limits forbid will hardly change within the hour.
        wait = min(LONGEST / 4 * 2 ** min(failures - 1, 2), LONGEST)
        return wait_after_success(max(wait, interval), asked=asked, spread=spread)
    return wait_after_success(interval, asked=asked, spread=spread)


def is_told(outcome: Outcome, *, failures: int, changed: bool) -> bool:
    """Say whether the owner hears of an ill source now: of a passing failure at the third in a row, else at once."""
    return failures == TOLD_FROM if outcome == Outcome.FAILED else changed


def was_told(state: State, *, failures: int) -> bool:
    """Say whether the owner had heard that the source was ill, so that its recovery is news."""
    return state in ILL and (state != State.FAILING or failures >= TOLD_FROM)
