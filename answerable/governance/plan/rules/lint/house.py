"""The house as lint sees it: units, which posts stand for the plan's, who answers for them, who could read a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from answerable.governance.plan.rules.document import BUREAU, EACH, PlanPost


@dataclass(frozen=True, slots=True)
class Held:
    """A post of the house: who answers first, and who would in their place."""

    first: int | None
    others: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class House:
    """Units by code with their names; `bound` says who holds the post that stands for a plan post in a unit.

    `each` are the units in which a post with `unit: each` is wanted; `readers` are the people who could take a
    reading of a unit's draft.
    """

    top: str
    units: Mapping[str, str]
    each: tuple[str, ...]
    bound: Mapping[tuple[str, str], Held] = field(default_factory=dict)
    readers: Mapping[str, frozenset[int]] = field(default_factory=dict)
    calendars: frozenset[str] = frozenset()

    def units_of(self, post: PlanPost) -> tuple[str, ...]:
        """List the units in which a plan post is wanted."""
        if post.unit == EACH:
            return self.each
        if post.unit in ("", BUREAU):
            return (self.top,) if self.top else ()
        return (post.unit,) if post.unit in self.units else ()
