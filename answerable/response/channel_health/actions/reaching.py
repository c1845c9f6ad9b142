"""Tries of home pages, as inspectors make them, and the share of them that failed."""

from datetime import date, datetime, timedelta

from django.db import transaction

from answerable.response.channel_health.actions.closing import keep_finding, write_check
from answerable.response.channel_health.actions.judging import Found
from answerable.response.channel_health.actions.rounds import key_of
from answerable.response.channel_health.models import Attempt, Finding
from answerable.response.channel_health.queries.ground import attempts_by_day
from answerable.response.channel_health.queries.limits import limits_now
from answerable.response.channel_health.rules.faults import MOVES, Fault, Move, State
from answerable.response.channel_health.rules.metrics import TRIES_A_DAY, TRY_DAYS, Metric, Standing, measure
from answerable.response.channel_health.rules.reach import reach
from answerable.response.channel_health.visiting import Tried

#: Tries are shown and counted for a quarter.
KEPT = timedelta(days=92)


def note_try(channel: int, home: str, tried: Tried, day: date, *, slot: datetime, at: datetime) -> None:
    """Note one try and write the share of the week; the same slot counts once, however often a job runs."""
    with transaction.atomic():
        if tried.counted:
            Attempt.objects.get_or_create(
                channel_id=channel,
                at=slot,
                defaults={
                    "day": day,
                    "good": tried.good,
                    "reason": tried.reason[:40],
                    "took_ms": tried.took_ms,
                },
            )
        Attempt.objects.filter(channel=channel, at__lt=at - KEPT).delete()
        days = [day - timedelta(days=back) for back in range(TRY_DAYS + 1)]
        by_day = attempts_by_day(channel, days)
        # Seven whole days: with today once it has its tries, else those behind it.
        today_is_whole = by_day.get(day, (0, 0))[0] >= TRIES_A_DAY
        week = reach(by_day, days[:-1] if today_is_whole else days[1:])
        so_far = reach(by_day, days[:-1])
        found = measure(Metric.REACHABLE, week.percent, limits_now(), note=f"{so_far.failed}/{so_far.tries}")
        write_check(channel, day, found, method="auto", at=at)
        _keep(channel, home, found.standing, week.percent, at=at)


def _keep(channel: int, home: str, standing: Standing, percent: float | None, *, at: datetime) -> None:
    row = Finding.objects.filter(channel=channel, fault=Fault.UNREACHABLE, key=key_of(home)).first()
    if standing is Standing.FAIL:
        details = {"percent": percent}
        if row is None:
            keep_finding(channel, Found(Fault.UNREACHABLE, home, details), at=at)
        elif row.state == State.FIXED:
            MOVES.make(
                Finding.objects.filter(pk=row.pk),
                State.FIXED,
                Move.RETURN,
                details=details,
                found_at=at,
                seen_at=at,
                times=row.times + 1,
            )
        else:
            Finding.objects.filter(pk=row.pk).update(details=details, seen_at=at)
    elif row is not None and row.state != State.FIXED and standing is not Standing.UNKNOWN:
        MOVES.make(Finding.objects.filter(pk=row.pk), State(row.state), Move.CLEAR, fixed_at=at)
