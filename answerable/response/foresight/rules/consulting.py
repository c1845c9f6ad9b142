"""Public comment and hearings before a release, as 国务院令第713号 arts. 14-18 and 32 ask for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: 国务院令第713号 art. 15: a draft is open for comment for 30 days as a rule; a shorter time is explained.
COMMENT_DAYS = 30
#: Art. 16: the material of a hearing is with those who take part seven days before.
HEARING_DAYS = 7


class Way(StrEnum):
    """How the public was asked."""

    COMMENT = "comment"
    HEARING = "hearing"


WAY_NAMES: Mapping[Way, str | Promise] = {Way.COMMENT: _("public comment"), Way.HEARING: _("hearing")}


class Verdict(StrEnum):
    """What became of an opinion."""

    OPEN = ""
    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT = "not"


VERDICT_NAMES: Mapping[Verdict, str | Promise] = {
    Verdict.OPEN: pgettext_lazy("opinion", "not decided yet"),
    Verdict.ADOPTED: pgettext_lazy("opinion", "adopted"),
    Verdict.PARTLY: pgettext_lazy("opinion", "adopted in part"),
    Verdict.NOT: pgettext_lazy("opinion", "not adopted"),
}


@dataclass(frozen=True, slots=True)
class Asking:
    """One round of asking the public. A hearing is held on its last day; `material_on` belongs to it alone."""

    way: Way
    notice_on: date
    ends_on: date
    material_on: date | None = None
    why_short: str = ""
    selection: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The days that the plan in force sets."""

    comment: int = COMMENT_DAYS
    hearing: int = HEARING_DAYS


class Fault(StrEnum):
    """What an asking lacks."""

    ENDS_FIRST = "ends_first"
    SHORT = "short"
    NO_SELECTION = "no_selection"
    NO_MATERIAL = "no_material"
    LATE_MATERIAL = "late_material"


FAULT_NAMES: Mapping[Fault, str | Promise] = {
    Fault.ENDS_FIRST: _("It ends before it is announced."),
    Fault.SHORT: _("It is open for a shorter time than the rule asks; say in public why."),
    Fault.NO_SELECTION: _("Say how those who take part were chosen; it is published."),
    Fault.NO_MATERIAL: _("Say when the material is sent to those who take part."),
    Fault.LATE_MATERIAL: _("The material is sent too late before the hearing."),
}


def faults(asking: Asking, limits: Limits) -> tuple[Fault, ...]:
    """Say what is wrong with an asking before it is announced."""
    if asking.ends_on < asking.notice_on:
        return (Fault.ENDS_FIRST,)
    if asking.way is Way.COMMENT:
        short = asking.ends_on - asking.notice_on < timedelta(days=limits.comment)
        return (Fault.SHORT,) if short and not asking.why_short.strip() else ()
    return tuple(_hearing_faults(asking, limits))


def _hearing_faults(asking: Asking, limits: Limits) -> Iterable[Fault]:
    if not asking.selection.strip():
        yield Fault.NO_SELECTION
    if asking.material_on is None:
        yield Fault.NO_MATERIAL
    elif asking.ends_on - asking.material_on < timedelta(days=limits.hearing):
        yield Fault.LATE_MATERIAL


def is_decided(verdict: str, why: str) -> bool:
    """Say whether the table of adoption has its line: what became of the opinion, and why where not all of it was."""
    if verdict == Verdict.OPEN:
        return False
    return verdict == Verdict.ADOPTED or bool(why.strip())
