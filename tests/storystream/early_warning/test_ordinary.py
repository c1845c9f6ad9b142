"""What is ordinary on a board."""

import numpy as np
import pytest

from storystream.early_warning.baseline import RATE
from storystream.early_warning.board import Board
from storystream.early_warning.ordinary import Ordinary
from storystream.early_warning.settings import Settings

MONDAY_HOUR = 4 * 24


def learnt(counts: np.ndarray, settings: Settings, *, ahead: int = 0) -> tuple[Ordinary, Board]:
    """What was learnt of these counts (series x interval), which begin on a Monday."""
    board, ordinary = Board(settings), Ordinary(settings)
    ordinary.ahead = ahead
    first = MONDAY_HOUR if settings.every == "hour" else 719167
    for step in range(counts.shape[1]):
        if step == 0:
            board.tick = first - 1
        board.advance(silent=False, owing=1.0)
        if step == 0:
            board.add([str(row) for row in range(len(counts))], silent_before=False)
        board.enter(
            np.arange(len(counts)),
            counts[:, step].astype(np.float32),
            np.ones(len(counts), np.float32),
            owing=1.0,
        )
        if ordinary.is_due(first + step):
            ordinary.learn(board)
    return ordinary, board


def test_days_and_hours_know_their_place_in_the_week() -> None:
    daily, hourly = Ordinary(Settings()), Ordinary(Settings(every="hour"))
    assert daily.slots(719167, 2)[1].tolist() == [6, 0]
    assert hourly.slots(MONDAY_HOUR, 2).tolist() == [[23, 0], [6, 0]]
    hourly.ahead = 8
    assert hourly.slots(MONDAY_HOUR, 1).tolist() == [[8], [0]]


def test_the_hourly_view_learns_at_the_end_of_the_local_day() -> None:
    hourly = Ordinary(Settings(every="hour"))
    assert hourly.is_due(5)
    hourly.learnt_at, hourly.ahead = MONDAY_HOUR, 8
    due = [hour for hour in range(24) if hourly.is_due(MONDAY_HOUR + hour)]
    assert due == [15]


def test_the_newest_days_are_not_learnt_from() -> None:
    counts = np.full((1, 40), 4.0)
    counts[0, -3:] = 100.0
    ordinary, _ = learnt(counts, Settings())
    assert ordinary.fits[0, RATE] == pytest.approx(4.0, rel=0.01)


def test_the_night_is_expected_to_be_quiet() -> None:
    day = np.array([0] * 8 + [3] * 16)
    ordinary, _ = learnt(np.tile(day, (1, 25)), Settings(every="hour"))
    means = ordinary.means(np.ones((1, 24), np.float32), MONDAY_HOUR + 24 * 25 - 1)
    assert means[0, 3] < 0.5
    assert means[0, 12] == pytest.approx(3.0, rel=0.1)
    assert ordinary.owing(MONDAY_HOUR + 3) > 4.0
    assert ordinary.owing(MONDAY_HOUR + 12) == 1.0


def test_unevenness_is_remembered_after_its_days_have_left_the_baseline() -> None:
    chance = np.random.default_rng(1)
    wild = chance.poisson(6 * chance.gamma(1, 1, (40, 60)))
    even = chance.poisson(6, (40, 32))
    ordinary, _ = learnt(np.concatenate([wild, even], axis=1), Settings())
    fresh, _ = learnt(even, Settings())
    assert ordinary.uneven[:, 0].mean() > 0.3
    assert fresh.uneven[:, 0].mean() < 0.1


def test_a_series_added_between_two_fits_gets_its_own() -> None:
    ordinary, board = learnt(np.full((3, 40), 4.0), Settings())
    board.add(["new"], silent_before=True)
    ordinary.learn_new(board)
    assert ordinary.fits.shape[0] == 4
    assert ordinary.fits[3, RATE] < 0.1


def test_a_short_history_leaves_the_rate_in_more_doubt() -> None:
    chance = np.random.default_rng(1)
    short, _ = learnt(chance.poisson(6, (5, 8)), Settings())
    long, _ = learnt(chance.poisson(6, (5, 40)), Settings())
    assert short.doubts()[:, 0].mean() > 2 * long.doubts()[:, 0].mean()


def test_what_was_learnt_survives_saving_and_dropping() -> None:
    ordinary, _ = learnt(np.random.default_rng(1).poisson(6, (3, 40)), Settings())
    other = Ordinary(Settings())
    other.load(ordinary.save())
    assert other.save() == ordinary.save()
    other.keep(np.array([False, True, True]))
    assert other.fits.tolist() == ordinary.fits[1:].tolist()
