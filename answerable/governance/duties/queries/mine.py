"""My duties: what is with me, what comes, what I filed, what waits for my decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from answerable.governance.duties.models import Occurrence, Passing, TimeWish
from answerable.governance.duties.queries.door import ACCEPT, seen_by
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.states import OWED, State, Wish
from answerable.governance.plan import queries as plan
from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together

PAGE = 50
#: What comes is shown this far ahead: a duty that opens later is in the calendar.
COMING = timedelta(days=60)
#: How many of what comes and of what is done a page shows; the calendar has all.
FEW = 10


@dataclass(frozen=True, slots=True)
class WishRow:
    """A wish for time that waits for an answer."""

    id: int
    run: RunRow
    until: datetime
    reason: str
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """A run that came to me from somebody else and that I have not taken over yet."""

    id: int
    run: RunRow
    from_name: str
    why: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Mine:
    """The page “my duties”."""

    owed: "Page[Any]"
    coming: tuple[RunRow, ...]
    filed: tuple[RunRow, ...]
    done: tuple[RunRow, ...]
    to_decide: tuple[RunRow, ...]
    wishes: tuple[WishRow, ...]
    arrivals: tuple[Arrival, ...]


def mine(actor: Actor, *, at: datetime, page: str | int = 1) -> Mine:
    """Show a person what they owe, soonest first; a fixed number of queries."""
    actor.need("duties.read")
    own = own_runs(actor)
    owed: Page[Any] = Paginator(own.filter(state__in=OWED).order_by("due", "pk"), PAGE).get_page(page)
    owed.object_list = rows_of(owed.object_list, at=at)
    runs = own.select_related("unit", "post")
    coming = runs.filter(state=State.PLANNED, opens_at__lte=at + COMING).order_by("opens_at", "pk")[:FEW]
    filed = runs.filter(state=State.SUBMITTED).order_by("filed_at", "pk")[:PAGE]
    done = runs.filter(state=State.ACCEPTED).order_by("-state_since", "-pk")[:FEW]
    deciding = to_decide(actor, at=at).select_related("unit", "post")[:PAGE]
    asked, passed = _asked(actor), _passed(actor)
    read_together(coming, filed, done, deciding, asked, passed)
    return Mine(
        owed,
        rows_of(list(coming), at=at),
        rows_of(list(filed), at=at),
        rows_of(list(done), at=at),
        rows_of(list(deciding), at=at),
        _wishes(asked, at=at),
        _arrivals(passed, at=at),
    )


def own_runs(actor: Actor) -> "QuerySet[Occurrence]":
    """Give the runs that are with a person: handed to them, or of a post that they answer for and nobody else has."""
    if actor.person is None:
        return Occurrence.objects.none()
    at_post = Q(post__in=actor.posts) & (Q(holder=actor.person) | Q(holder=None))
    return Occurrence.objects.filter(at_post | Q(holder=actor.person))


def to_decide(actor: Actor, *, at: datetime) -> "QuerySet[Occurrence]":
    """Give the filings that wait for this actor's decision."""
    waiting = Occurrence.objects.filter(state=State.SUBMITTED).order_by("filed_at", "pk")
    mine_to_take = Q(pk__in=[])
    if actor.may(ACCEPT):
        mine_to_take |= Q(unit__in=actor.units)
    standing = plan.in_force(at=at)
    if standing is not None:
        codes = {
            code
            for (code, _unit), post in plan.posts_bound(standing.version_id).items()
            if post in actor.posts
        }
        duties = [duty.id for duty in standing.document.duties.values() if duty.accept_by in codes]
        mine_to_take |= Q(duty__in=duties)
    own = Q(holder=actor.person) if actor.person is not None else Q(pk__in=[])
    return waiting.filter(mine_to_take).exclude(own)


def _asked(actor: Actor) -> "QuerySet[TimeWish]":
    """Give the wishes for more time that wait for this actor's decision."""
    if not actor.may(ACCEPT):
        return TimeWish.objects.none()
    asked = TimeWish.objects.filter(state=Wish.ASKED, occurrence__unit__in=actor.units)
    asked = asked.exclude(occurrence__holder=actor.person).order_by("asked_at", "pk")
    return asked.select_related("occurrence__unit", "occurrence__post")[:PAGE]


def _wishes(asked: Iterable[TimeWish], *, at: datetime) -> tuple[WishRow, ...]:
    return tuple(
        WishRow(
            wish.pk,
            rows_of([wish.occurrence], at=at)[0],
            wish.until,
            wish.reason,
            wish.asked_by,
            wish.asked_at,
        )
        for wish in asked
    )


def _passed(actor: Actor) -> "QuerySet[Passing]":
    """Give the runs that were passed on to this actor and not taken yet."""
    if actor.person is None:
        return Passing.objects.none()
    rows = Passing.objects.filter(
        to_person=actor.person, taken_at=None, occurrence__holder=actor.person, occurrence__state__in=OWED
    )
    return rows.select_related("occurrence__unit", "occurrence__post").order_by("-at", "-pk")[:PAGE]


def _arrivals(passed: Iterable[Passing], *, at: datetime) -> tuple[Arrival, ...]:
    return tuple(
        Arrival(row.pk, rows_of([row.occurrence], at=at)[0], row.from_name, row.why, row.note, row.at)
        for row in passed
    )


def run_choices(actor: Actor) -> "QuerySet[Occurrence]":
    """Give everything that an actor may see, for lists and files."""
    return seen_by(actor)
