"""The list of letters: what needs a person now on top, fifty a page, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from answerable.kernel.actor import Actor
from answerable.kernel.search.index import TextIndex
from answerable.office.clocks import queries as clocks
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.door import letters_of
from answerable.response.letters.rules.clockwork import letter_subject
from answerable.response.letters.rules.states import OWED, Judgement, ReplyState, State

PAGE_SIZE = 50
#: Rows of one spreadsheet; SQLite binds at most 32,766 values and nobody has read a longer sheet.
MOST_ROWS = 20_000
#: Clocks are asked for so many letters at a time.
CHUNK = 2_000
INDEX = TextIndex("letters_letter_text")


def _discontent() -> Q:
    return Q(state=State.ANSWERED, judgement__in=(Judgement.PARTLY, Judgement.NOT))


def _by_hand() -> Q:
    return Q(state__in=OWED, reply__state=ReplyState.SENT)


#: What the tabs of the list hold. "now" is what a person has to do next.
TABS: dict[str, Q] = {
    "now": Q(state__in=(State.RECEIVED, State.FORWARDED)) | _discontent(),
    "new": Q(state=State.RECEIVED, reply=None),
    "unit": Q(state=State.FORWARDED),
    "asked": Q(state=State.CLARIFYING),
    "by_hand": _by_hand(),
    "discontent": _discontent(),
    "answered": Q(state=State.ANSWERED),
    "closed": Q(state=State.CLOSED),
    "all": Q(),
}
SORTS = {"received": "received_at", "reference": "reference", "state": "state", "unit": "unit__name"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the list is asked for."""

    tab: str = "now"
    way: str = ""
    unit: int | None = None
    case: int | None = None
    words: str = ""
    sort: str = ""
    page: int = 1
    #: Received from this moment, until that one.
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_narrowed(self) -> bool:
        """Say whether fewer are asked for than the tab holds."""
        return bool(self.words or self.way or self.unit or self.case or self.since or self.until)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in the list."""

    id: int
    reference: str
    title: str
    language: str
    way: str
    state: str
    unit: str
    case: int | None
    judgement: str
    needs_by_hand: bool
    received_at: datetime
    answered_at: datetime | None
    clock: clocks.ClockRow | None
    reply: int | None
    was_on_time: bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """A page of the list, with the counts of its tabs."""

    rows: tuple[LetterRow, ...]
    total: int
    page: int
    pages: int
    counts: dict[str, int]


def table(actor: Actor, wish: Wish, *, at: datetime) -> Table:
    """Give one page of the letters."""
    mine = letters_of(actor)
    counts = counted(mine, TABS)
    chosen = _chosen(mine, wish)
    total = chosen.count() if wish.is_narrowed or wish.tab not in counts else counts[wish.tab]
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(wish.page, 1), pages)
    start = (page - 1) * PAGE_SIZE
    rows = _rows(list(chosen[start : start + PAGE_SIZE]), at=at)
    return Table(rows, total, page, pages, counts)


def counted(rows: "QuerySet[Any]", tabs: Mapping[str, Q]) -> dict[str, int]:
    """Count what each tab holds, all of them in one query."""
    found = rows.order_by().aggregate(
        **{key: Count("pk", filter=which) if which else Count("pk") for key, which in tabs.items()}
    )
    return dict(found)


def all_rows(actor: Actor, wish: Wish, *, at: datetime) -> tuple[LetterRow, ...]:
    """Give every letter that fits, for a spreadsheet; at most MOST_ROWS."""
    letters = list(_chosen(letters_of(actor), wish)[:MOST_ROWS])
    parts = [letters[start : start + CHUNK] for start in range(0, len(letters), CHUNK)]
    return tuple(row for part in parts for row in _rows(part, at=at))


def _chosen(letters: QuerySet[Letter], wish: Wish) -> QuerySet[Letter]:
    rows = letters.filter(TABS.get(wish.tab, Q())).select_related("unit", "reply")
    asked = {
        "way": wish.way or None,
        "unit": wish.unit,
        "case": wish.case,
        "received_at__gte": wish.since,
        "received_at__lte": wish.until,
    }
    rows = rows.filter(**{name: value for name, value in asked.items() if value is not None})
    found = INDEX.matching(wish.words)
    if found is not None:
        rows = rows.filter(pk__in=found)
    key = wish.sort.removeprefix("-")
    if key in SORTS:
        return rows.order_by(f"{'-' if wish.sort.startswith('-') else ''}{SORTS[key]}", "-pk")
    if wish.tab in ("now", "new", "unit", "asked"):
        # The longest waiting first: it is the next to run out, whatever its clock has been through.
        gravity = Case(When(_discontent(), then=Value(1)), default=Value(0), output_field=IntegerField())
        return rows.order_by(gravity, "received_at", "pk")
    return rows.order_by("-received_at", "-pk")


def _rows(letters: list[Letter], *, at: datetime) -> tuple[LetterRow, ...]:
    found = clocks.clocks_of_many([letter_subject(letter.pk) for letter in letters], at=at)
    return tuple(_row(letter, found.get(letter_subject(letter.pk), ())) for letter in letters)


def next_clock(rows: tuple[clocks.ClockRow, ...]) -> clocks.ClockRow | None:
    """Give the clock that matters: the open one that runs out first, else the last one that was met."""
    owed = [row for row in rows if row.state in ("running", "paused", "breached")]
    if owed:
        return min(owed, key=lambda row: row.due)
    return max(rows, key=lambda row: row.due, default=None)


def _row(letter: Letter, rows: tuple[clocks.ClockRow, ...]) -> LetterRow:
    waits = letter.state in OWED
    return LetterRow(
        id=letter.pk,
        reference=letter.reference,
        title=letter.title,
        language=letter.language,
        way=letter.way,
        state=letter.state,
        unit=letter.unit.name,
        case=letter.case,
        judgement=letter.judgement,
        needs_by_hand=waits and letter.reply is not None and letter.reply.state == ReplyState.SENT,
        received_at=letter.received_at,
        answered_at=letter.answered_at,
        clock=next_clock(rows) if waits else None,
        reply=letter.reply_id,
        was_on_time=letter.was_on_time,
    )


def choices(actor: Actor, *, at: datetime, but: int | None = None) -> tuple[tuple[int, str], ...]:
    """List the letters of the last quarter that still wait, for a reply to several of them or for a case."""
    rows = letters_of(actor).filter(state__in=OWED, received_at__gte=at - timedelta(days=92))
    if but is not None:
        rows = rows.exclude(pk=but)
    found = rows.order_by("-received_at")[:200]
    return tuple((row.pk, f"{row.reference} {row.title}") for row in found)


#: Letters that one look of a watch takes in at most.
MOST_SAYING = 500


def letters_saying(words: str, *, since: datetime, until: datetime) -> tuple[tuple[int, str, datetime], ...]:
    """List the letters received in [since, until) that hold all words: number, title, when; masked, newest first."""
    found = INDEX.matching(words)
    if found is None:
        return ()
    rows = Letter.objects.filter(pk__in=found, received_at__gte=since, received_at__lt=until)
    return tuple(rows.order_by("-received_at", "-pk").values_list("pk", "title", "received_at")[:MOST_SAYING])
