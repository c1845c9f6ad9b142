"""How channels stand: for the pages of this room and for other rooms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from answerable.kernel.together import read_together
from answerable.office.people.queries import day_of
from answerable.response.channel_health.models import Check, Finding
from answerable.response.channel_health.rules.faults import FAULT_NAMES, METRIC_OF, STANDS, Fault, State
from answerable.response.channel_health.rules.metrics import Metric, Standing, whole

#: A measure older than this says nothing about today.
FRESH = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One measure of one channel, the newest of its metric."""

    channel: int
    metric: Metric
    day: date
    value: float | None
    limit: float | None
    standing: Standing
    veto: bool
    method: str
    note: str
    by_name: str


@dataclass(frozen=True, slots=True)
class ChannelHealth:
    """How one channel stands: its standing, the vetoes that fail it, its newest measures, what was found."""

    channel: int
    standing: Standing
    vetoes: tuple[Metric, ...]
    checks: tuple[CheckRow, ...]
    findings: int
    measured_on: date | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as other rooms read it: an observation by machine or by a person, on a channel, with its place."""

    id: int
    channel: int
    channel_name: str
    fault: str
    fault_name: str
    metric: Metric
    subject: str
    state: str
    times: int
    found_at: datetime
    seen_at: datetime
    fixed_at: datetime | None
    reason: str
    judged_by: str
    details: Mapping[str, object]
    link: str


def newest_checks(channels: Iterable[int], *, at: datetime) -> dict[int, tuple[CheckRow, ...]]:
    """Give the newest measure of each metric of each channel, in one query."""
    return _by_channel(_newest(channels, at=at))


def _newest(channels: Iterable[int], *, at: datetime) -> "QuerySet[Check]":
    today = day_of(at)
    ranked = Check.objects.filter(channel__in=list(channels), day__lte=today, day__gt=today - FRESH).annotate(
        turn=Window(RowNumber(), partition_by=[F("channel"), F("metric")], order_by=F("day").desc())
    )
    return ranked.filter(turn=1)


def _by_channel(checks: Iterable[Check]) -> dict[int, tuple[CheckRow, ...]]:
    found: dict[int, list[CheckRow]] = {}
    for row in checks:
        found.setdefault(row.channel_id, []).append(_check(row))
    order = list(Metric)
    return {
        channel: tuple(sorted(rows, key=lambda one: order.index(one.metric)))
        for channel, rows in found.items()
    }


def _check(row: Check) -> CheckRow:
    return CheckRow(
        row.channel_id,
        Metric(row.metric),
        row.day,
        row.value,
        row.limit,
        Standing(row.standing),
        row.veto,
        row.method,
        row.note,
        row.by_name,
    )


def state_of(channels: Iterable[int], *, at: datetime) -> dict[int, ChannelHealth]:
    """Say how channels stand now; one query, whatever their number."""
    ids = list(channels)
    fresh = _newest(ids, at=at)
    standing_ones = Finding.objects.filter(channel__in=ids, state__in=STANDS).values_list("channel")
    counted = standing_ones.annotate(number=Count("pk")).order_by()
    read_together(fresh, counted)
    checks, counts = _by_channel(fresh), dict(counted)
    found = {}
    for channel in ids:
        rows = checks.get(channel, ())
        standing, vetoes = whole({row.metric: (row.standing, row.veto) for row in rows})
        newest = max((row.day for row in rows), default=None)
        found[channel] = ChannelHealth(channel, standing, vetoes, rows, counts.get(channel, 0), newest)
    return found


def trend(channel: int, days: int, *, at: datetime) -> dict[Metric, tuple[tuple[date, float | None], ...]]:
    """Give the measures of a channel over the last days, by metric, oldest first."""
    return series_of(measures(channel, days, at=at))


def measures(channel: int, days: int, *, at: datetime) -> "QuerySet[Any]":
    """Say what is to be read for the trend of a channel."""
    rows = Check.objects.filter(channel=channel, day__gt=day_of(at) - timedelta(days=days)).order_by("day")
    return rows.values_list("metric", "day", "value")


def series_of(
    measured: Iterable[tuple[str, date, float | None]],
) -> dict[Metric, tuple[tuple[date, float | None], ...]]:
    """Sort measures by their metrics, each in its order."""
    found: dict[Metric, list[tuple[date, float | None]]] = {}
    for metric, day, value in measured:
        found.setdefault(Metric(metric), []).append((day, value))
    return {metric: tuple(series) for metric, series in found.items()}


def findings(*, since: datetime, until: datetime, channel: int | None = None) -> tuple[FindingRow, ...]:
    """List the findings that were there at some time from `since` on and before `until`, dismissed ones left out."""
    rows = Finding.objects.filter(found_at__lt=until).filter(Q(fixed_at=None) | Q(fixed_at__gte=since))
    rows = rows.exclude(state=State.DISMISSED).select_related("channel").order_by("found_at", "pk")
    if channel is not None:
        rows = rows.filter(channel=channel)
    return tuple(finding_row(row) for row in rows)


def finding_row(row: Finding) -> FindingRow:
    """Make a row of a finding loaded with its channel."""
    fault = Fault(row.fault)
    return FindingRow(
        id=row.pk,
        channel=row.channel_id,
        channel_name=row.channel.name,
        fault=row.fault,
        fault_name=str(FAULT_NAMES[fault]),
        metric=METRIC_OF[fault],
        subject=row.subject,
        state=row.state,
        times=row.times,
        found_at=row.found_at,
        seen_at=row.seen_at,
        fixed_at=row.fixed_at,
        reason=row.reason,
        judged_by=row.judged_by,
        details=row.details,
        link=f"/respond/health/{row.channel_id}/#finding-{row.pk}",
    )
