"""What every series of a board ordinarily brings: the fits of all series, renewed once a day."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.baseline import FIT_COLUMNS, RATE, RATE_DOUBT, RHYTHM_DOUBT, learn_rows
from storystream.early_warning.board import Board
from storystream.early_warning.pool import pooled_rate, pooled_rhythm, unevenness
from storystream.early_warning.settings import Settings

Reals = NDArray[np.float64]
Slots = NDArray[np.int64]
Floats = NDArray[np.float32]

#: Monday of the proleptic calendar's first week; the first day of Unix time was a Thursday.
THURSDAY: Final = 3
UNIX_EPOCH_ORDINAL: Final = 719163


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
        self.uneven: Reals = np.zeros(0)
        self.factors: Reals = np.ones((0, settings.in_a_day + 7))

    def slots(self, newest: int, back: int) -> Slots:
        """Hour of day and day of week (Monday is 0) of `back` intervals up to `newest`."""
        ticks = np.arange(newest - back + 1, newest + 1, dtype=np.int64)
        if not self.hourly:
            return np.stack([np.zeros_like(ticks), (ticks - 1) % 7])
        local = ticks + self.ahead
        return np.stack([local % 24, (local // 24 + THURSDAY) % 7])

    def is_due(self, tick: int) -> bool:
        """Whether a day has passed since the last fit."""
        return self.learnt_at is None or tick - self.learnt_at >= self.in_a_day

    def learn(self, board: Board) -> None:
        """Fits every series anew from its baseline, which ends where the longest window begins."""
        tick = board.tick or 0
        length = max(0, board.age - board.longest)
        counts = board.strip("learnt", length + board.longest, board.longest)
        exposures = board.strip("learnable", length + board.longest, board.longest)
        slots = self.slots(tick - board.longest, length)
        self.pooled = np.concatenate(
            [
                pooled_rhythm(counts, exposures, slots[0], self.in_a_day),
                pooled_rhythm(counts, exposures, slots[1], 7),
            ]
        )
        self.prior = pooled_rate(counts, exposures)
        self.learnt_at = tick
        self.factors = np.tile(self.pooled, (len(board), 1))
        self.fits = np.zeros((len(board), FIT_COLUMNS))
        learn_rows(counts, exposures, slots, self.factors, self.in_a_day, self.prior, self.fits)
        self.uneven = unevenness(self.fits, length)

    def learn_new(self, board: Board) -> None:
        """Fits the rows that were added since the last fit, with the pooled rhythm and rate as they stand."""
        first, tick = len(self.fits), board.tick or 0
        fresh = len(board) - first
        if not fresh:
            return
        length = max(0, board.age - board.longest)
        counts = board.strip("learnt", length + board.longest, board.longest)[first:]
        exposures = board.strip("learnable", length + board.longest, board.longest)[first:]
        factors = np.tile(self.pooled, (fresh, 1))
        fits = np.zeros((fresh, FIT_COLUMNS))
        slots = self.slots(tick - board.longest, length)
        learn_rows(counts, exposures, slots, factors, self.in_a_day, self.prior, fits)
        self.fits = np.concatenate([self.fits, fits])
        self.factors = np.concatenate([self.factors, factors])
        shared = float(np.median(self.uneven)) if len(self.uneven) else 0.0
        self.uneven = np.concatenate([self.uneven, np.full(fresh, shared)])

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
        """Doubt of rate, doubt of rhythm, unevenness: series x 3."""
        return np.stack([self.fits[:, RATE_DOUBT], self.fits[:, RHYTHM_DOUBT], self.uneven], axis=1)

    def keep(self, rows: NDArray[np.bool_]) -> None:
        """Drops all series but these."""
        self.fits, self.uneven, self.factors = self.fits[rows], self.uneven[rows], self.factors[rows]

    def save(self) -> dict[str, Any]:
        """The state in values that JSON can hold."""
        return {
            "learnt_at": self.learnt_at,
            "ahead": self.ahead,
            "prior": self.prior,
            "pooled": self.pooled.tolist(),
            "fits": self.fits.tolist(),
            "uneven": self.uneven.tolist(),
            "factors": self.factors.tolist(),
        }

    def load(self, state: dict[str, Any]) -> None:
        """Takes up what `save` gave."""
        rows = len(state["uneven"])
        self.learnt_at, self.ahead = state["learnt_at"], int(state["ahead"])
        self.prior = float(state["prior"])
        self.pooled = np.array(state["pooled"], dtype=np.float64)
        self.fits = np.array(state["fits"], dtype=np.float64).reshape(rows, FIT_COLUMNS)
        self.uneven = np.array(state["uneven"], dtype=np.float64)
        self.factors = np.array(state["factors"], dtype=np.float64).reshape(rows, self.in_a_day + 7)
