"""Count document frequencies of the shared streams into the tables that storystream ships.

    python -m benchmarks.make_background <folder of the shared data>

The development and judging sets are no part of these streams. Run again whenever terms are made differently.
"""

import sys
from pathlib import Path

import storystream.text
from benchmarks.streams import items_of
from storystream.text import background, read_many


def make(shared: Path) -> list[str]:
    """Write one table per language beside the code that reads it; returns a line on each."""
    folder = Path(storystream.text.__file__).parent
    lines = []
    for language in background.LANGUAGES:
        table = background.count(read_many(items_of(shared, f"{language}-stream")))
        path = folder / f"background_{language}.npz"
        background.save(table, path)
        lines.append(
            f"{path.name}: {table.documents} documents, {len(table.terms)} terms, {path.stat().st_size} bytes"
        )
    return lines


if __name__ == "__main__":
    print("\n".join(make(Path(sys.argv[1]))))
