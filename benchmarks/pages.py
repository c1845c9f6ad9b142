"""Every page of a full house: statements and processor time, beside a bare Django list measured in the same minutes.

ANSWERABLE_FULL_HOUSE names a folder that `python -m benchmarks.full_house` has filled; without it a smaller one is
made.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NAME = "answerable.pages"
ROOT = Path(__file__).resolve().parent.parent
#: Trust, row L1: a page may cost what leaves 0.6 of the control's throughput, and twelve statements.
MOST_QUERIES, MOST_TIMES = 12, 1 / 0.6
#: Twenty-five pages a second on two cores, and four looks waiting on each core within 400 ms.
MOST_MS = 80.0
#: So many of the worst pages are named.
NAMED = 12
Row = dict[str, Any]


def run(shared: Path, *, quick: bool) -> list[Row]:
    """Fill or take a house, open its pages, and give the sums and the worst."""
    given = os.environ.get("ANSWERABLE_FULL_HOUSE")
    if given:
        return table(asked("benchmarks.full_house_pages", Path(given)))
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as place:
        house = Path(place) / "house"
        asked("benchmarks.full_house", house, "20000" if quick else "100000")
        return table(asked("benchmarks.full_house_pages", house))


def asked(module: str, folder: Path, *more: str) -> dict[str, Any]:
    """Run a module in a process of its own and read the last line it prints."""
    order = [sys.executable, "-m", module, str(folder), *more]
    done = subprocess.run(order, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, cwd=ROOT)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def table(found: dict[str, Any]) -> list[Row]:
    """The figures: how many pages hold the bars, and the dearest of those that do not."""
    pages = found["pages"]
    control = sum(one["cpu_ms"] for one in found["control"]) / len(found["control"])
    ordered = sorted(page["cpu_ms"] for page in pages)
    cheap = sum(page["cpu_ms"] <= control * MOST_TIMES for page in pages)
    dear = sum(page["cpu_ms"] > MOST_MS for page in pages)
    chatty = sum(page["queries"] > MOST_QUERIES for page in pages)
    late = ordered[len(ordered) * 95 // 100]
    rows: list[Row] = [
        {"what": "control: bare Django list, 50 rows", "value": control, "unit": "CPU-ms", "peer": "Django"},
        {"what": "pages opened", "value": len(pages), "unit": "pages"},
        {"what": "median page", "value": ordered[len(ordered) // 2], "unit": "CPU-ms"},
        {"what": "page at 95 of 100", "value": late, "unit": "CPU-ms", "bar": f"<= {MOST_MS:g}"},
        {"what": "pages within the control / 0.6", "value": cheap, "unit": "pages"},
        {"what": "pages over 80 ms", "value": dear, "unit": "pages", "bar": "0"},
        {"what": "pages over 12 statements", "value": chatty, "unit": "pages", "bar": "0"},
    ]
    worst = sorted(pages, key=lambda page: -page["cpu_ms"])[:NAMED]
    return rows + [
        {
            "what": f"{page['route'][:60]} ({page['queries']} statements)",
            "value": page["cpu_ms"],
            "unit": "CPU-ms",
            "peer": f"{page['cpu_ms'] / control:.1f} x control",
        }
        for page in worst
    ]
