"""The switch: how many false alarms are bearable, and what each setting would have done on the body's own history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from answerable.listening.signals.rules.choices import SWITCHES
from answerable.listening.signals.rules.counting import Seen, counts
from storystream.early_warning import Settings, Watcher
from storystream.items import Count, Signal

#: Shuffled histories that say how many false alarms a setting truly raises: twenty times the history is enough to
#: tell one setting from the next.
SHUFFLES = 20
#: The library takes at most 20 in a hundred days, and a switch above zero.
MOST = 20.0
LEAST = 0.001
HOUR = timedelta(hours=1)


def settings_of(switch: float, at_least: int) -> Settings:
    """Give the library's settings of one watch, by the hour."""
    return Settings(every="hour", per_100_series_days=min(max(switch, LEAST), MOST), at_least=at_least)


def settings_of_stories(days: float, at_least: int, *, stories: int) -> Settings:
    """Give the library's settings for stories: one false alarm in so many days over all that are watched now."""
    return settings_of(100.0 / (days * max(stories, 1)), at_least)


@dataclass(frozen=True, slots=True)
class Tried:
    """What one setting would have done: signals on the real history, false ones on shuffled histories."""

    switch: float
    days: float
    fired: tuple[Signal, ...]
    realised: float

    @property
    def per_100_days(self) -> float:
        """Signals of the real history in a hundred days."""
        return 100.0 * len(self.fired) / self.days if self.days else 0.0


def try_out(
    hours: Mapping[datetime, Seen],
    shares: Mapping[datetime, float],
    span: tuple[datetime, datetime],
    *,
    at_least: int,
    seed: int,
) -> tuple[Tried, ...]:
    """Run every setting of the switch over a history from `span[0]` up to `span[1]`.

    A false alarm is one on a history whose counts were dealt out anew over its days, each at its own hour of day:
    the rhythm stays, and nothing in it grew. Equal seeds give equal answers.
    """
    since, until = span
    days = max((until - since) / timedelta(days=1), 1 / 24)
    real = list(counts("real", hours, shares, since=since))
    dealt = shuffled(real, span, seed=seed)
    found = []
    for switch in SWITCHES:
        settings = settings_of(switch, at_least)
        fired = Watcher(settings).see(real)
        false = Watcher(settings).see(dealt)
        found.append(Tried(switch, days, tuple(fired), 100.0 * len(false) / (days * SHUFFLES)))
    return tuple(found)


def shuffled(real: Sequence[Count], span: tuple[datetime, datetime], *, seed: int) -> list[Count]:
    """Deal the counts of each hour of day out anew over the days, by how much was listened to; SHUFFLES histories."""
    since, until = span
    chance = np.random.default_rng(seed)
    number = max(int((until - since) / HOUR), 1)
    seen, shares = np.zeros(number, np.int64), np.ones(number)
    for count in real:
        place = int((count.at - since) / HOUR)
        if 0 <= place < number:
            seen[place], shares[place] = count.count, count.exposure
    dealt = np.zeros((SHUFFLES, number), np.int64)
    for hour in range(min(24, number)):
        weights = shares[hour::24]
        if weights.sum() > 0.0:
            total = int(seen[hour::24].sum())
            dealt[:, hour::24] = chance.multinomial(total, weights / weights.sum(), SHUFFLES)
    moments = [since + place * HOUR for place in range(number)]
    return [
        Count(f"dealt {row:02d}", moments[place], int(dealt[row, place]), float(shares[place]))
        for place in range(number)
        for row in range(SHUFFLES)
        if place == 0 or dealt[row, place] or shares[place] < 1.0
    ]
