"""The list of papers."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from answerable.kernel.actor import Actor
from answerable.reports.kinds import KINDS
from answerable.reports.models import Paper
from answerable.reports.queries.door import need_subject, papers_of
from answerable.reports.rules.periods import named
from answerable.reports.rules.states import State
from answerable.reports.rules.told import Told

PAGE_SIZE = 50
TABS = {
    "work": (State.DRAFT, State.IN_REVIEW, State.SIGNED),
    "sent": (State.SENT, State.RECEIPTED, State.RETURNED),
    "all": tuple(state for state in State if state is not State.DROPPED),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see of the list."""

    tab: str = "work"
    kind: str = ""
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper in the list."""

    id: int
    title: str
    kind: Told
    period: Told
    unit: str
    state: State
    number: str
    changed_at: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of the list, with how many papers each tab holds under the same filters."""

    rows: tuple[PaperRow, ...]
    total: int
    page: int
    counts: dict[str, int]


def shelf(actor: Actor, wish: Wish) -> Shelf:
    """Give one page of the list; a handful of queries however long it is."""
    rows = papers_of(actor)
    if wish.kind in KINDS:
        rows = rows.filter(kind=wish.kind)
    if wish.words:
        rows = rows.filter(title__icontains=wish.words)
    by_state = Counter(dict(_counted(rows)))
    counts = {tab: sum(by_state[state] for state in states) for tab, states in TABS.items()}
    tab = wish.tab if wish.tab in TABS else "work"
    total = counts[tab]
    page = min(max(wish.page, 1), max(-(-total // PAGE_SIZE), 1))
    start = (page - 1) * PAGE_SIZE
    shown = rows.filter(state__in=TABS[tab]).select_related("unit", "numbered").order_by("-changed_at", "-pk")
    return Shelf(tuple(row_of(row) for row in shown[start : start + PAGE_SIZE]), total, page, counts)


def _counted(rows: "QuerySet[Paper]") -> "QuerySet[Paper, tuple[str, int]]":
    return rows.values_list("state").annotate(count=Count("pk")).order_by()


def row_of(row: Paper) -> PaperRow:
    """Give a paper as a row."""
    return PaperRow(
        row.pk,
        row.title,
        KINDS[row.kind].about.name,
        named(row.period_begin, row.period_end),
        row.unit.name,
        State(row.state),
        row.numbered.written if hasattr(row, "numbered") else "",
        row.changed_at,
        row.language,
    )


def papers_about(actor: Actor, subject: str) -> tuple[PaperRow, ...]:
    """List the papers about one thing, newest first, to who may see the thing."""
    need_subject(actor, subject)
    rows = papers_of(actor).filter(subject=subject).exclude(state=State.DROPPED)
    return tuple(
        row_of(row) for row in rows.select_related("unit", "numbered").order_by("-changed_at", "-pk")[:50]
    )


def papers_of_run(run: int) -> tuple[PaperRow, ...]:
    """List the papers that carry out a run of a duty."""
    rows = Paper.objects.filter(run=run).exclude(state=State.DROPPED).select_related("unit", "numbered")
    return tuple(row_of(row) for row in rows.order_by("pk"))
