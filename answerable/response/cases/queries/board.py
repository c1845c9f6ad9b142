"""The board: cases by what needs a person now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from answerable.kernel.actor import Actor
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.response.cases.models import Assessment, Case, Opinion, Task
from answerable.response.cases.queries.door import ASSESS, LEAD, WORK, cases_of
from answerable.response.cases.queries.names import reports_of, subject_of
from answerable.response.cases.rules.clocks import next_out
from answerable.response.cases.rules.levels import Level
from answerable.response.cases.rules.states import ENDED, NEED_OF, Need, RoundState, State

PAGE_SIZE = 50
#: The most rows of one spreadsheet, and how many are looked up at a time (a statement takes 32,766 values).
SHEET_ROWS = 20_000
AT_A_TIME = 2_000
#: Tabs beside those of each need: what waits for the reader, everything open, what has ended, and every case once.
MINE, OPEN_ONES, ENDED_ONES, ALL = "mine", "open", "ended", "all"
TABS = (MINE, OPEN_ONES, *Need, ENDED_ONES, ALL)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the board; `since` and `until` are moments between which a case was seen."""

    tab: str = MINE
    words: str = ""
    level: str = ""
    unit: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One case on the board; `clock` is the one that runs out first, `tasks` those not done."""

    id: int
    title: str
    state: State
    need: Need | None
    level: Level | None
    unit: int
    unit_name: str
    seen_at: datetime
    answered_at: datetime | None
    tasks: int
    opinions: int
    clock: ClockRow | None


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board, with the count of every tab under the same filters."""

    rows: tuple[BoardRow, ...]
    total: int
    page: int
    by_tab: Mapping[str, int] = field(default_factory=dict)


