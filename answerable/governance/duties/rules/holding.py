"""Who has a run now: it follows the post, and both names stay on record."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from answerable.office.people.rules import Answering, HoldingKind


class Why(StrEnum):
    """Why a run went to somebody else."""

    HOLDING = "holding"
    ABSENCE = "absence"
    BACK = "back"
    BACKUP = "backup"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who holds the post today, in whatever way; `away` says that they are absent."""

    person: int
    name: str
    kind: HoldingKind
    order: int
    away: bool


@dataclass(frozen=True, slots=True)
class PostNow:
    """A post today: who answers for it, and everybody who holds it."""

    answering: Answering | None
    members: tuple[Member, ...] = ()

    def name_of(self, person: int | None) -> str:
        """Give the name of one of them."""
        return next((member.name for member in self.members if member.person == person), "")

    def owner(self) -> Member | None:
        """Give who answers."""
        person = self.answering.person if self.answering else None
        return next((member for member in self.members if member.person == person), None)

    def backup_of(self, person: int | None) -> Member | None:
        """Give who steps in for a person: the first of the others who is not away, acting before backup."""
        kinds = (HoldingKind.ACTING, HoldingKind.BACKUP, HoldingKind.MAIN)
        others = [member for member in self.members if member.person != person and not member.away]
        return min(others, key=lambda member: (kinds.index(member.kind), member.order), default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """A run goes to somebody, or to nobody where the post is empty."""

    person: int | None
    why: Why


def next_holder(holder: int | None, owner: int | None, now: PostNow, *, handed: bool) -> Step | None:
    """Say to whom a run goes, or None where it stays.

    What was handed on by hand stays there as long as that person holds the post and is there.
    """
    standing = _member(now.members, holder)
    if handed and standing is not None and not standing.away:
        return None
    to = now.answering.person if now.answering else None
    if to == holder:
        return None
    if to is None:
        # Nobody answers: an absent holder keeps it, one who left does not.
        return None if standing is not None else Step(None, Why.EMPTY)
    if standing is None:
        return Step(to, Why.HOLDING)
    if standing.away:
        return Step(to, Why.ABSENCE)
    return Step(to, Why.BACK if to == owner else Why.HOLDING)


def _member(members: Iterable[Member], person: int | None) -> Member | None:
    return next((member for member in members if member.person == person), None)
