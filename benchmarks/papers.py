"""Papers of a full house: the morning brief, cold and warm, and the quarter's filing of every unit with its files.

ANSWERABLE_FULL_HOUSE names a folder that `python -m benchmarks.full_house` has filled; without it a smaller one is
made. Every figure comes from a process of its own.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.pages import asked

NAME = "answerable.papers"
#: A page may cost what leaves twenty-five a second on two cores (benchmarks.pages).
WARM_MS = 80.0
Row = dict[str, Any]


def run(shared: Path, *, quick: bool) -> list[Row]:
    """Fill or take a house, and make its papers."""
    given = os.environ.get("ANSWERABLE_FULL_HOUSE")
    if given:
        return table(asked("benchmarks.full_house_papers", Path(given)))
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as place:
        house = Path(place) / "house"
        asked("benchmarks.full_house", house, "20000" if quick else "100000")
        return table(asked("benchmarks.full_house_papers", house))


def table(found: dict[str, Any]) -> list[Row]:
    """The figures: the brief first, then one filing, then all of them."""
    brief, filing, files = found["brief"], found["filing"], found["files"]
    ordered = sorted(filing["ms"])
    units = len(ordered)
    return [
        {"what": f"house: {found['items']:,} items, {units} units", "value": found["items"], "unit": "items"},
        {"what": "morning brief, first look of a process", "value": brief["cold_ms"], "unit": "CPU-ms"},
        {
            "what": f"morning brief, warm ({brief['queries']} statements)",
            "value": brief["warm_ms"],
            "unit": "CPU-ms",
            "bar": f"<= {WARM_MS:g}",
        },
        {"what": "quarter's filing, the first", "value": filing["ms"][0], "unit": "CPU-ms"},
        {"what": "quarter's filing, median unit", "value": ordered[units // 2], "unit": "CPU-ms"},
        {
            "what": "quarter's filing, unit at 95 of 100",
            "value": ordered[units * 95 // 100],
            "unit": "CPU-ms",
        },
        {
            "what": f"quarter's filing of all {units} units, drafts",
            "value": round(sum(ordered) / 1000, 2),
            "unit": "CPU-s",
        },
        {"what": "quarter's filing of the whole body", "value": filing["body_ms"], "unit": "CPU-ms"},
        *(
            {
                "what": f"its {form.upper()}, {'first' if place == 0 else 'then'}",
                "value": value,
                "unit": "CPU-ms",
            }
            for form, values in files.items()
            for place, value in enumerate((values[0], sorted(values[1:])[len(values[1:]) // 2]))
        ),
        {
            "what": f"files of all {units} units, PDF and DOCX",
            "value": round(sum(sum(values) for values in files.values()) / 1000, 2),
            "unit": "CPU-s",
        },
    ]
