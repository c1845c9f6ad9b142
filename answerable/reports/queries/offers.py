"""What stands in the head of a new paper before anybody writes in it: from its duty, the last one, and the posts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable.governance.duties.queries.papers import RunWithPaper
from answerable.kernel.actor import MACHINE
from answerable.office.people import queries as people
from answerable.office.people.rules import PostKind
from answerable.reports.kinds import Kind
from answerable.reports.models import Paper
from answerable.reports.rules.names import name_in, person_in
from answerable.reports.rules.states import FROZEN
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.door import case_for

#: A recipient of the plan that is no body with a name of its own; the others are named by a person.
RECIPIENTS: Mapping[str, Told] = {"all_units": Told("All units", "各科室")}
#: GB/T 9704-2012 knows two marks; which level asks for which is the office's usage (特别重大 特急, 重大 加急).
URGENCY: Mapping[str, str] = {"grave": "特急", "major": "加急"}
#: A post that is a person and no office: papers go to bodies and offices.
_PERSON = re.compile(r"(负责人|主任|[局科处部]长)$|\b([Hh]ead|[Dd]irector|[Mm]anager)\b")
#: Kinds that tell of an event while it goes on: only these are urgent by its level.
URGENT = frozenset({"event_first", "event_follow_up"})


@dataclass(frozen=True, slots=True)
class Offer:
    """Words for a head; empty is for a person to write."""

    addressee: str = ""
    copies: str = ""
    signer: str = ""
    urgency: str = ""

    def over(self, other: "Offer") -> "Offer":
        """Give this offer, with the other's words where it has none."""
        return Offer(
            self.addressee or other.addressee,
            self.copies or other.copies,
            self.signer or other.signer,
            self.urgency or other.urgency,
        )


NOTHING_OFFERED = Offer()


def offered(kind: Kind, unit: int, language: str, subject: str, *, at: datetime) -> Offer:
    """Offer what the last paper of the kind and unit went out with, who heads the body, and how urgent the case is."""
    last = (
        Paper.objects.filter(kind=kind.about.key, unit=unit, language=language, state__in=FROZEN)
        .order_by("-sent_at")
        .first()
    )
    goes_up = bool(kind.about.document) and kind.about.direction == "up"
    return Offer(
        last.addressee if last else "",
        last.copies if last else "",
        _head(unit, language, at=at) if goes_up else "",
        _urgency(kind, subject),
    )


def offered_by_duty(run: RunWithPaper, *, at: datetime) -> Offer:
    """Offer what the plan says of a duty's paper: `to`, `sign`, and `doc: {addressee, copies}`."""
    written = _said(run.words.get("addressee"), run.language)
    to = RECIPIENTS[run.to].said(run.language) if run.to in RECIPIENTS else ""
    return Offer(
        written or to or _office(run),
        _said(run.words.get("copies"), run.language),
        _holder(run.signers, run.language, at=at),
    )


def _office(run: RunWithPaper) -> str:
    """Name the unit of the office that a duty is due to; at the top of the house the office itself, never a person."""
    body = people.body()
    units = [post for post in people.posts_of(run.to_posts) if body is None or post.unit != body.id]
    if units:
        return name_in(units[0].unit_name, run.language)
    name = Told(run.to_names.get("en", ""), run.to_names.get("zh", "")).said(run.language)
    return "" if _PERSON.search(name) else name


def _said(words: object, language: str) -> str:
    if isinstance(words, Mapping):
        return str(words.get(language[:2]) or next(iter(words.values()), ""))
    return words if isinstance(words, str) else ""


def _head(unit: int, language: str, *, at: datetime) -> str:
    """Name the head of the unit, or of the body where the unit has none."""
    leads = people.posts_of_kinds([PostKind.LEAD])
    body = people.body()
    for home in (unit, body.id if body else unit):
        name = _holder([post.id for post in leads if post.unit == home], language, at=at)
        if name:
            return name
    return ""


def _holder(posts: Sequence[int], language: str, *, at: datetime) -> str:
    """Name who holds the first of the posts as its main holder: whoever stands in signs in their own name by hand."""
    held = [one for one in people.holdings_on(posts, at=at) if one.kind == "main"]
    return person_in(held[0].name, language) if held else ""


def _urgency(kind: Kind, subject: str) -> str:
    number = subject.partition(":")[2]
    if kind.about.key not in URGENT or not number.isdecimal():
        return ""
    return URGENCY.get(case_for(MACHINE, int(number)).level, "")
