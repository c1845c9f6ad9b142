"""One size of one stream, in a process of its own: documents per CPU-second, growth, peak memory."""

import gc
import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from pathlib import Path
from statistics import mean
from typing import Any

from storystream.items import Item
from storystream.pipeline import Settings, Stream

Row = dict[str, Any]


def row(what: str, value: float, unit: str, peer: str = "") -> Row:
    """One line of the table."""
    return {"what": what, "value": round(value, 4), "unit": unit, "peer": peer}


def told(shared: Path, language: str) -> Iterator[dict[str, str]]:
    """The rows of a shared stream again and again, each with the number of the turn."""
    turn = 0
    while True:
        path = shared / "stories" / f"{language}-stream.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield {**json.loads(line), "turn": turn}
        turn += 1


def stream(shared: Path, language: str, count: int, live: int) -> Iterator[Item]:
    """`count` items of a shared stream, repeated with shifted times and changed words, `live` to three days."""
    step = timedelta(days=3) / live
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for place, found in enumerate(islice(told(shared, language), count)):
        turn = int(found["turn"])
        mark = f" {turn * 7919 % 100_003}" if turn else ""
        title = found["title"][turn % 3 :] + mark
        text = found["text"][turn * 11 % 50 :][:600]
        yield Item(str(place), title, text, begin + step * place, found["source"], language)


def grouped(items: Iterator[Item], chunk: int) -> tuple[Stream, list[float], float]:
    """A stream that tidies hourly, as in production; CPU seconds an item of each chunk, and of an hourly pass."""
    ours = Stream(Settings(explain=False))
    spent, tidying, passes = [], 0.0, 0
    while taken := list(islice(items, chunk)):
        gc.collect()
        passed = tidying
        begin = time.process_time()
        for hour, group in groupby(taken, key=hour_of):
            ours.absorb_many(group)
            before = time.process_time()
            ours.tend(hour)
            tidying += time.process_time() - before
            passes += 1
        spent.append((time.process_time() - begin - (tidying - passed)) / len(taken))
    return ours, spent, tidying / max(passes, 1)


def hour_of(item: Item) -> datetime:
    """The end of the hour in which an item was published."""
    at = item.published_at or datetime(2026, 1, 1, tzinfo=UTC)
    return at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def peak_memory() -> float:
    """The most that this process ever held, in GB.

    From the system's own account where there is one: `getrusage` still tells the peak of the process that started
    this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines() if ":" in line)
        return int(told["VmHWM"].split()[0]) / 1024**2
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def measure(shared: Path, language: str, count: int) -> list[Row]:
    """Documents per CPU-second once the window is full, what the last fifth costs to the first, peak memory."""
    live = min(count, 100_000)
    warm = Stream(Settings(explain=False))
    warm.absorb_many(stream(shared, language, 600, 600))
    warm.tend(datetime(2026, 1, 4, tzinfo=UTC))
    chunk = max(count // 20, 500)
    whole = count + count // 4
    ours, spent, tidying = grouped(stream(shared, language, whole, live), chunk)
    full = mean(spent[-4:])
    lost = sum(ours.story_of(str(place)) is None for place in range(whole - 10, whole))
    name = f"{language} stream, {count:,} documents, {live:,} in the window"
    rows = [
        row(name, 1 / full, "documents per CPU-second"),
        row(f"{name}: growth of cost", full / mean(spent[1:4]), "x"),
        row(f"{name}: hourly pass", tidying, "CPU-seconds"),
        row(f"{name}: peak memory", peak_memory(), "GB"),
    ]
    state = ours.save()
    return [
        *rows,
        row(f"{name}: state to go on from", len(state) / 1024**2, "MB"),
        row(f"{name}: peak memory, that state written as well", peak_memory(), "GB"),
        row(f"{name}: of the last ten without a story", lost, "items"),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
