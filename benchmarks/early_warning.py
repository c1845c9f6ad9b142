"""Early warning: false alarms where none is right, bursts caught, delay; beside EARS and a fixed multiple."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rjieba

from benchmarks.streams import items_of
from storystream.early_warning import Settings, one_false_alarm_in
from storystream.early_warning.backtest import replay
from storystream.early_warning.history import History
from storystream.evaluate.bursts import (
    NULLS,
    Detector,
    caught,
    false_alarms,
    ramp_delay,
    reordered,
    scan,
    spread_out,
    table,
)
from storystream.evaluate.bursts_peers import EARS_STATED, ears, fixed_multiple

NAME = "storystream.early_warning"
SEED = 20260301
OURS = "storystream"
#: Words with so many titles over the whole time are watched, as in the design's measurements.
TITLES = 60
#: Bursts and the part that must be caught: ordinary items a day, times, within days, bar.
BURSTS = ((5.0, 3.0, 3, ".95; aim .98"), (1.0, 5.0, 3, ".90; aim .95"), (50.0, 2.0, 1, ".95; aim .99"))

PEERS: dict[str, Detector] = {
    OURS: scan(Settings()),
    "EARS C1": lambda history: ears(history, back=1),
    "EARS C2": lambda history: ears(history, back=3),
    "3 x last week": fixed_multiple,
}
STATED = {OURS: Settings().per_100_series_days, "EARS C1": EARS_STATED, "EARS C2": EARS_STATED}


def words_by_day(shared: Path) -> History:
    """First appearances of titles on the Chinese hot list, counted by word and day."""
    days: dict[str, Counter[int]] = defaultdict(Counter)
    met: set[str] = set()
    for item in items_of(shared, "zh-stream"):
        if item.published_at is None or item.title in met:
            continue
        met.add(item.title)
        day = item.published_at.date().toordinal()
        for word in {word for word in rjieba.cut(item.title) if len(word) > 1}:
            days[word][day] += 1
    watched = sorted(word for word, counted in days.items() if counted.total() >= TITLES)
    first = min(min(days[word]) for word in watched)
    last = max(max(days[word]) for word in watched)
    counts = np.zeros((len(watched), last - first + 1), dtype=np.int64)
    for row, word in enumerate(watched):
        for day, count in days[word].items():
            counts[row, day - first] = count
    return table(counts)


def of(history: History, series: int, days: int) -> History:
    """Part of a table: evenly chosen series, the first days."""
    rows = np.linspace(0, len(history.names) - 1, min(series, len(history.names))).astype(int)
    return table(history.counts[rows, :days].astype(np.int64))


def null_rows(name: str, history: History) -> list[dict[str, Any]]:
    """False alarms of everyone on one null."""
    rows = []
    for peer, detector in PEERS.items():
        realised = false_alarms(history, detector)
        bar = "<= 1; aim .25-.5" if peer == OURS else None
        rows.append(row(f"false alarms, {name}", realised, "per 100 series-days", peer, bar))
        if peer in STATED:
            bar = "<= 1.0; aim >= .5" if peer == OURS else None
            rows.append(row(f"realised / stated, {name}", realised / STATED[peer], "ratio", peer, bar))
    return rows


def row(what: str, value: float, unit: str, peer: str, bar: str | None = None) -> dict[str, Any]:
    """One line of the table."""
    return {"what": what, "value": round(float(value), 4), "unit": unit, "peer": peer, "bar": bar}


def burst_rows(series: int) -> list[dict[str, Any]]:
    """Catch rates of everyone."""
    rows = []
    for rate, times, within, bar in BURSTS:
        for peer, detector in PEERS.items():
            part = caught(np.random.default_rng(SEED), detector, rate, times, within, series)
            what = f"caught, x{times:g} on {rate:g}/day within {within} d"
            rows.append(row(what, part, "part", peer, bar if peer == OURS else None))
    return rows


def hourly_rows(series: int, words: History | None) -> list[dict[str, Any]]:
    """Delay of a ramp at one false alarm in 29 days over 3,317 series, and the false alarms of that view."""
    settings = one_false_alarm_in(29, over_series=3317, every="hour")
    chance = np.random.default_rng(SEED)
    quiet = np.full(series, 0.1)
    rows = [row(*ramp_row("a quiet term (.1/day)", ramp_delay(chance, settings, quiet)), OURS, "<= 4; aim 2")]
    if words is not None:
        a_day = words.counts.mean(axis=1)[:: max(1, len(words.names) // series)].astype(float)
        delay = ramp_delay(chance, settings, a_day)
        rows.append(row(*ramp_row("a hot-list word", delay), OURS, "<= 4; aim 2"))
    hourly = Settings(every="hour")
    hours = np.arange(60 * 24)
    day_and_night = 1.0 + 0.8 * np.sin(2.0 * np.pi * (hours % 24 - 9) / 24.0)
    means = np.exp(chance.uniform(np.log(0.5), np.log(50.0), (series // 3, 1))) / 24.0 * day_and_night
    null = table(chance.poisson(means), hourly=True)
    realised = false_alarms(null, scan(hourly), in_a_day=24)
    rows.append(
        row("hourly view, false alarms, Poisson .5-50/day", realised, "per 100 series-days", OURS, "<= 1")
    )
    expected = replay(null, hourly).stated
    return [
        *rows,
        row("hourly view, realised / expected", realised / expected, "ratio", OURS, "<= 1.0; aim >= .5"),
    ]


def ramp_row(name: str, delay: tuple[float, float]) -> tuple[str, float, str]:
    """What, value and unit of a ramp."""
    return f"+1 item/h on {name}, median delay ({delay[1]:.0%} in 12 h)", delay[0], "hours"


def speed_rows(run: Callable[[], History]) -> list[dict[str, Any]]:
    """Series-days per CPU second of the daily view."""
    history = run()
    began = time.process_time()
    replay(history, Settings())
    spent = time.process_time() - began
    return [row("speed, daily view", history.counts.size / spent, "series-days per CPU s", OURS)]


def run(shared: Path, *, quick: bool) -> list[dict[str, Any]]:
    """All figures; the real series only where the shared stream is there."""
    series, days = (150, 150) if quick else (600, 400)
    rows = []
    for name, make in NULLS.items():
        rows += null_rows(name, make(np.random.default_rng(SEED), series, days))
    words = words_by_day(shared) if (shared / "stories").is_dir() else None
    if words is None:
        rows.append(
            {"what": "real series", "value": None, "unit": "the shared stream is missing", "peer": OURS}
        )
    else:
        chance = np.random.default_rng(SEED)
        part = of(words, 2 * series, 825)
        rows += null_rows("real, titles on days of chance", spread_out(part, chance))
        rows += null_rows("real, days in an order of chance", reordered(part, chance))
    rows += burst_rows(500 if quick else 3000)
    rows += hourly_rows(300 if quick else 1200, words)
    return rows + speed_rows(lambda: NULLS["Poisson .2-20"](np.random.default_rng(SEED), 1000, 100))