def board(actor: Actor, wish: Wish, *, at: datetime) -> Board:
    """Give one page of the board; a fixed number of queries."""
    rows = _asked(cases_of(actor), wish)
    by_tab = _counts(rows, actor)
    total = by_tab.get(wish.tab, 0)
    page = min(max(wish.page, 1), max(-(-total // PAGE_SIZE), 1))
    start = (page - 1) * PAGE_SIZE
    shown = _in_order(_tab(rows, wish.tab, actor), wish.tab)[start : start + PAGE_SIZE]
    return Board(_rows(list(shown), at=at), total, page, by_tab)


def sheet(actor: Actor, wish: Wish, *, at: datetime) -> tuple[BoardRow, ...]:
    """Give all rows of what the board shows, for a spreadsheet."""
    found = _tab(_asked(cases_of(actor), wish), wish.tab, actor)
    listed = list(_in_order(found, wish.tab)[:SHEET_ROWS])
    chunks = (listed[start : start + AT_A_TIME] for start in range(0, len(listed), AT_A_TIME))
    return tuple(row for chunk in chunks for row in _rows(chunk, at=at))


def _asked(rows: QuerySet[Case], wish: Wish) -> QuerySet[Case]:
    if wish.words:
        found = Q(title__icontains=wish.words) | Q(matter__icontains=wish.words)
        rows = rows.filter(found | Q(pk=int(wish.words)) if wish.words.isdecimal() else found)
    if wish.level:
        rows = rows.filter(level="" if wish.level == "none" else wish.level)
    if wish.since:
        rows = rows.filter(seen_at__gte=wish.since)
    if wish.until:
        rows = rows.filter(seen_at__lte=wish.until)
    return rows.filter(unit=wish.unit) if wish.unit else rows


def _states_of(need: Need) -> list[str]:
    return [state.value for state, waits in NEED_OF.items() if waits is need]


def _open_ones() -> Q:
    """Everything that still waits for somebody; a case handed over does until that is confirmed."""
    return Q(state__in=[state for state in NEED_OF if state is not State.HANDED_OVER]) | _unconfirmed()


def _unconfirmed() -> Q:
    return Q(state=State.HANDED_OVER, handovers__confirmed_at=None, handovers__isnull=False)


def _tab_filter(tab: str, actor: Actor) -> Q:
    if tab == MINE:
        return _mine(actor)
    if tab == ENDED_ONES:
        return Q(state__in=ENDED) & ~_unconfirmed()
    if tab == ALL:
        return Q(merged_into=None)  # one that became part of another is counted there
    if tab == Need.RECEIPT:
        return _unconfirmed()
    if tab in set(Need):
        return Q(state__in=_states_of(Need(tab)))
    return _open_ones()


def _tab(rows: QuerySet[Case], tab: str, actor: Actor) -> QuerySet[Case]:
    return rows.filter(pk__in=Case.objects.filter(_tab_filter(tab, actor)).values("pk"))


def _counts(rows: QuerySet[Case], actor: Actor) -> dict[str, int]:
    """Count every tab in one query."""
    counted = {
        f"tab_{tab}": Count("pk", filter=Q(pk__in=Case.objects.filter(_tab_filter(tab, actor)).values("pk")))
        for tab in TABS
    }
    found = rows.aggregate(**counted)
    return {str(tab): found[f"tab_{tab}"] for tab in TABS}


def _mine(actor: Actor) -> Q:
    """What this very reader can bring forward: by their abilities, their units, and whether they have spoken yet."""
    near = Q(unit__in=actor.units) if actor.kind != "machine" else Q()
    waits = Q(pk__in=[])
    if actor.may(WORK):
        waits |= Q(state__in=[State.SEEN, State.ASSIGNED, State.RESPONDING, State.ANSWERED]) & near
        asked = Task.objects.filter(case=OuterRef("pk"), unit__in=actor.units, done_at=None, dropped="")
        waits |= Q(Exists(asked)) & ~Q(state__in=ENDED)
    if actor.may(LEAD):
        waits |= (Q(state__in=[State.ASSESSED, State.FOLLOWING]) & near) | (_unconfirmed() & near)
        disputed = Assessment.objects.filter(case=OuterRef("pk"), state=RoundState.DISPUTED)
        waits |= Q(Exists(disputed)) & near & ~Q(state__in=ENDED)
    if actor.may(ASSESS) and actor.person is not None:
        waits |= _for_assessor(actor.person) & ~Q(state__in=ENDED)
    return waits


def _for_assessor(person: int) -> Q:
    """Cases whose assessment waits for this person: without their opinion, or with a level for them to agree on."""
    own = Opinion.objects.filter(assessment=OuterRef("pk"), person=person)
    full = Opinion.objects.filter(assessment=OuterRef("pk"), place=2)
    of_case = Assessment.objects.filter(case=OuterRef("pk"))
    missing = of_case.filter(~Exists(own), ~Exists(full), state=RoundState.OPEN)
    differing = of_case.filter(Exists(own), Exists(full), state=RoundState.OPEN)
    proposed = of_case.filter(Exists(own), state=RoundState.PROPOSED).exclude(proposed_by=person)
    return Q(Exists(missing)) | Q(Exists(differing)) | Q(Exists(proposed))


def _in_order(rows: QuerySet[Case], tab: str) -> QuerySet[Case]:
    """Put the gravest first and among them the oldest: their clocks run out first. Ended ones and all: newest first."""
    newest = {ENDED_ONES: ("-closed_at", "-pk"), ALL: ("-seen_at", "-pk")}
    return rows.select_related("unit").order_by(*newest.get(tab, ("-rank", "seen_at", "pk")))


def _rows(listed: list[Case], *, at: datetime) -> tuple[BoardRow, ...]:
    ids = [row.pk for row in listed]
    running = clocks.clocks_of_many([name(pk) for pk in ids for name in (subject_of, reports_of)], at=at)
    tasks = _per_case(Task.objects.filter(case__in=ids, done_at=None, dropped=""))
    open_rounds = Opinion.objects.filter(assessment__case__in=ids).exclude(
        assessment__state=RoundState.AGREED
    )
    opinions = dict(open_rounds.values_list("assessment__case").annotate(count=Count("pk")).order_by())
    return tuple(
        BoardRow(
            id=row.pk,
            title=row.title,
            state=State(row.state),
            need=NEED_OF.get(State(row.state)),
            level=Level(row.level) if row.level else None,
            unit=row.unit_id,
            unit_name=row.unit.short_name or row.unit.name,
            seen_at=row.seen_at,
            answered_at=row.answered_at,
            tasks=tasks.get(row.pk, 0),
            opinions=opinions.get(row.pk, 0),
            clock=next_out([*running.get(subject_of(row.pk), ()), *running.get(reports_of(row.pk), ())]),
        )
        for row in listed
    )


def _per_case(rows: QuerySet[Task]) -> dict[int, int]:
    return dict(rows.values_list("case").annotate(count=Count("pk")).order_by())
