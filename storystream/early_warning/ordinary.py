"""What every series of a board ordinarily brings: the fits of all series, renewed once a day."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.baseline import (
    DAY_EXCESS,
    DAY_SQUARES,
    EXCESS,
    EXPECTED,
    FIT_COLUMNS,
    FREE,
    RATE,
    RATE_DOUBT,
    RHYTHM_DOUBT,
    SQUARES,
    learn_rows,
)
from storystream.early_warning.board import Board
from storystream.early_warning.pool import UNEVEN_BEFORE, pooled_rate, pooled_rhythm, unevenness
from storystream.early_warning.settings import BASELINE_DAYS, Settings

Reals = NDArray[np.float64]
Slots = NDArray[np.int64]
Floats = NDArray[np.float32]

#: Monday of the proleptic calendar's first week; the first day of Unix time was a Thursday.
THURSDAY: Final = 3
LAST_HOUR: Final = 23
#: What is known about unevenness: residuals beyond Poisson, squared means, means, and both for days.
UNEVEN_COLUMNS: Final = (EXCESS, SQUARES, EXPECTED, DAY_EXCESS, DAY_SQUARES)
#: A mean over so few intervals more says little where counts are uneven: the chance of an unequal mean has a
#: heavier tail than its variance shows (measured in evaluate.bursts on first weeks).
SHORT: Final = 2.0
#: A season: long enough to learn how heavy a tail is, short enough to follow a change of habits.
UNEVEN_HALF_LIFE_DAYS: Final = 90.0


class Ordinary:
    """The fits (series x FIT_COLUMNS), unevenness and rhythms of all rows of a board."""

    def __init__(self, settings: Settings) -> None:
        """Nothing learnt yet: every hour and day like every other."""
        self.hourly = settings.every == "hour"
        self.in_a_day = settings.in_a_day
        self.pooled: Reals = np.ones(settings.in_a_day + 7)
        self.prior = 0.0
        self.learnt_at: int | None = None
        #: Hours that the series' own clock is ahead of UTC (hourly view only; days are local already).
        self.ahead = 0
        self.fits: Reals = np.zeros((0, FIT_COLUMNS))
        #: Unevenness of each interval by itself, and of all intervals of a day together: series x 2.
        self.uneven: Reals = np.zeros((0, 2))
        self.archive: Reals = np.zeros((0, len(UNEVEN_COLUMNS)))
        self.factors: Reals = np.ones((0, settings.in_a_day + 7))

    def slots(self, newest: int, back: int) -> Slots:
        """Hour of day and day of week (Monday is 0) of `back` intervals up to `newest`."""
        ticks = np.arange(newest - back + 1, newest + 1, dtype=np.int64)
        if not self.hourly:
            return np.stack([np.zeros_like(ticks), (ticks - 1) % 7])
        local = ticks + self.ahead
        return np.stack([local % 24, (local // 24 + THURSDAY) % 7])

    def is_due(self, tick: int) -> bool:
        """Whether the series' own day ends with this interval, or a day has passed since the last fit."""
        ends = not self.hourly or (tick + self.ahead) % 24 == LAST_HOUR
        return self.learnt_at is None or ends or tick - self.learnt_at >= self.in_a_day

    def learn(self, board: Board) -> None:
        """Fits every series anew from its baseline, which ends where the longest window begins."""
        tick = board.tick or 0
        self._archive_left_behind(board, tick)
        self.learnt_at = tick
        counts, exposures, slots = self._baseline(board)
        self.pooled = pooled_rhythm(counts, exposures, slots, self.in_a_day)
        self.prior = pooled_rate(counts, exposures)
        self.factors = np.tile(self.pooled, (len(board), 1))
        self.fits = np.zeros((len(board), FIT_COLUMNS))
        learn_rows(counts, exposures, slots, self.factors, self.in_a_day, self.prior, self.fits)
        known = self.fits[:, UNEVEN_COLUMNS] + self.archive
        alone = unevenness(known[:, 0], known[:, 1], known[:, 2])
        self.uneven = np.stack([alone, np.zeros_like(alone)], axis=1)
        if self.in_a_day > 1:
            self.uneven[:, 1] = unevenness(known[:, 3], known[:, 4], known[:, 2])
            self.uneven[:, 0] = np.maximum(0.0, alone - self.uneven[:, 1])

    def learn_new(self, board: Board) -> None:
        """Fits the rows that were added since the last fit, with the pooled rhythm and rate as they stand."""
        first = len(self.fits)
        fresh = len(board) - first
        if not fresh:
            return
        counts, exposures, slots = self._baseline(board)
        factors = np.tile(self.pooled, (fresh, 1))
        fits = np.zeros((fresh, FIT_COLUMNS))
        learn_rows(counts[first:], exposures[first:], slots, factors, self.in_a_day, self.prior, fits)
        self.fits = np.concatenate([self.fits, fits])
        self.factors = np.concatenate([self.factors, factors])
        self.archive = np.concatenate([self.archive, np.zeros((fresh, len(UNEVEN_COLUMNS)))])
        shared = np.median(self.uneven, axis=0) if len(self.uneven) else np.array([UNEVEN_BEFORE, 0.0])
        self.uneven = np.concatenate([self.uneven, np.tile(shared, (fresh, 1))])

    def _baseline(self, board: Board) -> tuple[Floats, Floats, Slots]:
        """Counts, exposures and slots of the whole days that are learnt from; they end before any window begins."""
        learnt_at = self.learnt_at or 0
        until = board.longest + (board.tick or 0) - learnt_at
        days = min((board.age - until) // self.in_a_day, BASELINE_DAYS)
        back = until + max(0, days) * self.in_a_day
        slots = self.slots(learnt_at - board.longest, back - until)
        return board.strip("learnt", back, until), board.strip("learnable", back, until), slots

    def _archive_left_behind(self, board: Board, tick: int) -> None:
        """Keeps what the intervals that leave the baseline had to say about unevenness, fading over months.

        A rate must follow the times, but how unevenly a series comes hardly changes and takes long to learn.
        """
        rows = len(self.fits)
        fresh = np.zeros((len(board) - rows, len(UNEVEN_COLUMNS)))
        self.archive = np.concatenate([self.archive, fresh])
        until = BASELINE_DAYS * self.in_a_day + board.longest
        left = min(board.age - until, self.in_a_day, tick - (self.learnt_at or tick))
        if left <= 0 or not rows:
            return
        counts = board.strip("learnt", until + left, until)[:rows]
        exposures = board.strip("learnable", until + left, until)[:rows]
        means = self.means(exposures, tick - until)
        free = self.fits[:, FREE, None]
        beyond = np.where(means > 0.0, counts - means, 0.0)
        alone = beyond**2 - means * free
        together = beyond.sum(axis=1) ** 2 - (beyond**2).sum(axis=1)
        day_squares = means.sum(axis=1) ** 2 - (means**2).sum(axis=1)
        sums = [alone.sum(axis=1), (means**2 * free).sum(axis=1), means.sum(axis=1), together, day_squares]
        self.archive *= 0.5 ** (1.0 / UNEVEN_HALF_LIFE_DAYS)
        self.archive[:rows] += np.stack(sums, axis=1)

    def means(self, exposures: Floats, tick: int) -> Reals:
        """What is expected in the intervals up to `tick` under these exposures (series x interval)."""
        slots = self.slots(tick, exposures.shape[1])
        rhythm = self.factors[:, slots[0]] * self.factors[:, self.in_a_day + slots[1]]
        return np.asarray(self.fits[:, RATE, None] * rhythm * exposures, dtype=np.float64)

    def owing(self, tick: int) -> float:
        """How many intervals like `tick` an average one is worth, at least one: what each missed one may owe."""
        hour, day = self.slots(tick, 1)[:, 0]
        return max(1.0, 1.0 / float(self.pooled[hour] * self.pooled[self.in_a_day + day]))

    def doubts(self) -> Reals:
        """Doubt of a whole window, of rhythm, unevenness of each interval: series x 3.

        Uneven counts leave the rate in more doubt, and what the intervals of a day share moves a whole window.
        """
        expected, squares = self.fits[:, EXPECTED], self.fits[:, SQUARES]
        intervals = np.divide(expected**2, squares, out=np.zeros_like(squares), where=squares > 0.0)
        alone, together = self.uneven.T
        whole = self.fits[:, RATE_DOUBT] + alone / np.maximum(intervals - SHORT, 1.0 / SHORT)
        if self.in_a_day > 1:
            whole += together * (1.0 + 1.0 / np.maximum(intervals / self.in_a_day - SHORT, 1.0 / SHORT))
        return np.stack([whole, self.fits[:, RHYTHM_DOUBT], alone], axis=1)

    def keep(self, rows: NDArray[np.bool_]) -> None:
        """Drops all series but these."""
        self.fits, self.uneven, self.factors = self.fits[rows], self.uneven[rows], self.factors[rows]
        self.archive = self.archive[rows]

    def save(self) -> dict[str, Any]:
        """The state in values that JSON can hold."""
        return {
            "learnt_at": self.learnt_at,
            "ahead": self.ahead,
            "prior": self.prior,
            "pooled": self.pooled.tolist(),
            "fits": self.fits.tolist(),
            "uneven": self.uneven.tolist(),
            "archive": self.archive.tolist(),
            "factors": self.factors.tolist(),
        }

    def load(self, state: dict[str, Any]) -> None:
        """Takes up what `save` gave."""
        rows = len(state["uneven"])
        self.learnt_at, self.ahead = state["learnt_at"], int(state["ahead"])
        self.prior = float(state["prior"])
        self.pooled = np.array(state["pooled"], dtype=np.float64)
        self.fits = np.array(state["fits"], dtype=np.float64).reshape(rows, FIT_COLUMNS)
        self.uneven = np.array(state["uneven"], dtype=np.float64).reshape(rows, 2)
        self.archive = np.array(state["archive"], dtype=np.float64).reshape(rows, len(UNEVEN_COLUMNS))
        self.factors = np.array(state["factors"], dtype=np.float64).reshape(rows, self.in_a_day + 7)
