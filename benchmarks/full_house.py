"""Fills a folder with a big body's years: a million items, ten thousand sources, two hundred units, and their work.

`python -m benchmarks.full_house FOLDER ITEMS` opens the demo's town there and copies its rows; a folder that is filled
already is left as it is. SQLite in the folder; what it took is in FOLDER/full.json.
"""

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.full_house_town import open_town
from benchmarks.harness import cpu_seconds

#: What a body of two hundred units has beside its items, at the full million; fewer items, fewer of these.
MILLION = 1_000_000
SOURCES, UNITS, ANSWERS, CASES = 10_000, 200, 10_000, 10_000
LETTERS, SIGNALS, NOTICES, CLOCKS, POLLS, ENTRIES = 50_000, 5_000, 100_000, 20_000, 200_000, 300_000
#: Items are kept half a year unless a source says otherwise.
KEPT = timedelta(days=170)
Row = dict[str, Any]


def fill(folder: Path, items: int) -> Row:
    """Fill an empty folder; says how long each part took and how large the database is."""
    report = folder / "full.json"
    if report.exists():
        done: Row = json.loads(report.read_text())
        return done
    seconds: dict[str, float] = {}
    _timed(seconds, "town", lambda: open_town(folder))
    from benchmarks import full_house_rows as rows  # noqa: PLC0415 - needs the settings of the folder

    rows.hurry()
    share = min(items / MILLION, 1.0)
    for name, part in rows.parts(items, share):
        _timed(seconds, name, part)
    rows.settle()
    size = sum(path.stat().st_size for path in folder.glob("*.sqlite3*"))
    told = {"cpu_seconds": seconds, "bytes": size, "rows": rows.counts()}
    report.write_text(json.dumps(told, indent=1))
    return told


def _timed(seconds: dict[str, float], name: str, part: Callable[[], object]) -> None:
    before = cpu_seconds()
    part()
    seconds[name] = round(cpu_seconds() - before, 1)
    sys.stderr.write(f"  {name}: {seconds[name]} CPU s\n")


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    sys.stdout.write(json.dumps(fill(Path(sys.argv[1]).absolute(), int(sys.argv[2]))) + "\n")
