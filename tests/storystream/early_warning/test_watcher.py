"""The watcher's promises."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storystream.early_warning.settings import Settings
from storystream.early_warning.watcher import Watcher
from storystream.items import Count
from tests.storystream.early_warning.makers import FIRST, daily, hourly, poisson

HOURLY = Settings(every="hour")
CHECKOUT = Path(__file__).resolve().parents[3]


def several(days: int = 70, burst: int = 60) -> list[Count]:
    """Six series, each with a burst of its own length."""
    counts = []
    for row in range(6):
        seen = poisson(1.0 + 2 * row, days, seed=row)
        seen[burst : burst + row + 1] = [count * 4 + 12 for count in seen[burst : burst + row + 1]]
        counts += daily(seen, series=f"s{row}")
    return sorted(counts, key=lambda count: count.at)


def test_a_jump_is_a_signal_with_its_odds() -> None:
    [signal] = Watcher().see(daily([5] * 40 + [25]))
    assert signal.series == "water"
    assert signal.at == FIRST + timedelta(days=41)
    assert (signal.hours, signal.seen) == (24, 25)
    assert signal.expected == pytest.approx(5.0, rel=0.05)
    assert signal.p < 1e-6
    assert signal.once_in_days > 1e4
    assert 0.2 < signal.per_100_series_days <= 0.5


def test_a_slow_rise_is_seen_in_the_longer_window() -> None:
    [signal, *_] = Watcher().see(daily([5] * 40 + [10, 11, 12]))
    assert signal.hours == 72


def test_an_outbreak_is_one_signal_until_it_ends() -> None:
    seen = [5] * 40 + [30, 28, 33, 29] + [5] * 10 + [31]
    assert [signal.at for signal in Watcher().see(daily(seen))] == [
        FIRST + timedelta(days=41),
        FIRST + timedelta(days=55),
    ]


def test_the_end_of_an_outbreak_is_no_new_signal() -> None:
    assert len(Watcher().see(daily([5] * 40 + [40, 5, 5, 5, 5]))) == 1


def test_an_outbreak_does_not_make_the_watcher_deaf() -> None:
    again = [5] * 40 + [60, 55, 58] + [5] * 12 + [20]
    assert len(Watcher().see(daily(again))) == 2


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 60), st.integers(1, 60))
def test_more_seen_never_raises_the_chance(seen: int, more: int) -> None:
    before = poisson(4.0, 40)

    def chance(last: int) -> float:
        signals = Watcher(Settings(per_100_series_days=20.0)).see(daily([*before, last]))
        newest = [signal for signal in signals if signal.at == FIRST + timedelta(days=41)]
        return newest[0].p if newest else 1.0

    if chance(seen) < 1.0:
        assert chance(seen + more) <= chance(seen)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=60))
def test_a_series_that_nothing_was_fetched_for_never_signals(seen: list[int]) -> None:
    counts = [replace(count, exposure=0.0) for count in daily(seen)]
    assert Watcher().see(daily(poisson(2.0, 40), first=FIRST - timedelta(days=40)) + counts) == Watcher().see(
        daily(poisson(2.0, 40), first=FIRST - timedelta(days=40))
    )


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_counts_changes_nothing(chance: object) -> None:
    counts = several()
    mixed = list(counts)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert Watcher().see(mixed) == Watcher().see(counts)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 69), st.sampled_from(["day", "hour"]))
def test_a_saved_watcher_goes_on_as_though_it_had_never_stopped(stop: int, every: str) -> None:
    counts = several()
    if every == "hour":
        counts = [replace(count, at=FIRST + (count.at - FIRST) / 24) for count in counts]
    straight = Watcher(Settings(every=every))  # type: ignore[arg-type]
    began = straight.see(counts[: 6 * stop])
    resumed = Watcher.load(json.loads(json.dumps(straight.save())))
    assert resumed.save() == straight.save()
    assert began + resumed.see(counts[6 * stop :]) == began + straight.see(counts[6 * stop :])


def test_counts_given_interval_by_interval_raise_the_same_signals() -> None:
    counts, watcher = several(), Watcher()
    signals = [signal for day in range(70) for signal in watcher.see(counts[6 * day : 6 * day + 6])]
    assert signals == Watcher().see(counts)
    assert len(signals) >= 6


def test_the_catch_up_after_a_gap_is_no_signal() -> None:
    counts = daily([5] * 45)
    for day in (40, 41, 42):
        counts[day] = replace(counts[day], count=0, exposure=0.0)
    counts[43] = replace(counts[43], count=22)
    assert Watcher().see(counts) == []


def test_a_gap_is_not_learnt_as_silence() -> None:
    lost = [
        replace(count, exposure=0.0) if 10 <= day < 30 else count
        for day, count in enumerate(daily([20] * 50))
    ]
    assert Watcher().see(lost) == []


def test_unmentioned_intervals_are_silence_or_gaps_as_set() -> None:
    known = daily([3] * 60, series="old") + daily([3] * 60, series="older")
    new = Count("new", FIRST + timedelta(days=59), 9)
    assert [signal.series for signal in Watcher().see([*known, new])] == ["new"]
    assert Watcher(Settings(silence="unknown")).see([*known, new]) == []


def test_a_series_never_met_before_was_silent_until_then() -> None:
    old = daily(poisson(3.0, 60), series="old")
    [signal] = Watcher().see([*old, *daily([30], series="new", first=FIRST + timedelta(days=59))])
    assert (signal.series, signal.seen) == ("new", 30)
    assert signal.expected < 0.1


def test_a_weekly_rhythm_is_no_outbreak() -> None:
    assert Watcher().see(daily(([30] * 5 + [3] * 2) * 12)[28:]) == []


def test_a_daily_rhythm_is_no_outbreak() -> None:
    day = [0] * 7 + [1, 3, 8, 8, 6, 4, 4, 5, 6, 7, 5, 3, 2, 1, 1, 0, 0]
    assert Watcher(HOURLY).see(hourly(day * 30)) == []


def test_the_hourly_view_finds_a_ramp_within_hours() -> None:
    begin = 24 * 20
    seen = hourly(poisson(0.02, begin, seed=5) + [2] * 6)
    [signal] = [signal for signal in Watcher(HOURLY).see(seen) if signal.at > FIRST + timedelta(hours=begin)]
    assert signal.at <= FIRST + timedelta(hours=begin + 3)


def test_the_first_days_raise_nothing() -> None:
    assert Watcher().see(daily([5, 9, 4])) == []
    assert Watcher(HOURLY).see(hourly(poisson(2.0, 40))) == []


def test_a_late_count_corrects_what_is_learnt_and_raises_nothing() -> None:
    watcher = Watcher()
    watcher.see(daily([5] * 40))
    assert watcher.see([Count("water", FIRST + timedelta(days=20), 400)]) == []
    assert watcher.see([Count("water", FIRST + timedelta(days=40), 20)]) == []


def test_a_later_count_for_the_newest_interval_replaces_the_earlier() -> None:
    watcher = Watcher()
    watcher.see(daily([5] * 41))
    assert watcher.see([Count("water", FIRST + timedelta(days=40), 6)]) == []
    [signal] = watcher.see([Count("water", FIRST + timedelta(days=40), 30)])
    assert signal.seen == 30
    assert watcher.see([Count("water", FIRST + timedelta(days=40), 31)]) == []


def test_silent_series_are_forgotten_and_return_as_silent() -> None:
    watcher = Watcher()
    watcher.see(daily([4] * 5, series="once") + daily([3] * 80))
    assert watcher.series == ("water",)
    [signal] = watcher.see([Count("once", FIRST + timedelta(days=80), 12)])
    assert signal.series == "once"


def test_years_without_a_count_cost_nothing_and_raise_nothing() -> None:
    watcher = Watcher(Settings(every="hour", silence="unknown"))
    watcher.see(hourly([3] * 50))
    assert watcher.see(hourly([3] * 5, first=FIRST + timedelta(days=3000))) == []


def test_time_zones_of_one_moment_are_one_hour() -> None:
    there = datetime(2026, 1, 5, 8, tzinfo=UTC).astimezone()
    watcher = Watcher(HOURLY)
    watcher.see([Count("a", there, 1)])
    assert watcher.save()["lookout"]["board"]["tick"] == int(there.timestamp()) // 3600


@pytest.mark.parametrize(
    "wrong",
    [
        Count("a", datetime(2026, 1, 5), 1),  # noqa: DTZ001 - the naive time is what is refused
        Count("a", FIRST, -1),
        Count("a", FIRST, 1, -0.5),
        Count("a", FIRST, 1, float("nan")),
    ],
)
def test_a_count_that_cannot_be_is_refused(wrong: Count) -> None:
    with pytest.raises(ValueError, match="not a count"):
        Watcher().see([wrong])


def test_a_state_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="version"):
        Watcher.load({"state": 0})


def test_false_alarms_on_poisson_counts_keep_to_the_switch() -> None:
    chance = np.random.default_rng(11)
    counts = [
        count for row in range(60) for count in daily(chance.poisson(3.0, 200).tolist(), series=f"{row:02d}")
    ]
    per_100_days = 100 * len(Watcher().see(counts)) / len(counts)
    assert 0.2 < per_100_days <= 0.55


PLAIN_TWIN = """
import json, sys
from dataclasses import asdict
from storystream.early_warning import Watcher
from tests.storystream.early_warning.test_watcher import several
print(json.dumps([{**asdict(signal), "at": signal.at.isoformat()} for signal in Watcher().see(several(45, 40))]))
"""


def test_plain_python_raises_the_same_signals_as_machine_code() -> None:
    where = {**os.environ, "STORYSTREAM_PLAIN": "1"}
    answer = subprocess.run(
        [sys.executable, "-c", PLAIN_TWIN],
        env=where,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    plain = json.loads(answer.stdout)
    compiled = Watcher().see(several(45, 40))
    assert len(plain) == len(compiled) >= 6
    for one, other in zip(plain, compiled, strict=True):
        assert (one["series"], one["at"], one["hours"], one["seen"]) == (
            other.series,
            other.at.isoformat(),
            other.hours,
            other.seen,
        )
        assert one["p"] == pytest.approx(other.p, rel=1e-9)
        assert one["expected"] == pytest.approx(other.expected, rel=1e-9)
