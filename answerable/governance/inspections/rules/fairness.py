"""Who may do what to a finding: nobody decides on what they found, nobody rechecks what they found or put right."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Parties:
    """Who had a hand in a finding, by their person ids, and to which unit it belongs."""

    found: frozenset[int]
    corrected: frozenset[int] = frozenset()
    unit: int | None = None


def may_decide(person: int | None, homes: Collection[int], parties: Parties) -> bool:
    """Say whether somebody may confirm or dismiss: neither its finder nor of the unit it is about."""
    return person is not None and person not in parties.found and parties.unit not in homes


def may_recheck(person: int | None, homes: Collection[int], parties: Parties) -> bool:
    """Say whether somebody may look again: another inspector, of another unit, who did not put it right."""
    return may_decide(person, homes, parties) and person not in parties.corrected


def silence_is_over(reply_until: datetime | None, *, at: datetime) -> bool:
    """Say whether the time to reply has passed: only then is a finding confirmed without the unit's words."""
    return reply_until is not None and at > reply_until


def next_quarter(day: date) -> date:
    """Give the first day of the quarter after a day: from then on a correction is looked at again."""
    month = (day.month - 1) // 3 * 3 + 4
    return date(day.year + month // 13, (month - 1) % 12 + 1, 1)
