"""One clock with everything that happened to it, and the list of what runs out next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.clocks.models import LadderStep
from answerable.office.clocks.queries.clocks import ClockRow, rows_of, within_reach
from answerable.office.clocks.rules.states import OPEN, StepState
from answerable.office.clocks.words import DO_NAMES

PAGE = 50


@dataclass(frozen=True, slots=True)
class RungRow:
    """One rung of a clock: when, whom it calls, and whom it called. `key` finds its notices."""

    at: datetime
    offset: str
    do: str
    to: tuple[str, ...]
    state: str
    sent_at: datetime | None
    called: tuple[tuple[str, str], ...]
    key: str


@dataclass(frozen=True, slots=True)
class ClockPage:
    """One clock, its rungs and the other clocks of its subject."""

    clock: ClockRow
    rungs: tuple[RungRow, ...]
    met_by: str
    min_people: int
    reports_to: str


def clock_page(actor: Actor, clock: int, *, at: datetime) -> ClockPage:
    """Show one clock within the actor's reach."""
    found = within_reach(actor).filter(pk=clock).first()
    if found is None:
        raise NotFound(gettext("There is no such clock."), gettext("Go back to what runs out next."))
    rungs = tuple(
        RungRow(
            step.fires_at,
            step.offset,
            str(DO_NAMES.get(step.do, step.do)),
            tuple(step.to),
            step.state,
            step.sent_at,
            tuple((one["name"], one["instead_of"]) for one in step.called),
            f"rung:{step.pk}",
        )
        for step in found.steps.order_by("turn", "fires_at", "index")
        if step.state != StepState.SUPERSEDED or step.sent_at
    )
    return ClockPage(rows_of([found], at=at)[0], rungs, found.met_by_name, found.min_people, found.to)


def rungs_of(subject: str) -> tuple[int, ...]:
    """List the rungs of a subject that were climbed: rung:<id> is the key of their notices."""
    rows = LadderStep.objects.filter(clock__subject=subject, state=StepState.SENT)
    return tuple(rows.order_by("sent_at", "pk").values_list("pk", flat=True))


def open_clocks(actor: Actor, *, page: str | int, at: datetime) -> "Page[ClockRow]":
    """Page through the clocks within the actor's reach, those that run out first at the top."""
    rows = within_reach(actor).filter(state__in=OPEN).order_by("due", "pk")
    chosen: Page[Any] = Paginator(rows, PAGE).get_page(page)
    chosen.object_list = rows_of(chosen, at=at)
    return chosen
