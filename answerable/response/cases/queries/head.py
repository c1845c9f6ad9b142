"""What the head of the body reads in the morning: five lines, each with its number and where it leads."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Window
from django.urls import reverse

from answerable.kernel.actor import Actor
from answerable.kernel.together import Asked, told
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.response.cases.models import AfterActionReview, Assessment, Case, Paper
from answerable.response.cases.queries.door import READ, cases_of
from answerable.response.cases.queries.names import link_to, reports_of, subject_of
from answerable.response.cases.rules.clocks import next_out
from answerable.response.cases.rules.levels import Level
from answerable.response.cases.rules.states import OPEN, PaperState, ReviewState, RoundState

#: Cases whose clocks are looked at for the line of what runs out: the gravest and oldest.
LOOKED_AT = 200
#: What runs out within this is said in the morning: it ends before the next one.
SOON = timedelta(hours=24)


class HeadLineKey(StrEnum):
    """The five lines."""

    DECIDE = "decide"
    GRAVE = "grave"
    SOON = "soon"
    ANSWERED = "answered"
    LEARN = "learn"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line: how many, the first of them by name, and the clock that runs out first where there is one."""

    key: HeadLineKey
    number: int
    title: str
    link: str
    clock: ClockRow | None = None


def head_lines(actor: Actor, *, at: datetime) -> tuple[HeadLine, ...]:
    """Give the five lines; two queries whatever there is. Nothing for who reads no cases."""
    return told(head_lines_asked(actor, at=at))


def head_lines_asked(actor: Actor, *, at: datetime) -> Asked[tuple[HeadLine, ...]]:
    """Say what is to be read for the five lines; telling them asks once more, for the clocks."""
    if not actor.may(READ):
        return Asked((), tuple)
    lines = {
        HeadLineKey.DECIDE: _first(_decide(actor)),
        HeadLineKey.GRAVE: _first(_grave(actor)),
        HeadLineKey.ANSWERED: _first(_answered(actor, at)),
    }
    looked_at = cases_of(actor).filter(state__in=OPEN).order_by("-rank", "seen_at", "pk")[:LOOKED_AT]
    due = _learn(actor)

    def tell() -> tuple[HeadLine, ...]:
        decide, grave, answered = (_line(key, rows) for key, rows in lines.items())
        return decide, grave, _soon(list(looked_at), at), answered, _learn_line(due)

    return Asked((*lines.values(), looked_at, due), tell)


def _decide(actor: Actor) -> "QuerySet[Case]":
    """What needs a decision: disputed levels, and reports that wait for a signature."""
    rows = cases_of(actor).filter(state__in=OPEN)
    disputed = Assessment.objects.filter(case=OuterRef("pk"), state=RoundState.DISPUTED)
    drafts = Paper.objects.filter(case=OuterRef("pk"), state=PaperState.DRAFT)
    return rows.filter(Exists(disputed) | Exists(drafts)).order_by("-rank", "seen_at", "pk")


def _first(rows: "QuerySet[Any]") -> Any:
    """Give the first of rows, which says how many there are in all."""
    return rows.annotate(total=Window(Count("pk")))[:1]


def _line(key: HeadLineKey, rows: "QuerySet[Any]") -> HeadLine:
    """Make a line of cases: one leads to its room, several to the board."""
    first = rows[0] if rows else None
    number = first.total if first else 0
    link = link_to(first.pk) if first and number == 1 else reverse("cases:board")
    return HeadLine(key, number, first.title if first else "", link)


def _grave(actor: Actor) -> "QuerySet[Case]":
    grave = cases_of(actor).filter(state__in=OPEN, level__in=[Level.GRAVE, Level.MAJOR])
    return grave.order_by("-rank", "seen_at", "pk")


def _soon(rows: list[Case], at: datetime) -> HeadLine:
    """Cases of which a clock runs out within a day or has run out."""
    subjects = {row.pk: (subject_of(row.pk), reports_of(row.pk)) for row in rows}
    running = clocks.clocks_of_many([name for names in subjects.values() for name in names], at=at)
    first = [(next_out([*running[subjects[row.pk][0]], *running[subjects[row.pk][1]]]), row) for row in rows]
    pressing = sorted(
        ((clock, row) for clock, row in first if clock is not None and clock.due <= at + SOON),
        key=lambda pair: pair[0].due,
    )
    if not pressing:
        return HeadLine(HeadLineKey.SOON, 0, "", reverse("cases:board"))
    clock, row = pressing[0]
    return HeadLine(HeadLineKey.SOON, len(pressing), row.title, link_to(row.pk), clock)


def _answered(actor: Actor, at: datetime) -> "QuerySet[Case]":
    """What was answered in public in the last day."""
    rows = cases_of(actor).filter(answered_at__gt=at - SOON, answered_at__lte=at)
    return rows.order_by("-answered_at", "pk")


def _learn(actor: Actor) -> Any:
    """Reviews that are due."""
    due = AfterActionReview.objects.filter(state=ReviewState.DUE, case__in=cases_of(actor).values("pk"))
    return _first(due.select_related("case").order_by("due_since", "pk"))


def _learn_line(due: "QuerySet[Any]") -> HeadLine:
    first = due[0] if due else None
    link = reverse("cases:review", args=[first.pk]) if first else reverse("cases:reviews")
    return HeadLine(HeadLineKey.LEARN, first.total if first else 0, first.case.title if first else "", link)
