"""Hours, intervals, silence: when a source is due and when it has been quiet for too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

HOUR = timedelta(hours=1)
#: The learnt interval stays inside these. Conditional requests up to four an hour are what large readers do.
SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=24)
#: Until a rhythm is known (the default of Miniflux and FreshRSS).
AT_FIRST = timedelta(hours=1)
#: What a person may set; ten seconds is for the demo and for sources inside the house.
SHORTEST_FIXED = timedelta(seconds=10)
#: So many texts are needed before a rhythm is believed.
ENOUGH_FOR_RHYTHM = 5
#: So many gaps are needed before silence is judged by the source's own rhythm.
ENOUGH_FOR_SILENCE = 20
#: Quiet longer than QUIET_FACTOR times the 0.98 quantile of its own gaps counts as silence: with the gaps of a
#: steady source that is beyond every pause it ever made but about one in a thousand.
QUIET_QUANTILE = 0.98
QUIET_FACTOR = 1.5
#: Nights and weekends are no silence, whatever the rhythm of a weekday.
SHORTEST_SILENCE = timedelta(hours=36)
#: While too little is known, two weeks without a text are shown as silence.
SILENCE_AT_FIRST = timedelta(days=14)
#: A poll that comes later than its own interval was missed; short intervals get this grace.
MISSED_GRACE = timedelta(minutes=2)
#: A server that asks for more patience than this is asked again all the same.
LONGEST_PATIENCE = timedelta(days=7)


def hour_of(moment: datetime) -> datetime:
    """Give the start of the hour (UTC) in which a moment lies."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def hours_between(since: datetime, until: datetime) -> Iterator[datetime]:
    """Walk the hours (UTC) that [since, until) touches; nothing when it is empty."""
    hour = hour_of(since)
    while hour < until and since < until:
        yield hour
        hour += HOUR


def gaps_of(times: Sequence[datetime]) -> list[timedelta]:
    """Give the gaps between the times of a source's texts, in order of time; texts of one moment count once."""
    ordered = sorted(set(times))
    return [later - earlier for earlier, later in pairwise(ordered)]


def learnt_interval(times: Sequence[datetime]) -> timedelta:
    """Poll twice in its usual gap: half the median gap, inside 15 minutes and 24 hours."""
    gaps = sorted(gaps_of(times))
    if len(gaps) < ENOUGH_FOR_RHYTHM:
        return AT_FIRST
    return min(max(gaps[len(gaps) // 2] / 2, SHORTEST), LONGEST)


@dataclass(frozen=True, slots=True)
class Silence:
    """After how much quiet a source counts as silent, and from how many gaps that was learnt (0: not yet)."""

    after: timedelta
    learnt_from: int


def silence_of(times: Sequence[datetime]) -> Silence:
    """Learn from a source's own gaps how much quiet is too much."""
    gaps = sorted(gaps_of(times))
    if len(gaps) < ENOUGH_FOR_SILENCE:
        return Silence(SILENCE_AT_FIRST, 0)
    usual = gaps[min(int(len(gaps) * QUIET_QUANTILE), len(gaps) - 1)]
    return Silence(max(usual * QUIET_FACTOR, SHORTEST_SILENCE), len(gaps))


def is_silent(last_item_at: datetime | None, *, after: timedelta, at: datetime) -> bool:
    """Say whether the quiet has lasted too long. A source that never brought a text is not silent but empty."""
    return last_item_at is not None and at - last_item_at > after


def missed_polls(due_at: datetime, *, interval: timedelta, at: datetime) -> int:
    """Count the polls that should have happened between the due time and now and did not."""
    late = at - due_at
    step = max(interval, MISSED_GRACE)
    return max(int(late / step), 0)


def wait_after_success(interval: timedelta, *, asked: timedelta | None, spread: float) -> timedelta:
    """Wait the interval, or what the server asked for; `spread` in [-1, 1] moves it by up to a tenth."""
    wait = interval * (1 + spread / 10)
    return max(wait, min(asked, LONGEST_PATIENCE)) if asked else wait


def wait_after_failure(
    interval: timedelta, failures: int, *, asked: timedelta | None, spread: float
) -> timedelta:
    """Double the wait with every failure up to a day, and never come before the time the server asked for."""
    first = min(interval, AT_FIRST)
    doubled = first * float(2 ** min(max(failures - 1, 0), 12))
    wait = min(doubled, LONGEST) * (1 + spread / 10)
    return max(wait, min(asked, LONGEST_PATIENCE)) if asked else wait
