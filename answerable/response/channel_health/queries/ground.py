"""What a slice needs, and what a round saw when it closes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from answerable.response.channel_health.models import (
    Attempt,
    Column,
    Entered,
    Finding,
    ListLine,
    Page,
    Round,
    Site,
    Visit,
)
from answerable.response.channel_health.rules.freshness import ColumnKind, ColumnSeen, Line
from answerable.response.channel_health.rules.honesty import LineSeen, PageSeen
from answerable.response.channel_health.visiting import Errand, Purpose

#: Links tried in one round beside the pages: a day's share, other ones each day.
MOST_LINKS = 300


@dataclass(frozen=True, slots=True)
class Running:
    """A round under way."""

    id: int
    channel: int
    home: str
    day: date


def running(round_id: int) -> Running | None:
    """Give a round that is not over."""
    row = Round.objects.filter(pk=round_id, state="running").first()
    return Running(row.pk, row.channel_id, row.home, row.day) if row else None


def running_rounds() -> tuple[int, ...]:
    """List the rounds that are not over."""
    return tuple(Round.objects.filter(state="running").order_by("pk").values_list("pk", flat=True))


def paused_channels() -> frozenset[int]:
    """Name the channels that their keepers do not want looked at just now."""
    return frozenset(Site.objects.exclude(paused="").values_list("channel", flat=True))


def next_errands(round_id: int, limit: int) -> tuple[Errand, ...]:
    """Give the next addresses of a round: first home and lists, then pages not seen for longest, then links."""
    row = Round.objects.get(pk=round_id)
    site = Site.objects.get(channel=row.channel_id)
    room = {True: site.pages_a_day - row.pages, False: MOST_LINKS - row.links}
    waiting = Visit.objects.filter(round=row, done_at=None)
    if room[True] <= 0:
        waiting = waiting.exclude(purpose=Purpose.PAGE)
    if room[False] <= 0:
        waiting = waiting.filter(purpose=Purpose.PAGE)
    rows = waiting.select_related("column").order_by("rank", "seen_before", "pk")
    # A page never seen comes before all others of its turn; databases differ on where an empty day sorts.
    never = list(rows.filter(seen_before=None)[:limit])
    before = list(rows.exclude(seen_before=None)[:limit])
    found = sorted([*never, *before], key=lambda one: (one.rank, one.seen_before or date.min, one.pk))
    errands = []
    for one in found:
        is_page = one.purpose == Purpose.PAGE
        room[is_page] -= 1
        if room[is_page] >= 0:
            selector = one.column.selector if one.column else ""
            errands.append(Errand(one.pk, one.address, Purpose(one.purpose), selector))
    return tuple(errands[:limit])


@dataclass(frozen=True, slots=True)
class VisitSeen:
    """One visit that is done."""

    address: str
    key: str
    purpose: str
    status: int | None
    error: str
    life: str
    found_on: str
    words: str
    column: int | None
    seen: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a round saw of one site, and what was known before."""

    round: int
    channel: int
    day: date
    home: str
    whole: bool
    complete: bool
    consultation: str
    letters_here: bool
    entered: Entered | None
    visits: Mapping[str, VisitSeen]
    columns: tuple[ColumnSeen, ...]
    column_names: Mapping[int, tuple[str, str]]
    lines: Mapping[int, tuple[LineSeen, ...]]
    last_looks: Mapping[int, date | None]
    pages: Mapping[str, PageSeen]
    home_lines: tuple[Line, ...] = ()
    home_changed: date | None = None
    standing: tuple[Finding, ...] = field(default=())


