"""What excuses are judged by: each by a person with a reason, and those that no person may reject."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from answerable.governance.duties.rules.excuses import Key

Span = tuple[datetime, datetime]


class Verdict(StrEnum):
    """What a person made of an excuse."""

    OPEN = ""
    HOLDS = "holds"
    HOLDS_NOT = "holds_not"


@dataclass(frozen=True, slots=True)
class Judged:
    """One excuse as far as it has been judged. `fixed`: the machine's own fault, which nobody may reject."""

    key: Key
    found: bool
    verdict: Verdict
    fixed: bool = False


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans that overlap together, so that no hour is given back twice."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(found)


def days_lost(spans: Iterable[Span]) -> int:
    """Count the days that a standstill touched: each is given back whole, however short it was."""
    days: set[date] = set()
    for begin, end in merged(spans):
        day = begin.date()
        while day <= end.date():
            days.add(day)
            day += timedelta(days=1)
    return len(days)


def standstill_decides(
    missed_at: datetime, spans: Iterable[Span], filed_at: datetime | None, found_at: datetime
) -> bool:
    """Say whether the duty was missed only because the system stood still.

    Every day of standstill is given back. What was filed by then, or counted as missed before then, never counts
    against anybody.
    """
    lost = days_lost(spans)
    if not lost:
        return False
    moved = missed_at + timedelta(days=lost)
    return found_at < moved or (filed_at is not None and filed_at <= moved)


def unjudged(excuses: Iterable[Judged]) -> tuple[Key, ...]:
    """List the excuses that nobody has judged yet: before the last one is, nothing is told to anybody."""
    return tuple(one.key for one in excuses if one.verdict is Verdict.OPEN)


def excused(excuses: Iterable[Judged]) -> bool:
    """Say whether one excuse holds: then the file can only be dropped."""
    return any(one.verdict is Verdict.HOLDS for one in excuses)
