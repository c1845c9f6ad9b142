"""One size of one stream, in a process of its own: documents per CPU-second, growth, peak memory."""

import gc
import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
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
        path = shared / "data" / "stories" / f"{language}-stream.jsonl.gz"
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


def measure(shared: Path, language: str, count: int) -> list[Row]:
    """Documents per CPU-second once the window is full, what the last fifth costs to the first, peak memory."""
    live = min(count, 100_000)
    warm = Stream(Settings(explain=False))
    warm.absorb_many(stream(shared, language, 600, 600))
    ours = Stream(Settings(explain=False))
    spent, chunk = [], max(count // 20, 500)
    whole = count + count // 4
    source = stream(shared, language, whole, live)
    while items := list(islice(source, chunk)):
        gc.collect()
        begin = time.process_time()
        ours.absorb_many(items)
        spent.append((time.process_time() - begin) / len(items))
    full = mean(spent[-4:])
    lost = sum(ours.story_of(str(place)) is None for place in range(whole - 10, whole))
    name = f"{language} stream, {count:,} documents, {live:,} in the window"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return [
        row(name, 1 / full, "documents per CPU-second"),
        row(f"{name}: growth of cost", full / mean(spent[1:4]), "x"),
        row(f"{name}: peak memory", peak, "GB"),
        row(f"{name}: of the last ten without a story", lost, "items"),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
