"""Questions of the press: the list and one page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from answerable.kernel.actor import Actor
from answerable.office.clocks import queries as clocks
from answerable.office.review import queries as reviews
from answerable.office.review.rules import hash_of
from answerable.response.letters.models import Contact, Inquiry
from answerable.response.letters.queries.door import CONTACT, WORK, inquiries_of, inquiry_for
from answerable.response.letters.queries.listing import PAGE_SIZE, counted, next_clock
from answerable.response.letters.rules.clockwork import inquiry_subject
from answerable.response.letters.rules.states import INQUIRY_MOVES, INQUIRY_OPEN, InquiryState
from answerable.response.letters.rules.wording import Wording

TABS = {
    "open": Q(state__in=INQUIRY_OPEN),
    "answered": Q(state=InquiryState.ANSWERED),
    "declined": Q(state=InquiryState.DECLINED),
    "all": Q(),
}


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """One inquiry in the list."""

    id: int
    reference: str
    outlet: str
    title: str
    state: str
    unit: str
    received_at: datetime
    wanted_at: datetime
    ended_at: datetime | None
    clock: clocks.ClockRow | None


@dataclass(frozen=True, slots=True)
class InquiryTable:
    """A page of the list."""

    rows: tuple[InquiryRow, ...]
    total: int
    page: int
    pages: int
    counts: dict[str, int]


def inquiry_table(actor: Actor, tab: str, page: int, *, at: datetime) -> InquiryTable:
    """Give one page of the inquiries, the next to run out first."""
    mine = inquiries_of(actor)
    counts = counted(mine, TABS)
    order = ("wanted_at", "pk") if tab == "open" else ("-received_at", "-pk")
    chosen = mine.filter(TABS.get(tab, Q())).select_related("unit").order_by(*order)
    total = counts[tab] if tab in counts else chosen.count()
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(page, 1), pages)
    rows = list(chosen[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    found = clocks.clocks_of_many([inquiry_subject(row.pk) for row in rows], at=at)
    shown = tuple(_row(row, found.get(inquiry_subject(row.pk), ())) for row in rows)
    return InquiryTable(shown, total, page, pages, counts)


def _row(row: Inquiry, found: tuple[clocks.ClockRow, ...]) -> InquiryRow:
    clock = next_clock(found) if row.state in INQUIRY_OPEN else None
    return InquiryRow(
        row.pk,
        row.reference,
        row.outlet,
        row.title,
        row.state,
        row.unit.name,
        row.received_at,
        row.wanted_at,
        row.ended_at,
        clock,
    )


@dataclass(frozen=True, slots=True)
class InquiryPage:
    """Everything of an inquiry's page."""

    row: InquiryRow
    unit: int
    question: str
    case: int | None
    answer: str
    spokesperson: str
    link: str
    reason: str
    acknowledged_at: datetime | None
    forgotten_at: datetime | None
    clocks: tuple[clocks.ClockRow, ...]
    review: Any
    passed: bool
    moves: frozenset[str]
    may_work: bool
    may_see_contact: bool

    @property
    def is_open(self) -> bool:
        """Whether the outlet still waits."""
        return self.row.state in INQUIRY_OPEN

    @property
    def may_end(self) -> bool:
        """Whether what is written may be given to the outlet now."""
        return self.passed or (not self.answer and bool(self.link))


def inquiry_page(actor: Actor, inquiry: int, *, at: datetime) -> InquiryPage:
    """Give an inquiry's page."""
    row = inquiry_for(actor, inquiry)
    subject = inquiry_subject(row.pk)
    found = clocks.clocks_of(subject, at=at)
    text = Wording(row.title, row.answer, row.spokesperson, row.link).for_readers([row.reference])
    may_work = actor.may(WORK)
    told = reviews.reviewed(subject)
    return InquiryPage(
        row=_row(row, found),
        unit=row.unit_id,
        question=row.question,
        case=row.case,
        answer=row.answer,
        spokesperson=row.spokesperson,
        link=row.link,
        reason=row.reason,
        acknowledged_at=row.acknowledged_at,
        forgotten_at=row.forgotten_at,
        clocks=found,
        review=told.latest,
        passed=bool(row.answer) and told.passage(hash_of(text)) is not None,
        moves=frozenset(INQUIRY_MOVES.open_to(InquiryState(row.state))) if may_work else frozenset(),
        may_work=may_work,
        may_see_contact=actor.may(CONTACT) and Contact.objects.filter(inquiry=row).exists(),
    )


def inquiries_of_case(actor: Actor, case: int) -> tuple[InquiryRow, ...]:
    """List the inquiries tied to a case that this actor may see."""
    if not actor.may("letters.read"):
        return ()
    rows = inquiries_of(actor).filter(case=case).select_related("unit").order_by("received_at")
    return tuple(_row(row, ()) for row in rows[:200])
