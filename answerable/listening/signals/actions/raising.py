"""Counting stories and watches, and raising what grew faster than chance allows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings as installation
from django.db import transaction

from answerable.kernel import events
from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.listening.signals.events import SignalRaised
from answerable.listening.signals.models import Setting, Signal, Watch
from answerable.listening.signals.rules.counting import HOUR, MEMORY, counts
from answerable.listening.signals.rules.episodes import is_over
from answerable.listening.signals.rules.states import WatchState
from answerable.listening.signals.rules.switch import settings_of, settings_of_stories
from answerable.listening.signals.rules.telling import Quiet, Rhythm, tell_at
from answerable.listening.sources import queries as sources
from answerable.listening.stories import queries as stories
from answerable.listening.stories.queries import Hours
from storystream.early_warning import Settings, Watcher
from storystream.items import Signal as Found

#: A signal is raised up to so long after its hour: workers may have stood still, and later it is old news.
STILL_NEWS = timedelta(hours=6)
#: A story is watched for as long as it stays open.
LIVE = timedelta(hours=72)
#: An episode lasts at least this long, so that one quiet hour of the night does not end it.
SHORTEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Series:
    """One thing that is counted: a story or a watch, with its counts by the hour."""

    key: str
    title: str
    hours: Hours
    story: int | None = None
    watch: Watch | None = None


def count_all(*, at: datetime) -> int:
    """Count every live story and every active watch, raise signals, and end episodes. Gives the signals raised.

    Everything is counted anew from the placements, so that merges, splits and late items are in it, and so that a
    worker killed in between changes nothing.
    """
    first = stories.first_hour()
    if first is None:
        return 0
    newest = at.replace(minute=0, second=0, microsecond=0)
    since, until = max(first, newest - MEMORY), newest + HOUR
    shares = _shares(since, until)
    raised = 0
    for settings, group in _groups(since, until, at=at):
        found = Watcher(settings).see(
            count for series in group for count in counts(series.key, series.hours, shares, since=since)
        )
        by_key = {series.key: series for series in group}
        raised += _raise([(by_key[signal.series], signal) for signal in found], at=at)
        _follow(group, until=until, at=at)
    return raised


def _shares(since: datetime, until: datetime) -> dict[datetime, float]:
    """Name the hours in which not everything was listened to."""
    return {hour.hour: hour.share for hour in sources.exposure(since, until) if hour.share < 1.0}


def _groups(since: datetime, until: datetime, *, at: datetime) -> Iterable[tuple[Settings, list[Series]]]:
    """Give series that are looked at with one setting."""
    live = stories.live_stories(since=at - LIVE)
    if live:
        hours = stories.story_hours([story.id for story in live], since=since, until=until)
        setting = Setting.objects.filter(pk=1).first() or Setting()
        yield (
            settings_of_stories(setting.days, setting.at_least, stories=len(live)),
            [Series(f"story:{row.id}", row.title, hours.get(row.id, {}), story=row.id) for row in live],
        )
    watched: dict[tuple[float, int], list[Series]] = defaultdict(list)
    for watch in Watch.objects.filter(state=WatchState.ACTIVE).order_by("pk"):
        hours_of = stories.words_hours(watch.words, languages=watch.languages, since=since, until=until)
        watched[watch.switch, watch.at_least].append(
            Series(f"watch:{watch.pk}", watch.name, hours_of, watch=watch)
        )
    for (switch, at_least), group in watched.items():
        yield settings_of(switch, at_least), group


def _raise(found: list[tuple[Series, Found]], *, at: datetime) -> int:
    """Write down the signals that are news; one that goes on, or was raised before, is not."""
    return sum(
        _raise_one(series, signal, at=at) for series, signal in found if at - (signal.at - HOUR) < STILL_NEWS
    )


def _raise_one(series: Series, found: Found, *, at: datetime) -> bool:
    from_at = found.at - timedelta(hours=found.hours)
    evidence = _evidence(series, from_at, found.at)
    with transaction.atomic():
        known = Signal.objects.filter(series=series.key)
        if known.filter(over_at=None).exists() or known.filter(until_at__gte=found.at).exists():
            return False
        signal = Signal.objects.create(
            story_id=series.story,
            watch=series.watch,
            title=series.title,
            series=series.key,
            from_at=from_at,
            until_at=found.at,
            hours=found.hours,
            seen=found.seen,
            most_seen=found.seen,
            expected=found.expected,
            p=found.p,
            once_in_days=found.once_in_days,
            per_100_series_days=found.per_100_series_days,
            evidence=list(evidence),
            raised_at=at,
            tell_at=_tell_at(series.watch, at=at),
        )
        record("signals.raise", f"signal:{signal.pk}", by=MACHINE, at=at, series=series.key, seen=found.seen)
        watch = series.watch.pk if series.watch else None
        events.publish(SignalRaised(signal.pk, series.story, watch, at))
    return True


def _evidence(series: Series, since: datetime, until: datetime) -> tuple[int, ...]:
    if series.watch is not None:
        return stories.words_evidence(
            series.watch.words, languages=series.watch.languages, since=since, until=until
        )
    return stories.story_evidence(series.story or 0, since=since, until=until)


def _tell_at(watch: Watch | None, *, at: datetime) -> datetime | None:
    if watch is None:
        return at
    quiet = None
    if watch.quiet_from is not None and watch.quiet_until is not None:
        quiet = Quiet(watch.quiet_from, watch.quiet_until)
    return tell_at(Rhythm(watch.rhythm), quiet, zone=installation.TIME_ZONE, at=at)


def _follow(group: list[Series], *, until: datetime, at: datetime) -> None:
    """Keep what an outbreak came to at its most, and note when its count is ordinary again."""
    by_key = {series.key: series for series in group}
    for signal in Signal.objects.filter(over_at=None, series__in=list(by_key)):
        now = _window(by_key[signal.series].hours, until - timedelta(hours=signal.hours), until)
        if now > signal.most_seen:
            Signal.objects.filter(pk=signal.pk).update(most_seen=now)
        if at - signal.raised_at >= SHORTEST and is_over(now, signal.expected):
            Signal.objects.filter(pk=signal.pk).update(over_at=at)


def _window(hours: Mapping[datetime, stories.Heard], since: datetime, until: datetime) -> int:
    return sum(seen.live for hour, seen in hours.items() if since <= hour < until)


def end_forgotten(*, at: datetime) -> int:
    """End the episodes of stories and watches that nobody counts any more. Gives how many."""
    old = Signal.objects.filter(over_at=None, raised_at__lt=at - LIVE)
    watched = {
        f"watch:{pk}" for pk in Watch.objects.filter(state=WatchState.ACTIVE).values_list("pk", flat=True)
    }
    live = {f"story:{story.id}" for story in stories.live_stories(since=at - LIVE)}
    gone = [pk for pk, series in old.values_list("pk", "series") if series not in watched | live]
    return Signal.objects.filter(pk__in=gone).update(over_at=at)
