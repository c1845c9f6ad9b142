"""What holds a release back although somebody wants it out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Held(StrEnum):
    """One reason why a release stays in the house."""

    NOT_AGREED = "not_agreed"
    CONSULTING = "consulting"
    OPINIONS = "opinions"
    GAP_DUE = "gap_due"


HELD_NAMES: Mapping[Held, str | Promise] = {
    Held.NOT_AGREED: _("Its assessment is not agreed at its gate, as the text is now."),
    Held.CONSULTING: _("The public is still being asked."),
    Held.OPINIONS: _("Opinions of the public have no answer yet: adopted or not, and why."),
    Held.GAP_DUE: _("Something was to be known by now and is not: close the gap, or change it."),
}


@dataclass(frozen=True, slots=True)
class Before:
    """What is so before a release: asked on a day."""

    agreed: bool
    consulting_until: tuple[date, ...] = ()
    undecided: int = 0
    gaps_until: tuple[date, ...] = ()


def held_back(before: Before, day: date) -> tuple[Held, ...]:
    """List what holds a release back on a day; () when it may go out."""
    return tuple(_reasons(before, day))


def _reasons(before: Before, day: date) -> Iterable[Held]:
    if not before.agreed:
        yield Held.NOT_AGREED
    if any(day <= until for until in before.consulting_until):
        yield Held.CONSULTING
    if before.undecided:
        yield Held.OPINIONS
    if any(until < day for until in before.gaps_until):
        yield Held.GAP_DUE
