"""The look back."""

from dataclasses import replace

import numpy as np
import pytest

from storystream.early_warning.backtest import backtest, replay
from storystream.early_warning.history import History
from storystream.early_warning.settings import Settings
from storystream.early_warning.watcher import Watcher
from storystream.items import Count
from tests.storystream.early_warning.makers import daily, hourly, poisson


def ten_series() -> list[Count]:
    return [count for row in range(10) for count in daily(poisson(4.0, 120, seed=row), series=f"s{row}")]


def test_a_higher_switch_expects_and_realises_more() -> None:
    low, high = (
        backtest(ten_series(), Settings(per_100_series_days=0.2)),
        backtest(ten_series(), Settings(per_100_series_days=2.0)),
    )
    assert low.expected < high.expected
    assert low.realised < high.realised


def test_on_quiet_history_the_realised_rate_keeps_to_the_switch() -> None:
    found = backtest(ten_series())
    assert found.series_days == 1200.0
    assert 0.2 < found.realised <= 0.6
    assert found.expected == pytest.approx(found.stated, rel=0.3)


def test_the_signals_are_those_that_watching_would_have_raised() -> None:
    history = daily([*poisson(4.0, 60), 30, *poisson(4.0, 10)])
    found = backtest(history)
    assert list(found.fired) == Watcher().see(history)
    assert len(found.fired) >= 1
    assert found.fired_per_100_series_days == pytest.approx(100 * len(found.fired) / 71)


def test_the_same_history_gives_the_same_figures() -> None:
    assert backtest(ten_series()) == backtest(list(reversed(ten_series())))


def test_gaps_do_not_count_as_days() -> None:
    counts = [
        replace(count, exposure=0.0) if place % 10 == 0 else count for place, count in enumerate(ten_series())
    ]
    assert backtest(counts).series_days == 1080.0


def test_no_history_is_a_backtest_of_nothing() -> None:
    found = backtest([])
    assert (found.series, found.series_days, found.realised, found.fired) == (0, 0.0, 0.0, ())
    assert found.fired_per_100_series_days == 0.0


def test_a_replay_alarms_where_a_watcher_does() -> None:
    counts = hourly([*poisson(0.3, 24 * 20), 12, *poisson(0.3, 30)])
    settings = Settings(every="hour")
    alarms = replay(History.of(counts, "hour", "zero"), settings).alarms
    signals = Watcher(settings).see(counts)
    first = counts[0].at.timestamp()
    assert [step for step, _ in alarms] == [int((s.at.timestamp() - first) // 3600) - 1 for s in signals]


def test_a_table_without_series_raises_nothing() -> None:
    empty = History(("a",), 0, 0, np.zeros((1, 0), np.float32), np.zeros((1, 0), np.float32))
    assert replay(empty, Settings()).alarms == ()
