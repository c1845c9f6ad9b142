"""Ends a round: findings come, stay or go; measures are written down; what fails now is told. One transaction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from answerable.kernel import events
from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.response.channel_health.actions.judging import Found, Judged, bears_other_day, judge
from answerable.response.channel_health.actions.rounds import key_of
from answerable.response.channel_health.events import HealthFailed
from answerable.response.channel_health.models import Check, Finding, Round, SilentLink, Visit
from answerable.response.channel_health.queries.ground import Ground, ground_of
from answerable.response.channel_health.queries.limits import limits_now
from answerable.response.channel_health.rules.faults import METRIC_OF, MOVES, STANDS, Fault, Move, State
from answerable.response.channel_health.rules.links import ROUNDS_SILENT, Life
from answerable.response.channel_health.rules.metrics import (
    Limits,
    Measure,
    Metric,
    Standing,
    measure,
    raised,
)
from answerable.response.channel_health.visiting import Purpose
from answerable.response.channels.queries import channels
from answerable.response.letters.queries.waiting import oldest_owed

#: Visits of a closed round are kept so long, for whoever asks how a finding came about.
VISITS_KEPT = timedelta(days=14)
#: Faults that were seen to happen: they stay until the date is changed or a person has judged them.
HAPPENED = frozenset({Fault.DATE_BACKDATED, Fault.DATE_REDATED})
#: Faults that are measured as a whole: not found means not there.
WHOLE = frozenset(
    {Fault.HOME_STALE, Fault.MESSAGE_WAITS, Fault.CERTIFICATE_ENDS, Fault.CERTIFICATE_ENDED}
    | {Fault.CERTIFICATE_BAD, Fault.NO_CONSULTATION, Fault.CONSULTATION_DEAD}
)
OF_COLUMNS = frozenset({Fault.COLUMN_STALE, Fault.COLUMN_EMPTY, Fault.COLUMN_GONE})
OF_LINKS = frozenset({Fault.LINK_DEAD, Fault.LINK_DEAD_OUTWARD, Fault.SAYS_MISSING})
OF_DATES = frozenset(fault for fault, metric in METRIC_OF.items() if metric is Metric.DATES)
#: Measured elsewhere: by tries, and by people.
NOT_OF_ROUNDS = frozenset({Metric.REACHABLE, Metric.POSTED, Metric.GRAVE})


def close_round(round_id: int, *, at: datetime) -> bool:
    """End a round once its visits are done; False where it is over already."""
    with transaction.atomic():
        row = Round.objects.select_for_update().filter(pk=round_id, state="running").first()
        if row is None:
            return False
        ground = ground_of(round_id)
        limits = limits_now()
        home = ground.visits.get(key_of(ground.home))
        row.state, row.ended_at = "done", at
        if home is None or (home.error or (home.status or 0) >= 400):
            row.reason = (home.error or f"status {home.status}") if home else "not_visited"
        row.save()
        judged = judge(ground, limits, oldest_letter=oldest_owed(at=at), at=at)
        _settle(ground, judged, at=at)
        _write_measures(ground, judged, limits, at=at)
        Visit.objects.filter(
            round__channel=row.channel_id, round__day__lt=row.day - VISITS_KEPT, round__state="done"
        ).delete()
        record(
            "channel_health.close_round",
            f"channel:{row.channel_id}",
            by=MACHINE,
            at=at,
            round=row.pk,
            pages=row.pages,
            links=row.links,
            findings=len(judged.found),
        )
    return True


def _settle(ground: Ground, judged: Judged, *, at: datetime) -> None:
    """Bring the findings in step with what was seen."""
    there = {(found.fault, key_of(found.subject)): found for found in (*judged.found, *_silent(ground))}
    standing = {(Fault(row.fault), row.key): row for row in ground.standing}
    for (fault, key), found in there.items():
        row = standing.get((fault, key))
        if row is None:
            keep_finding(ground.channel, found, at=at)
        else:
            _see_again(row, found, at=at)
    for (fault, key), row in standing.items():
        if (fault, key) not in there and row.state != State.FIXED and _is_gone(ground, fault, row):
            MOVES.make(Finding.objects.filter(pk=row.pk), State(row.state), Move.CLEAR, fixed_at=at)


def keep_finding(channel: int, found: Found, *, state: State = State.OPEN, at: datetime, by: str = "") -> int:
    """Write a new finding down."""
    return Finding.objects.create(
        channel_id=channel,
        fault=found.fault,
        subject=found.subject[:2000],
        key=key_of(found.subject),
        column_id=found.column,
        details=dict(found.details),
        state=state,
        judged_by=by,
        found_at=at,
        seen_at=at,
    ).pk


def _see_again(row: Finding, found: Found, *, at: datetime) -> None:
    changes: dict[str, Any] = {"details": dict(found.details), "seen_at": at, "column_id": found.column}
    if row.state == State.FIXED:
        changes |= {"found_at": at, "fixed_at": None, "times": row.times + 1, "reason": "", "judged_by": ""}
        MOVES.make(Finding.objects.filter(pk=row.pk), State.FIXED, Move.RETURN, **changes)
    else:
        Finding.objects.filter(pk=row.pk).update(**changes)


def _silent(ground: Ground) -> Iterable[Found]:
    """Call a link of another host dead once it was silent on two days."""
    for visit in ground.visits.values():
        own = visit.address.split("/")[2:3] == ground.home.split("/")[2:3]
        if visit.purpose != Purpose.LINK or own:
            continue
        if visit.life != Life.SILENT:
            SilentLink.objects.filter(channel=ground.channel, key=visit.key).delete()
            continue
        row, is_new = SilentLink.objects.get_or_create(
            channel_id=ground.channel, key=visit.key, defaults={"last_on": ground.day}
        )
        if not is_new and row.last_on < ground.day:
            row.days, row.last_on = row.days + 1, ground.day
            row.save(update_fields=["days", "last_on"])
        if row.days >= ROUNDS_SILENT:
            details = {
                "found_on": visit.found_on,
                "words": visit.words,
                "status": visit.status or visit.error,
                "days": row.days,
            }
            yield Found(Fault.LINK_DEAD_OUTWARD, visit.address, details)


def _is_gone(ground: Ground, fault: Fault, row: Finding) -> bool:
    """Say whether a fault that was not found today was looked for: what was not looked at stays."""
    if fault in WHOLE:
        return key_of(ground.home) in ground.visits
    if fault in OF_COLUMNS:
        return row.column_id is None or any(one.id == row.column_id and one.read for one in ground.columns)
    if fault in OF_LINKS:
        return _link_gone(ground, row)
    if fault in OF_DATES:
        return _date_gone(ground, fault, row)
    if fault is Fault.BARRIER:
        return key_of(row.details.get("page", "")) in ground.visits
    return False


def _link_gone(ground: Ground, row: Finding) -> bool:
    visit = ground.visits.get(row.key)
    found_on = ground.visits.get(key_of(row.details.get("found_on", "")))
    if found_on is not None and "links" in found_on.seen and row.key not in found_on.seen["links"]:
        return True  # nobody is led there any more
    if visit is not None:
        return visit.life in (Life.ALIVE, Life.UNJUDGED)
    return ground.complete


def _date_gone(ground: Ground, fault: Fault, row: Finding) -> bool:
    if fault in HAPPENED:
        return bears_other_day(ground, row.subject, row.details.get("says", ""))
    listed = any(line.address == row.subject for lines in ground.lines.values() for line in lines)
    return row.key in ground.visits or listed or ground.complete


def _write_measures(ground: Ground, judged: Judged, limits: Limits, *, at: datetime) -> None:
    counts, confirmed = _counts(ground.channel)
    for metric, value in judged.values.items():
        if metric in NOT_OF_ROUNDS:
            continue
        if value is not None and metric in COUNTED:
            value = float(counts.get(metric, 0))
        if metric is Metric.CERTIFICATE and value is None and not ground.home.startswith("https:"):
            continue
        found = measure(metric, value, limits, note=judged.notes.get(metric, ""))
        found = _raise(found, metric, counts.get(metric, 0), confirmed)
        if metric is Metric.COLUMNS and found.standing is Standing.OK and _nears(judged, limits):
            found = raised(found, Standing.WARN)
        write_check(ground.channel, ground.day, found, method="auto", at=at)


COUNTED = frozenset({Metric.LINKS, Metric.DATES, Metric.ACCESS, Metric.COLUMNS, Metric.EMPTY})
#: Faults that fail their measure by themselves, whatever its value.
FATAL = frozenset(
    {Fault.NO_CONSULTATION, Fault.CONSULTATION_DEAD, Fault.CERTIFICATE_ENDED, Fault.CERTIFICATE_BAD}
    | {Fault.NO_REPLY_THERE}
)


def _counts(channel: int) -> tuple[Mapping[Metric, int], frozenset[Metric]]:
    """Count what stands of each measure, and say which measures a person confirmed or a fatal fault fails."""
    counts: dict[Metric, int] = {}
    failed: set[Metric] = set()
    for fault, state in Finding.objects.filter(channel=channel, state__in=STANDS).values_list(
        "fault", "state"
    ):
        metric = METRIC_OF[Fault(fault)]
        counts[metric] = counts.get(metric, 0) + 1
        if Fault(fault) in FATAL or (state == State.CONFIRMED and metric is Metric.DATES):
            failed.add(metric)
    return counts, frozenset(failed)


def _raise(found: Measure, metric: Metric, count: int, failed: frozenset[Metric]) -> Measure:
    if metric in failed:
        return raised(found, Standing.FAIL)
    return raised(found, Standing.WARN) if count and found.standing is Standing.OK else found


def _nears(judged: Judged, limits: Limits) -> bool:
    """Say whether some column has used 70 % of its time, before it counts as stale."""
    return any(
        age.days is not None and age.limit is not None and age.days >= age.limit * limits.warn_share
        for age in judged.ages.values()
    )


def write_check(
    channel: int, day: date, found: Measure, *, method: str, at: datetime, by_name: str = ""
) -> None:
    """Write one measure of one day, and tell the house when it fails where it did not before."""
    before = (
        Check.objects.filter(channel=channel, metric=found.metric, day__lte=day)
        .exclude(standing=Standing.UNKNOWN)
        .order_by("-day")
        .values_list("standing", flat=True)
        .first()
    )
    Check.objects.update_or_create(
        channel_id=channel,
        metric=found.metric,
        day=day,
        defaults={
            "method": method,
            "value": found.value,
            "limit": found.limit,
            "standing": found.standing,
            "veto": found.veto,
            "note": found.note[:300],
            "by_name": by_name,
            "at": at,
        },
    )
    if found.standing is Standing.FAIL and before != Standing.FAIL:
        row = next((one for one in channels(None, live=False) if one.id == channel), None)
        events.publish(
            HealthFailed(
                channel,
                found.metric,
                at,
                veto=found.veto,
                name=row.name if row else "",
                unit=row.unit if row else None,
            )
        )
