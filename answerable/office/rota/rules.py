"""Turns on plain values: which is running, where nobody is on duty, and a series of equal turns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

#: A turn longer than this is a slip of the pen: the longest in use are weeks of standby.
LONGEST = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Stint:
    """A span of time; its end no longer belongs to it."""

    begins: datetime
    ends: datetime

    def holds(self, at: datetime) -> bool:
        """Say whether a moment lies in it."""
        return self.begins <= at < self.ends

    def overlaps(self, other: "Stint") -> bool:
        """Say whether two spans share a moment."""
        return self.begins < other.ends and other.begins < self.ends


def is_sound(stint: Stint) -> bool:
    """Say whether a turn ends after it begins and is not longer than anybody can be on duty."""
    return timedelta(0) < stint.ends - stint.begins <= LONGEST


def gaps(stints: Iterable[Stint], within: Stint) -> tuple[Stint, ...]:
    """List the spans in which nobody is on duty."""
    found, reached = [], within.begins
    for stint in sorted(stints, key=lambda one: one.begins):
        if stint.begins > reached:
            found.append(Stint(reached, min(stint.begins, within.ends)))
        reached = max(reached, stint.ends)
        if reached >= within.ends:
            break
    if reached < within.ends:
        found.append(Stint(reached, within.ends))
    return tuple(gap for gap in found if gap.begins < gap.ends)


def in_turn(first: Stint, people: Sequence[int], times: int) -> tuple[tuple[int, Stint], ...]:
    """Give people equal turns one after the other, so many in all, beginning with the first."""
    length = first.ends - first.begins
    return tuple(
        (people[number % len(people)], Stint(first.begins + length * number, first.ends + length * number))
        for number in range(times)
    )
