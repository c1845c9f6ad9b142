"""Reports upward: their list, one of them, and what a new one begins with."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.response.cases.models import Case, Paper
from answerable.response.cases.queries.door import LEAD, WORK, case_for, cases_of
from answerable.response.cases.queries.names import CaseName, case_name
from answerable.response.cases.rules.papers import PaperKind, paper_number
from answerable.response.cases.rules.states import PAPER_MOVES, PaperMove, PaperState

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One report upward."""

    id: int
    case: int
    case_title: str
    kind: PaperKind
    state: PaperState
    number: str
    title: str
    text: str
    to: str
    to_email: str
    version: int
    drafted_by: str
    drafted_at: datetime
    told_by: str
    told_at: datetime | None
    signed_by: str
    signed_post: str
    signed_at: datetime | None
    sent_at: datetime | None
    sent_how: str
    hash: str
    receipt: str
    receipted_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One report with its case and what this reader can do with it."""

    paper: PaperRow
    case: CaseName
    moves: tuple[PaperMove, ...]
    may_edit: bool


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A page of the list of reports: those sent by their number, the newest first; drafts before them."""

    rows: tuple[PaperRow, ...]
    total: int
    page: int


def paper_row(row: Paper) -> PaperRow:
    """Make a row of a report loaded with its case."""
    return PaperRow(
        id=row.pk,
        case=row.case_id,
        case_title=row.case.title,
        kind=PaperKind(row.kind),
        state=PaperState(row.state),
        number=paper_number(row.year, row.number) if row.year and row.number else "",
        title=row.title,
        text=row.text,
        to=row.to,
        to_email=row.to_email,
        version=row.version,
        drafted_by=row.drafted_by,
        drafted_at=row.drafted_at,
        told_by=row.told_by,
        told_at=row.told_at,
        signed_by=row.signed_by_name,
        signed_post=row.signed_post,
        signed_at=row.signed_at,
        sent_at=row.sent_at,
        sent_how=row.sent_how,
        hash=row.hash,
        receipt=row.receipt,
        receipted_at=row.receipted_at,
    )


def _papers_of(actor: Actor) -> "QuerySet[Paper]":
    return Paper.objects.filter(case__in=cases_of(actor).values("pk")).select_related("case")


def paper_page(actor: Actor, paper: int) -> PaperPage:
    """Give one report to somebody who may see its case."""
    row = _papers_of(actor).filter(pk=paper).first()
    if row is None:
        raise NotFound(_("There is no such report."), _("Look at the list of reports."))
    case = case_for(actor, row.case_id)
    works = actor.may(WORK) and actor.reaches(case.unit_id)
    state = PaperState(row.state)
    moves = [
        move
        for move in PAPER_MOVES.open_to(state)
        if works and (move is not PaperMove.SIGN or actor.may(LEAD))
    ]
    return PaperPage(paper_row(row), case_name(case), tuple(moves), works and state is PaperState.DRAFT)


def paper_table(actor: Actor, *, page: int = 1) -> PaperTable:
    """Give one page of the list of reports; two queries."""
    rows = _papers_of(actor)
    total = rows.count()
    page = min(max(page, 1), max(-(-total // PAGE_SIZE), 1))
    start = (page - 1) * PAGE_SIZE
    newest = rows.order_by(F("year").desc(nulls_first=True), F("number").desc(nulls_first=True), "-pk")
    shown = newest[start : start + PAGE_SIZE]
    return PaperTable(tuple(paper_row(row) for row in shown), total, page)


def last_addressee(actor: Actor) -> tuple[str, str]:
    """Give the addressee of the last report that went out, for the next one's form; empty the first time."""
    row = _papers_of(actor).exclude(number=None).order_by("-year", "-number").first()
    return (row.to, row.to_email) if row else ("", "")


def papers_of_case(row: Case) -> tuple[PaperRow, ...]:
    """Give the reports of a case that was loaded with them, oldest first."""
    found = sorted(row.papers.all(), key=lambda paper: paper.pk)
    for paper in found:
        paper.case = row
    return tuple(paper_row(paper) for paper in found)
