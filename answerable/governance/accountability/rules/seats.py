"""Who may sit where: nobody judges a matter of their own, of their people, or what they established themselves."""

from collections.abc import Collection, Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a seat is for."""

    FINDER = "finder"
    PANEL = "panel"
    REVIEWER = "reviewer"
    SUPERIOR = "superior"


class Hindrance(StrEnum):
    """Why somebody may not take a seat."""

    CONCERNED = "concerned"
    SUPERIOR = "superior"
    OPENED = "opened"
    FOUND_FACTS = "found_facts"
    DECIDED = "decided"
    STOOD_ASIDE = "stood_aside"
    SEATED = "seated"


#: Which earlier roles bar from a later one: who established the facts does not decide; who decided does not review.
BARRED: Mapping[Role, Mapping[Role, Hindrance]] = {
    Role.FINDER: {Role.PANEL: Hindrance.DECIDED},
    Role.PANEL: {Role.FINDER: Hindrance.FOUND_FACTS},
    Role.REVIEWER: {Role.FINDER: Hindrance.FOUND_FACTS, Role.PANEL: Hindrance.DECIDED},
}


#: Whoever brought the matter up does not judge it.
JUDGING = (Role.PANEL, Role.REVIEWER)


def hindrance(
    person: int, role: Role, concerned: int | None, opener: int, seats: Collection[tuple[int, Role, bool]]
) -> Hindrance | None:
    """Say why somebody may not take a seat; `seats` are (person, role, stood aside). None: they may."""
    if person == concerned:
        return Hindrance.CONCERNED
    if person == opener and role in JUDGING:
        return Hindrance.OPENED
    mine = [(held, aside) for who, held, aside in seats if who == person]
    if any(held is Role.SUPERIOR for held, _aside in mine):
        return Hindrance.SUPERIOR
    if any(aside for _held, aside in mine):
        return Hindrance.STOOD_ASIDE
    if any(held is role for held, _aside in mine):
        return Hindrance.SEATED
    return next((BARRED[role][held] for held, _aside in mine if held in BARRED[role]), None)