def ground_of(round_id: int) -> Ground:
    """Gather what a round saw; a fixed number of queries, whatever the size of the site."""
    row = Round.objects.get(pk=round_id)
    site = Site.objects.get(channel=row.channel_id)
    visits = {one.key: _visit(one) for one in Visit.objects.filter(round=row).exclude(done_at=None)}
    pages = {page.key: page for page in Page.objects.filter(channel=row.channel_id, seen_on=row.day)}
    days: Mapping[str, str] = next(
        (one.seen.get("days", {}) for one in visits.values() if one.purpose == Purpose.MAP), {}
    )
    seen = {page.address: _page(page, days) for page in pages.values() if page.key in visits}
    columns = list(Column.objects.filter(site=site))
    lines = _lines([column.pk for column in columns], row.day)
    home = next((page for page in pages.values() if page.address == row.home), None)
    home_visit = next((one for one in visits.values() if one.address == row.home), None)
    return Ground(
        round=row.pk,
        channel=row.channel_id,
        day=row.day,
        home=row.home,
        whole=row.whole,
        complete=row.whole and not Visit.objects.filter(round=row, done_at=None).exists(),
        consultation=site.consultation,
        letters_here=site.letters_here,
        entered=Entered.objects.filter(channel=row.channel_id).first(),
        visits=visits,
        columns=tuple(_column(column, lines.get(column.pk, []), seen, row.day) for column in columns),
        column_names={column.pk: (column.name, column.address) for column in columns},
        lines={pk: tuple(_line_seen(line, row.day) for line in found) for pk, found in lines.items()},
        last_looks={
            column.pk: column.read_before_on if column.last_read_on == row.day else None for column in columns
        },
        pages=seen,
        home_lines=tuple(
            Line(address, date.fromisoformat(day) if day else None)
            for address, day in (home_visit.seen.get("list", []) if home_visit else [])
        ),
        home_changed=home.changed_on if home else None,
        standing=tuple(Finding.objects.filter(channel=row.channel_id).select_related("column")),
    )


def _visit(row: Visit) -> VisitSeen:
    return VisitSeen(
        row.address,
        row.key,
        row.purpose,
        row.status,
        row.error,
        row.life,
        row.found_on,
        row.words,
        row.column_id,
        row.seen,
    )


def _page(page: Page, days: Mapping[str, str]) -> PageSeen:
    mapped = days.get(page.key)
    return PageSeen(
        page.address,
        page.day,
        page.file_day,
        date.fromisoformat(mapped) if mapped else page.map_day,
        same_text=bool(page.print_before) and page.print == page.print_before,
    )


def _lines(columns: list[int], day: date) -> dict[int, list[ListLine]]:
    found: dict[int, list[ListLine]] = {}
    for line in ListLine.objects.filter(column__in=columns, seen_on=day).order_by("column", "place"):
        found.setdefault(line.column_id, []).append(line)
    return found


def _line_seen(line: ListLine, day: date) -> LineSeen:
    return LineSeen(line.address, line.day, line.first_seen_on < day, line.day_before)


def _column(column: Column, lines: list[ListLine], pages: Mapping[str, PageSeen], day: date) -> ColumnSeen:
    first = column.first_read_on
    return ColumnSeen(
        column.pk,
        ColumnKind(column.kind),
        tuple(
            Line(
                line.address,
                line.day,
                pages[line.address].day if line.address in pages else None,
                # What was there at the first look may be of any age.
                line.first_seen_on if first is not None and line.first_seen_on > first else None,
            )
            for line in lines
        ),
        read=column.last_read_on == day,
    )


def attempts_by_day(channel: int, days: list[date]) -> dict[date, tuple[int, int]]:
    """Count tries and failed tries a day."""
    found: dict[date, tuple[int, int]] = {}
    for day, good in Attempt.objects.filter(channel=channel, day__in=days).values_list("day", "good"):
        tries, failed = found.get(day, (0, 0))
        found[day] = (tries + 1, failed + (not good))
    return found


def last_round_day(channel: int) -> date | None:
    """Give the day of the newest daily look at a site."""
    row = Round.objects.filter(channel=channel, whole=True).order_by("-day").values_list("day", flat=True)
    return row.first()
