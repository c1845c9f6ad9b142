"""Who sees a paper, and who writes, signs and sends it."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from answerable.governance.accountability.queries.door import file_for
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.people import queries as people
from answerable.reports.kinds import KINDS
from answerable.reports.models import Paper
from answerable.reports.rules.states import FROZEN
from answerable.response.cases.queries.door import case_for
from answerable.response.foresight.queries.door import release_for

#: The gate that papers pass: the plan's own, or three readings where it names none.
GATE = "g-document"
READ, WRITE, SIGN, SEND = "papers.read", "papers.write", "papers.sign", "papers.send"
GUARDED = tuple(key for key, kind in KINDS.items() if kind.about.guarded)
#: A paper about one thing is seen by whoever may see the thing.
DOORS = {"case": case_for, "release": release_for, "file": file_for}


def subject_of(paper: int) -> str:
    """Give the name under which gates, notices and the trail know a paper."""
    return f"paper:{paper}"


def link_to(paper: int) -> str:
    """Give the address of a paper in the house."""
    return f"/papers/{paper}/"


def papers_of(actor: Actor) -> "QuerySet[Paper]":
    """Papers of the units in reach and of one's own unit; sent ones of the whole body for all who read papers.

    A guarded kind is listed for its authors only; one about a case asks the case's own door when it is opened.
    """
    actor.need(READ)
    if actor.kind == "machine":
        return Paper.objects.exclude(kind__in=GUARDED)
    own = [row for row, authors in _guarded() if actor.person in authors]
    seen = Q(unit__in=actor.units) | (Q(state__in=FROZEN) & Q(subject=""))
    return Paper.objects.filter((seen & ~Q(kind__in=GUARDED)) | Q(pk__in=own))


def _guarded() -> list[tuple[int, list[int]]]:
    return list(Paper.objects.filter(kind__in=GUARDED).values_list("pk", "authors"))


def paper_for(actor: Actor, paper: int) -> Paper:
    """Give one paper to who may see it, and the thing it is about."""
    rows = (
        papers_of(actor).select_related("unit", "numbered", "layout__template").prefetch_related("passages")
    )
    row = rows.filter(pk=paper).first()
    if row is None:
        raise NotFound(_("There is no such paper."), _("Look at the list of papers."))
    need_subject(actor, row.subject)
    return row


def need_subject(actor: Actor, subject: str) -> None:
    """Refuse who may not see the thing that a paper is about."""
    sort, _colon, number = subject.partition(":")
    if sort in DOORS and number.isdecimal() and actor.kind != "machine":
        DOORS[sort](actor, int(number))


def may_write(actor: Actor, row: Paper) -> bool:
    """Say whether this actor may change a paper: of a unit in reach or of their own."""
    mine = actor.reaches(row.unit_id) or people.home_unit(actor) == row.unit_id
    return actor.may(WRITE) and mine


def paper_to_write(actor: Actor, paper: int) -> Paper:
    """Give a paper to who may change it."""
    row = paper_for(actor, paper)
    if not may_write(actor, row):
        actor.need(WRITE, unit=row.unit_id)
    return row
