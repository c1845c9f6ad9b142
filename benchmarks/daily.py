"""The eight pages of every day in a full house: p95 of forty looks, each beside a bare Django list of the same minute.

ANSWERABLE_FULL_HOUSE names a folder that `python -m benchmarks.full_house` has filled; without it a smaller one is
made.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.pages import MOST_MS, MOST_QUERIES, Row, asked

NAME = "answerable.daily"


def run(shared: Path, *, quick: bool) -> list[Row]:
    """Fill or take a house, look at its pages of every day, and give what each costs."""
    given = os.environ.get("ANSWERABLE_FULL_HOUSE")
    if given:
        return table(asked("benchmarks.full_house_main", Path(given)))
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as place:
        house = Path(place) / "house"
        asked("benchmarks.full_house", house, "20000" if quick else "100000")
        return table(asked("benchmarks.full_house_main", house))


def table(found: dict[str, Any]) -> list[Row]:
    """The figures: how much the house holds, then each page with its ratio to the control."""
    pages, rows = found["pages"], found["rows"]
    chatty = sum(page["queries"] > MOST_QUERIES for page in pages)
    return [
        {"what": "items in the house", "value": rows.get("Items", 0), "unit": "rows"},
        *(
            {
                "what": f"{page['what']}, p95 ({page['queries']} statements)",
                "value": page["p95_ms"],
                "unit": "CPU-ms",
                "peer": f"{page['p95_ms'] / page['control_ms']:.1f} x control ({page['control_ms']:g})",
                "bar": f"<= {MOST_MS:g}",
            }
            for page in pages
        ),
        {"what": f"pages over {MOST_QUERIES} statements", "value": chatty, "unit": "pages", "bar": "0"},
    ]
