"""Counts in, signals out, one interval after the other."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.board import Board
from storystream.early_warning.odds import bars, looks_per_day
from storystream.early_warning.ordinary import Ordinary
from storystream.early_warning.scan import (
    CALM,
    CHANCE,
    LENGTH,
    LOOK_COLUMNS,
    MEAN,
    SCORE,
    SEEN,
    least_alarming,
    look_rows,
    size_of,
)
from storystream.early_warning.settings import CALM_WINDOW, Settings
from storystream.items import Count, Signal

Reals = NDArray[np.float64]
Slots = NDArray[np.int64]
Floats = NDArray[np.float32]

#: An outbreak is over when a count like the newest, or a higher one, comes by chance once in five times.
ORDINARY_AGAIN: Final = 0.2
#: Version of the saved state.
STATE: Final = 1
HOUR_SECONDS: Final = 3600
#: Ten million years and more are all the same to a reader, and infinity is not JSON.
LONGEST_ODDS: Final = 3.65e9


class Watcher:
    """Watches any number of series and says when one is higher than chance allows.

    Deterministic: the same counts give the same signals, in whatever order the series of an interval come and
    wherever the state was saved and loaded in between. Each outbreak is one signal, however long it lasts.

    >>> from datetime import UTC
    >>> first = datetime(2026, 3, 1, tzinfo=UTC)
    >>> watcher = Watcher(Settings(every="day"))
    >>> watcher.see(Count("water", first + timedelta(days=day), 2) for day in range(30))
    []
    >>> [signal] = watcher.see([Count("water", first + timedelta(days=30), 19)])
    >>> signal.seen, round(signal.expected), signal.hours
    (19, 2, 24)
    """

    def __init__(self, settings: Settings | None = None) -> None:
        """A watcher that has seen nothing yet."""
        self.settings = settings or Settings()
        self._board = Board(self.settings)
        self._ordinary = Ordinary(self.settings)
        self._windows = np.array([self.settings.windows, self.settings.shares], dtype=np.float64)

    @property
    def series(self) -> tuple[str, ...]:
        """The series now remembered."""
        return tuple(self._board.names)

    def see(self, counts: Iterable[Count]) -> list[Signal]:
        """Takes counts of one or many intervals and gives the signals that they raise, oldest first.

        All series of an interval belong into one call, or into calls that end before the next interval
        begins. A later Count for the same series and interval replaces the earlier one; one for an interval
        already past corrects what is learnt and raises nothing. Raises ValueError for a naive time, a
        negative count or a negative exposure.
        """
        by_tick: dict[int, dict[str, Count]] = {}
        for count in counts:
            if count.at.tzinfo is None or count.count < 0 or not count.exposure >= 0.0:
                raise ValueError(f"not a count that can be watched: {count!r}")
            by_tick.setdefault(self._tick_of(count.at), {})[count.series] = count
        signals: list[Signal] = []
        for tick in sorted(by_tick):
            signals += self._interval(tick, by_tick[tick])
        return signals

    def save(self) -> dict[str, Any]:
        """The whole state in values that JSON can hold."""
        return {
            "state": STATE,
            "settings": asdict(self.settings),
            "board": self._board.save(),
            "ordinary": self._ordinary.save(),
        }

    @classmethod
    def load(cls, state: dict[str, Any]) -> Self:
        """A watcher that continues as though it had never stopped; ValueError for a state of another kind."""
        if state.get("state") != STATE:
            raise ValueError(f"a saved watcher of version {STATE} was expected, not {state.get('state')!r}")
        watcher = cls(Settings(**state["settings"]))
        watcher._board.load(state["board"])
        watcher._ordinary.load(state["ordinary"])
        return watcher

    def _tick_of(self, at: datetime) -> int:
        """The number of an interval: the local day, or the hour of UTC."""
        if self.settings.every == "day":
            return at.date().toordinal()
        return int(at.timestamp() // HOUR_SECONDS)

    def _interval(self, tick: int, counts: dict[str, Count]) -> list[Signal]:
        """One interval's counts, and the empty intervals before it."""
        board = self._board
        if board.tick is not None and tick < board.tick:
            self._correct(board.tick - tick, counts)
            return []
        some = next(iter(counts.values())).at
        ahead = some.utcoffset() or timedelta()
        self._ordinary.ahead = round(ahead.total_seconds() / HOUR_SECONDS)
        self._move_to(tick)
        self._enter(counts)
        return self._raised(some)

    def _move_to(self, tick: int) -> None:
        """Opens the interval `tick`; those passed over were silent, or not looked at."""
        board = self._board
        if board.tick is None:
            board.tick = tick - 1
        elif tick - board.tick > board.length:
            board.tick = tick - board.length
        while board.tick < tick:
            if self._ordinary.is_due(board.tick + 1):
                self._forget_idle()
            board.advance(silent=self.settings.silence == "zero", owing=self._ordinary.owing(board.tick + 1))
            if board.tick < tick:
                self._episodes()

    def _forget_idle(self) -> None:
        """Drops series whose whole memory is silence: when they return, they are taken to have been silent."""
        if self.settings.silence == "zero":
            idle = self._board.idle()
            if idle.any():
                self._ordinary.keep(~idle[: len(self._ordinary.fits)])
                self._board.keep(~idle)

    def _enter(self, counts: dict[str, Count]) -> None:
        """Enters the newest interval's counts."""
        board = self._board
        new = sorted(series for series in counts if series not in board.rows)
        board.add(new, silent_before=self.settings.silence == "zero")
        rows = np.array([board.rows[series] for series in counts], dtype=np.int64)
        seen = np.array([count.count for count in counts.values()], dtype=np.float32)
        exposures = np.array([count.exposure for count in counts.values()], dtype=np.float32)
        board.enter(rows, seen, exposures, owing=self._ordinary.owing(board.tick or 0))

    def _correct(self, back: int, counts: dict[str, Count]) -> None:
        """Corrects what is remembered of an interval already past."""
        for series, count in counts.items():
            row = self._board.rows.get(series)
            if row is not None and back < self._board.age:
                self._board.correct(row, back, count.count, count.exposure)

    def _episodes(self) -> list[tuple[int, Reals, float]]:
        """Looks at the newest interval; the rows whose episode begins with it, their looks, and looks a day."""
        board, ordinary, settings = self._board, self._ordinary, self.settings
        tick = board.tick or 0
        if ordinary.is_due(tick):
            ordinary.learn(board)
        ordinary.learn_new(board)
        number = len(board)
        means = ordinary.means(board.strip("covered", board.longest), tick)
        doubts = ordinary.doubts()
        limits = np.empty((number, 3))
        limits[:, 0], limits[:, 1] = settings.at_least, CALM_WINDOW[settings.every]
        limits[:, 2] = np.minimum(board.since[:number], board.longest)
        looks = np.zeros((number, LOOK_COLUMNS))
        look_rows(board.strip("seen", board.longest), means, self._windows, doubts, limits, looks)
        looks_a_day = looks_per_day(ordinary.fits, ordinary.uneven, settings)
        bar = bars(looks_a_day, settings)
        was_open = board.open[:number].copy()
        alarming = (looks[:, LENGTH] > 0.0) & (looks[:, SCORE] <= bar)
        still = (looks[:, CALM] < ORDINARY_AGAIN) | (means[:, -1] <= 0.0)
        board.open[:number] = alarming | (was_open & still)
        board.since[:number][was_open & ~board.open[:number]] = 0.0
        for row in np.flatnonzero(board.open[:number]):
            self._learn_less(int(row), float(means[row, -1]), doubts[row], float(bar[row]))
        return [
            (int(row), looks[row], float(looks_a_day[row])) for row in np.flatnonzero(alarming & ~was_open)
        ]

    def _learn_less(self, row: int, mean: float, doubts: Reals, bar: float) -> None:
        """An interval in an outbreak is learnt only up to the count that would have been remarkable by itself."""
        if mean > 0.0:
            size = size_of(mean, mean * mean, float(doubts[0]), float(doubts[1]), float(doubts[2]))
            self._board.cap(
                row, least_alarming(mean, size, bar * self.settings.shares[0], float(self.settings.at_least))
            )

    def _raised(self, some: datetime) -> list[Signal]:
        """The signals of the newest interval, in the order of their series."""
        signals: list[Signal] = []
        for row, found, looks_a_day in self._episodes():
            a_day = float(found[SCORE]) * looks_a_day
            signals.append(
                Signal(
                    series=self._board.names[row],
                    at=self._end_of_interval(some),
                    hours=int(found[LENGTH]) * self.settings.hours,
                    seen=int(found[SEEN]),
                    expected=float(found[MEAN]),
                    p=float(found[CHANCE]),
                    once_in_days=min(LONGEST_ODDS, 1.0 / a_day) if a_day > 0.0 else LONGEST_ODDS,
                    per_100_series_days=self.settings.per_100_series_days,
                )
            )
        return sorted(signals, key=lambda signal: signal.series)

    def _end_of_interval(self, some: datetime) -> datetime:
        """When the interval that holds `some` is over, on the same clock."""
        if self.settings.every == "day":
            return some.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return some.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
