"""Counts in, signals out, one interval after the other."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final, Self

import numpy as np

from storystream.early_warning.history import hours_ahead, interval_of
from storystream.early_warning.lookout import Lookout
from storystream.early_warning.scan import CHANCE, LENGTH, MEAN, SCORE, SEEN
from storystream.early_warning.settings import Settings
from storystream.items import Count, Signal

#: Version of the saved state.
STATE: Final = 1
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
        self._lookout = Lookout(self.settings)

    @property
    def series(self) -> tuple[str, ...]:
        """The series now remembered."""
        return tuple(self._lookout.board.names)

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
            by_tick.setdefault(interval_of(count.at, self.settings.every), {})[count.series] = count
        signals: list[Signal] = []
        for tick in sorted(by_tick):
            signals += self._interval(tick, by_tick[tick])
        return signals

    def save(self) -> dict[str, Any]:
        """The whole state in values that JSON can hold."""
        return {
            "state": STATE,
            "settings": asdict(self.settings),
            "lookout": self._lookout.save(),
        }

    @classmethod
    def load(cls, state: dict[str, Any]) -> Self:
        """A watcher that continues as though it had never stopped; ValueError for a state of another kind."""
        if state.get("state") != STATE:
            raise ValueError(f"a saved watcher of version {STATE} was expected, not {state.get('state')!r}")
        watcher = cls(Settings(**state["settings"]))
        watcher._lookout.load(state["lookout"])
        return watcher

    def _interval(self, tick: int, counts: dict[str, Count]) -> list[Signal]:
        """One interval's counts, and the empty intervals before it."""
        board = self._lookout.board
        if board.tick is not None and tick < board.tick:
            self._correct(board.tick - tick, counts)
            return []
        some = next(iter(counts.values())).at
        self._lookout.ordinary.ahead = hours_ahead(some)
        self._lookout.move_to(tick)
        self._enter(counts)
        return self._raised(some)

    def _enter(self, counts: dict[str, Count]) -> None:
        """Enters the newest interval's counts."""
        board = self._lookout.board
        new = sorted(series for series in counts if series not in board.rows)
        board.add(new, silent_before=self.settings.silence == "zero")
        rows = np.array([board.rows[series] for series in counts], dtype=np.int64)
        seen = np.array([count.count for count in counts.values()], dtype=np.float32)
        exposures = np.array([count.exposure for count in counts.values()], dtype=np.float32)
        self._lookout.enter(rows, seen, exposures)

    def _correct(self, back: int, counts: dict[str, Count]) -> None:
        """Corrects what is remembered of an interval already past."""
        for series, count in counts.items():
            row = self._lookout.board.rows.get(series)
            if row is not None and back < self._lookout.board.age:
                self._lookout.board.correct(row, back, count.count, count.exposure)

    def _raised(self, some: datetime) -> list[Signal]:
        """The signals of the newest interval, in the order of their series."""
        signals: list[Signal] = []
        for fire in self._lookout.fires():
            a_day = float(fire.look[SCORE]) * fire.looks_a_day
            signals.append(
                Signal(
                    series=self._lookout.board.names[fire.row],
                    at=self._end_of_interval(some),
                    hours=int(fire.look[LENGTH]) * self.settings.hours,
                    seen=int(fire.look[SEEN]),
                    expected=float(fire.look[MEAN]),
                    p=float(fire.look[CHANCE]),
                    once_in_days=min(LONGEST_ODDS, 1.0 / a_day) if a_day > 0.0 else LONGEST_ODDS,
                    per_100_series_days=fire.per_100_series_days,
                )
            )
        return sorted(signals, key=lambda signal: signal.series)

    def _end_of_interval(self, some: datetime) -> datetime:
        """When the interval that holds `some` is over, on the same clock."""
        if self.settings.every == "day":
            return some.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return some.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
