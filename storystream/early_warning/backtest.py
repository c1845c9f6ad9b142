"""What a switch would have meant on the body's own history: shown beside the switch."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from storystream.early_warning.history import History
from storystream.early_warning.lookout import Lookout
from storystream.early_warning.settings import Settings
from storystream.early_warning.watcher import Watcher
from storystream.items import Count, Signal

#: Seed of the order of chance, so that a page shows the same figure twice.
SEED: Final = 20130904
#: Days between two readings of the stated rate.
READING_DAYS: Final = 7
#: A short history is shuffled more than once: so many series-days in all make a rate of 0.5 known to a seventh.
ENOUGH_DAYS: Final = 10_000.0
MOST_ORDERS: Final = 20


@dataclass(frozen=True, slots=True)
class Backtest:
    """A history looked at with one setting of the switch.

    `stated` is the switch itself, `expected` what these series can reach of it (whole counts and quiet series
    cannot use it up), `realised` the alarms on the same history in an order of chance, where every alarm is
    false; all three in alarms per 100 series-days. `fired` are the signals on the history as it was.
    """

    series: int
    series_days: float
    stated: float
    expected: float
    realised: float
    fired: tuple[Signal, ...]

    @property
    def fired_per_100_series_days(self) -> float:
        """Signals on the history as it was, per 100 series-days."""
        return 100.0 * len(self.fired) / self.series_days if self.series_days else 0.0


@dataclass(frozen=True, slots=True)
class Replay:
    """Alarms (interval from the beginning, row) over a table, and the stated rate read on the way."""

    alarms: tuple[tuple[int, int], ...]
    stated: float


def replay(history: History, settings: Settings) -> Replay:
    """Watches a table from its first interval to its last; gaps are in its exposures, nothing is filled in."""
    lookout = Lookout(replace(settings, silence="unknown"))
    lookout.ordinary.ahead = history.ahead
    rows = np.arange(len(history.names))
    alarms: list[tuple[int, int]] = []
    readings: list[float] = []
    for step in range(history.counts.shape[1]):
        lookout.move_to(history.first + step)
        if step == 0:
            lookout.board.add(list(history.names), silent_before=False)
        lookout.enter(rows, history.counts[:, step], history.exposures[:, step])
        alarms += [(step, fire.row) for fire in lookout.fires()]
        if step % (READING_DAYS * settings.in_a_day) == settings.in_a_day * READING_DAYS - 1:
            readings.append(float(lookout.stated().mean()))
    return Replay(tuple(alarms), float(np.mean(readings)) if readings else 0.0)


def backtest(history: Iterable[Count], settings: Settings | None = None, *, seed: int = SEED) -> Backtest:
    """Runs `settings` over `history` as it was and in an order of chance.

    >>> from datetime import UTC, datetime, timedelta
    >>> first = datetime(2026, 1, 1, tzinfo=UTC)
    >>> seen = [3] * 40 + [25] + [3] * 9
    >>> past = [Count("water", first + timedelta(days=day), count) for day, count in enumerate(seen)]
    >>> found = backtest(past)
    >>> found.series, found.series_days, len(found.fired), found.fired[0].at.isoformat()[:10]
    (1, 50.0, 1, '2026-02-11')
    """
    settings = settings or Settings()
    counts = list(history)
    table = History.of(counts, settings.every, settings.silence)
    series_days = float((table.exposures > 0.0).sum()) / settings.in_a_day
    if not series_days:
        return Backtest(len(table.names), 0.0, settings.per_100_series_days, 0.0, 0.0, ())
    fired = tuple(Watcher(settings).see(counts))
    chance = np.random.default_rng(seed)
    orders = min(MOST_ORDERS, math.ceil(ENOUGH_DAYS / series_days))
    nulls = [replay(table.shuffled(chance, 7 * settings.in_a_day), settings) for _ in range(orders)]
    return Backtest(
        series=len(table.names),
        series_days=series_days,
        stated=settings.per_100_series_days,
        expected=float(np.mean([null.stated for null in nulls])),
        realised=100.0 * sum(len(null.alarms) for null in nulls) / (orders * series_days),
        fired=fired,
    )
