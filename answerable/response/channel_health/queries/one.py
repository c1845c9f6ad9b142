"""One channel's page: how it stands and why, what was found, what is looked at, how it went."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.together import read_together
from answerable.office.people.queries import day_of
from answerable.response.channel_health.models import (
    Attempt,
    Column,
    Entered,
    Finding,
    ListLine,
    Round,
    Site,
    Visit,
)
from answerable.response.channel_health.queries.state import (
    ChannelHealth,
    FindingRow,
    finding_row,
    measures,
    series_of,
    state_of,
)
from answerable.response.channel_health.rules.faults import STANDS, Fault, Move, State, moves_by_hand
from answerable.response.channel_health.rules.metrics import Metric
from answerable.response.channels.queries import ChannelRow, channel_of

PAGE_SIZE = 50
TREND_DAYS = 30
#: See office.people for which posts give it.
READ = "channels.read"


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding with what can be done with it."""

    row: FindingRow
    moves: tuple[Move, ...]
    column_name: str


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column with its newest day."""

    id: int
    name: str
    address: str
    kind: str
    selector: str
    read_on: date | None
    newest: date | None
    lines: int


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One look, running or over."""

    id: int
    day: date
    number: int
    whole: bool
    running: bool
    reason: str
    began_at: datetime
    ended_at: datetime | None
    pages: int
    links: int
    waiting: int


@dataclass(frozen=True, slots=True)
class TryRow:
    """One try that failed."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """Everything on the page of one channel."""

    channel: ChannelRow
    health: ChannelHealth
    findings: tuple[ShownFinding, ...]
    total: int
    page: int
    tab: str
    counts: Mapping[str, int]
    site: Site | None
    columns: tuple[ColumnRow, ...]
    rounds: tuple[RoundRow, ...]
    failed_tries: tuple[TryRow, ...]
    entered: Entered | None
    series: Mapping[Metric, tuple[tuple[date, float | None], ...]]
    today: date


def channel_page(actor: Actor, channel: int, *, tab: str = "", page: int = 1, at: datetime) -> ChannelPage:
    """Show one channel; a fixed number of queries."""
    row = channel_of(actor, channel)
    tab = tab if tab in (State.DISMISSED, State.FIXED) else ""
    rows = Finding.objects.filter(channel=channel)
    counted = rows.values_list("state").annotate(Count("pk")).order_by()
    sites = Site.objects.filter(channel=channel)
    failed = (
        Attempt.objects.filter(channel=channel, good=False).order_by("-at").values_list("at", "reason")[:5]
    )
    entered = Entered.objects.filter(channel=channel)
    measured = measures(channel, TREND_DAYS, at=at)
    latest = _latest(channel)
    read_together(counted, sites, failed, entered, measured, latest)
    counts = Counter(dict(counted))
    standing = sum(counts[state] for state in STANDS)
    total = counts[tab] if tab else standing
    page = min(max(page, 1), max(1, -(-total // PAGE_SIZE)))
    chosen = rows.filter(state=tab) if tab else rows.filter(state__in=STANDS)
    shown = chosen.select_related("channel", "column").order_by("-found_at", "fault", "pk")
    site = sites[0] if sites else None
    return ChannelPage(
        channel=row,
        health=state_of([channel], at=at)[channel],
        findings=tuple(
            ShownFinding(
                finding_row(one),
                moves_by_hand(Fault(one.fault), State(one.state)),
                one.column.name if one.column else "",
            )
            for one in shown[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        ),
        total=total,
        page=page,
        tab=tab,
        counts={
            "standing": standing,
            "dismissed": counts[State.DISMISSED],
            "fixed": counts[State.FIXED],
        },
        site=site,
        columns=_columns(site),
        rounds=_rounds(latest),
        failed_tries=tuple(TryRow(at_, reason) for at_, reason in failed),
        entered=entered[0] if entered else None,
        series=series_of(measured),
        today=day_of(at),
    )


def _columns(site: Site | None) -> tuple[ColumnRow, ...]:
    if site is None:
        return ()
    newest: dict[int, date] = {}
    lines: dict[int, int] = {}
    columns = Column.objects.filter(site=site)
    listed = ListLine.objects.filter(column__site=site).values_list("column", "day", "seen_on")
    read_together(columns, listed)
    read = {column.pk: column.last_read_on for column in columns}
    for pk, day, seen in listed:
        if seen != read[pk]:
            continue
        lines[pk] = lines.get(pk, 0) + 1
        if day is not None and day <= seen:
            newest[pk] = max(day, newest.get(pk, day))
    return tuple(
        ColumnRow(
            one.pk,
            one.name,
            one.address,
            one.kind,
            one.selector,
            one.last_read_on,
            newest.get(one.pk),
            lines.get(one.pk, 0),
        )
        for one in columns
    )


def _latest(channel: int) -> "QuerySet[Any]":
    """Give the last rounds of a channel, each with how many of its visits are still to be made."""
    left = Visit.objects.filter(round=OuterRef("pk"), done_at=None).order_by().values("round")
    rows = Round.objects.filter(channel=channel).order_by("-day", "-number")
    return rows.annotate(waiting=Coalesce(Subquery(left.annotate(number=Count("pk")).values("number")), 0))[
        :5
    ]


def _rounds(latest: Iterable[Any]) -> tuple[RoundRow, ...]:
    return tuple(
        RoundRow(
            row.pk,
            row.day,
            row.number,
            row.whole,
            row.state == "running",
            row.reason,
            row.began_at,
            row.ended_at,
            row.pages,
            row.links,
            row.waiting if row.state == "running" else 0,
        )
        for row in latest
    )


def channel_of_finding(actor: Actor, finding: int) -> int:
    """Give the channel that a finding is about, to somebody who may see the register."""
    actor.need(READ)
    channel = Finding.objects.filter(pk=finding).values_list("channel", flat=True).first()
    if channel is None:
        raise NotFound(_("There is no such finding."), _("Look at the channel."))
    return channel
