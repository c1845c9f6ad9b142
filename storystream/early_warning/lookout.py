"""All series at once, one interval after the other: the board, what is ordinary on it, and its episodes."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.board import Board
from storystream.early_warning.odds import bars, looks_per_day
from storystream.early_warning.ordinary import Ordinary
from storystream.early_warning.scan import (
    CALM,
    LENGTH,
    LOOK_COLUMNS,
    SCORE,
    least_alarming,
    look_rows,
    size_of,
    usable,
)
from storystream.early_warning.settings import CALM_WINDOW, Settings

Reals = NDArray[np.float64]
Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

#: An outbreak is over when a count like the newest, or a higher one, comes by chance once in five times.
ORDINARY_AGAIN: Final = 0.2


@dataclass(frozen=True, slots=True)
class Fire:
    """A row whose episode begins, its look (see scan.LOOK_COLUMNS), its looks a day and its stated false alarms."""

    row: int
    look: Reals
    looks_a_day: float
    per_100_series_days: float


class Lookout:
    """Counts of rows in, episodes out; what a Watcher does without names and dates."""

    def __init__(self, settings: Settings) -> None:
        """Nothing seen yet."""
        self.settings = settings
        self.board = Board(settings)
        self.ordinary = Ordinary(settings)
        self._windows = np.array([settings.windows, settings.shares], dtype=np.float64)

    @property
    def silent(self) -> bool:
        """Whether an interval without a count was silent."""
        return self.settings.silence == "zero"

    def move_to(self, tick: int) -> None:
        """Opens the interval `tick`; those passed over were silent, or not looked at."""
        board = self.board
        if board.tick is None:
            board.tick = tick - 1
        elif tick - board.tick > board.length:
            board.tick = tick - board.length
        while board.tick < tick:
            if self.silent and self.ordinary.is_due(board.tick + 1):
                self._forget_idle()
            board.advance(silent=self.silent, owing=self.ordinary.owing(board.tick + 1))
            if board.tick < tick:
                self.fires()

    def enter(self, rows: Rows, seen: Floats, exposures: Floats) -> None:
        """Enters counts of the newest interval."""
        self.board.enter(rows, seen, exposures, owing=self.ordinary.owing(self.board.tick or 0))

    def fires(self) -> list[Fire]:
        """Looks at the newest interval; the rows whose episode begins with it."""
        board, ordinary, number = self.board, self.ordinary, len(self.board)
        tick = board.tick or 0
        if ordinary.is_due(tick):
            ordinary.learn(board)
        ordinary.learn_new(board)
        means = ordinary.means(board.strip("covered", board.longest), tick)
        doubts = ordinary.doubts()
        looks = self._looks(means, doubts)
        looks_a_day = looks_per_day(ordinary.fits, ordinary.uneven, self.settings)
        bar = bars(looks_a_day, self.settings)
        was_open = board.open[:number].copy()
        alarming = (looks[:, LENGTH] > 0.0) & (looks[:, SCORE] <= bar)
        still = (looks[:, CALM] < ORDINARY_AGAIN) | (means[:, -1] <= 0.0)
        board.open[:number] = alarming | (was_open & still)
        board.since[:number][was_open & ~board.open[:number]] = 0.0
        for row in np.flatnonzero(board.open[:number]):
            self._learn_less(int(row), float(means[row, -1]), doubts[row], float(bar[row]))
        return [
            Fire(
                int(row),
                looks[row],
                float(looks_a_day[row]),
                self._stated(means[row], doubts[row], float(bar[row])),
            )
            for row in np.flatnonzero(alarming & ~was_open)
        ]

    def stated(self) -> Reals:
        """The false alarms per 100 series-days that each row can reach at this switch as things stand."""
        means = self.ordinary.means(
            np.ones((len(self.board), self.board.longest), np.float32), self.board.tick or 0
        )
        doubts = self.ordinary.doubts()
        bar = bars(looks_per_day(self.ordinary.fits, self.ordinary.uneven, self.settings), self.settings)
        rows = range(len(self.board))
        return np.array([self._stated(means[row], doubts[row], float(bar[row])) for row in rows])

    def save(self) -> dict[str, Any]:
        """The whole state in values that JSON can hold."""
        return {"board": self.board.save(), "ordinary": self.ordinary.save()}

    def load(self, state: dict[str, Any]) -> None:
        """Takes up what `save` gave."""
        self.board.load(state["board"])
        self.ordinary.load(state["ordinary"])

    def _looks(self, means: Reals, doubts: Reals) -> Reals:
        """Every row's look at the newest interval."""
        board, number = self.board, len(self.board)
        limits = np.empty((number, 3))
        limits[:, 0], limits[:, 1] = self.settings.at_least, CALM_WINDOW[self.settings.every]
        limits[:, 2] = np.minimum(board.since[:number], board.longest)
        looks = np.zeros((number, LOOK_COLUMNS))
        look_rows(board.strip("seen", board.longest), means, self._windows, doubts, limits, looks)
        return looks

    def _stated(self, means: Reals, doubts: Reals, bar: float) -> float:
        """The part of the switch that a row can use, at most all of it."""
        part = usable(means, self._windows, doubts, bar, float(self.settings.at_least))
        return self.settings.per_100_series_days * min(1.0, float(part))

    def _learn_less(self, row: int, mean: float, doubts: Reals, bar: float) -> None:
        """An interval in an outbreak is learnt only up to the count that would have been remarkable by itself."""
        if mean > 0.0:
            size = size_of(mean, mean * mean, float(doubts[0]), float(doubts[1]), float(doubts[2]))
            share = self.settings.shares[0]
            self.board.cap(row, least_alarming(mean, size, bar * share, float(self.settings.at_least)))

    def _forget_idle(self) -> None:
        """Drops series whose whole memory is silence: when they return, they are taken to have been silent."""
        idle = self.board.idle()
        if idle.any():
            self.ordinary.keep(~idle[: len(self.ordinary.fits)])
            self.board.keep(~idle)
