"""Total volume as exposure."""

from datetime import timedelta

import pytest

from storystream.early_warning.history import interval_of
from storystream.early_warning.volume import by_volume
from storystream.early_warning.watcher import Watcher
from storystream.items import Count
from tests.storystream.early_warning.makers import FIRST, daily, hourly, poisson


def series(last: dict[int, int]) -> list[Count]:
    """Twelve series of about ten a day, and what each brings on the last day."""
    return [
        count
        for row in range(12)
        for count in daily([*poisson(10.0, 50, seed=row), last.get(row, 10)], series=f"s{row:02d}")
    ]


def test_a_wave_in_all_series_is_no_signal() -> None:
    wave = series(dict.fromkeys(range(12), 32))
    ends = FIRST + timedelta(days=51)
    assert len([signal for signal in Watcher().see(wave) if signal.at == ends]) == 12
    assert [signal for signal in Watcher().see(by_volume(wave)) if signal.at == ends] == []


def test_a_series_that_rises_alone_stands_out_as_before() -> None:
    ends = FIRST + timedelta(days=51)
    found = [signal for signal in Watcher().see(by_volume(series({3: 45}))) if signal.at == ends]
    assert [signal.series for signal in found] == ["s03"]


def test_a_gap_stays_a_gap() -> None:
    [count] = [count for count in by_volume([Count("a", FIRST, 5, 0.0)]) if count.series == "a"]
    assert (count.count, count.exposure) == (0, 0.0)


@pytest.mark.parametrize("every", ["day", "hour"])
def test_times_stay_on_their_clock(every: str) -> None:
    counts = daily([1, 2]) if every == "day" else hourly([1, 2])
    exposed = by_volume(counts, every=every)  # type: ignore[arg-type]
    assert [count.at for count in exposed] == [count.at for count in counts]
    assert interval_of(exposed[1].at, every) == interval_of(counts[1].at, every)  # type: ignore[arg-type]


def test_nothing_in_is_nothing_out() -> None:
    assert by_volume([]) == []
