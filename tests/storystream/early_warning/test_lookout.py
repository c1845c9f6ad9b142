"""Episodes of rows."""

import numpy as np
import pytest

from storystream.early_warning.lookout import Fire, Lookout
from storystream.early_warning.settings import Settings

UNKNOWN = Settings(silence="unknown")


def run(counts: list[list[float]], settings: Settings = UNKNOWN) -> tuple[Lookout, list[tuple[int, Fire]]]:
    """A lookout that has seen these series, and its alarms with their steps."""
    lookout, alarms = Lookout(settings), []
    table = np.array(counts, np.float32)
    for step in range(table.shape[1]):
        lookout.move_to(700_000 + step)
        if step == 0:
            lookout.board.add([str(row) for row in range(len(table))], silent_before=False)
        covered = np.where(table[:, step] < 0, 0, 1).astype(np.float32)
        lookout.enter(np.arange(len(table)), np.maximum(table[:, step], 0), covered)
        alarms += [(step, fire) for fire in lookout.fires()]
    return lookout, alarms


def test_an_alarm_names_its_row() -> None:
    _, alarms = run([[4.0] * 41, [4.0] * 40 + [30.0]])
    assert [(step, fire.row) for step, fire in alarms] == [(40, 1)]


def test_looking_twice_at_an_interval_alarms_once() -> None:
    lookout, alarms = run([[4.0] * 40 + [30.0]])
    assert len(alarms) == 1
    assert lookout.fires() == []


def test_an_outbreak_stays_open_through_a_gap() -> None:
    _, alarms = run([[4.0] * 40 + [30.0, -1.0, 90.0, 30.0]])
    assert len(alarms) == 1


def test_an_outbreak_is_learnt_only_up_to_its_bar() -> None:
    lookout, _ = run([[4.0] * 40 + [300.0]])
    assert 8.0 < lookout.board.strip("learnt", 1)[0, 0] < 20.0


def test_a_busy_series_can_reach_what_the_switch_states_and_a_quiet_one_cannot() -> None:
    chance = np.random.default_rng(2)
    lookout, _ = run([chance.poisson(40.0, 60).tolist(), [0.0] * 59 + [1.0]])
    busy, quiet = lookout.stated()
    assert busy > 0.3
    assert quiet < 0.05


def test_a_lookout_saved_and_loaded_states_the_same() -> None:
    lookout, _ = run([np.random.default_rng(2).poisson(4.0, 60).tolist()])
    other = Lookout(UNKNOWN)
    other.load(lookout.save())
    assert other.stated() == pytest.approx(lookout.stated(), rel=0)


def test_silence_is_a_setting() -> None:
    assert Lookout(Settings()).silent
    assert not Lookout(UNKNOWN).silent
