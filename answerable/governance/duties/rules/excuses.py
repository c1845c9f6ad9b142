"""What speaks for the unit when a duty was missed: looked up first, shown first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from answerable.office.people.rules import Span


class Key(StrEnum):
    """What is looked up, in this order."""

    POST_EMPTY = "post_empty"
    NO_BACKUP = "absence_without_backup"
    UNDELIVERED = "notice_undelivered"
    CALENDAR = "calendar_changed"
    OUTAGE = "system_outage"
    HELD = "superior_hold"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the time in which the duty was owed. Days and spans are local."""

    first: date
    last: date
    held: tuple[tuple[int, Span], ...] = ()
    away: tuple[tuple[int, Span], ...] = ()
    notices: int = 0
    delivered: int = 0
    moved_from: datetime | None = None
    moved_to: datetime | None = None
    outages: tuple[tuple[datetime, datetime], ...] = ()
    held_by_reviewer: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Excuse:
    """One thing that was looked up: whether it was so, and by how much."""

    key: Key
    found: bool
    facts: dict[str, object] = field(default_factory=dict)


#: Shorter gaps between two rounds are work, not an outage.
SHORTEST_OUTAGE = timedelta(hours=1)
#: A draft that lay with its reviewer longer than this has cost its owner time.
LONGEST_LOOK = timedelta(days=1)


def look_up(facts: Facts) -> tuple[Excuse, ...]:
    """Go through everything that would excuse a missed duty."""
    days = [facts.first + timedelta(days=n) for n in range(max(0, (facts.last - facts.first).days) + 1)]
    empty = [day for day in days if not _holders(facts.held, day)]
    alone = [
        day for day in days if (holders := _holders(facts.held, day)) and holders <= _holders(facts.away, day)
    ]
    lost = sum((end - begin for begin, end in facts.outages), timedelta(0))
    moved = facts.moved_from is not None and facts.moved_from != facts.moved_to
    return (
        Excuse(Key.POST_EMPTY, bool(empty), {"days": len(empty), "of": len(days)}),
        Excuse(Key.NO_BACKUP, bool(alone), {"days": len(alone), "of": len(days)}),
        Excuse(
            Key.UNDELIVERED,
            facts.notices > 0 and facts.delivered == 0,
            {"notices": facts.notices, "delivered": facts.delivered},
        ),
        Excuse(Key.CALENDAR, moved, {"from": _text(facts.moved_from), "to": _text(facts.moved_to)}),
        Excuse(Key.OUTAGE, bool(facts.outages), {"hours": round(lost.total_seconds() / 3600, 1)}),
        Excuse(
            Key.HELD,
            facts.held_by_reviewer > LONGEST_LOOK,
            {"days": round(facts.held_by_reviewer.total_seconds() / 86400, 1)},
        ),
    )


def is_outage(last_round: datetime | None, *, at: datetime) -> bool:
    """Say whether the rounds of the house stood still before this one."""
    return last_round is not None and at - last_round > SHORTEST_OUTAGE


def found_first(excuses: Iterable[Excuse]) -> Sequence[Excuse]:
    """Put what was found before what was not."""
    return sorted(excuses, key=lambda excuse: not excuse.found)


def _holders(spans: Iterable[tuple[int, Span]], day: date) -> set[int]:
    return {person for person, span in spans if span.holds(day)}


def _text(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
