"""Learn the nulls that `storystream.grouping` ships: python benchmarks/learn_nulls.py SHARED_FOLDER [--encoder].

Half of each stream's items, by a hash of their ids, is used; the other half is left to check the rate against.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from storystream.evaluate.null import Stranger, null_of, strangers
from storystream.grouping.bars import Null
from storystream.grouping.encoding import Encoder, UniversalSentenceEncoder
from storystream.items import Item
from storystream.text import read_many

PROBES, PROBES_ENCODED = 16_000, 1_300
SHORT = {"zh": 60, "en": 200}
SHAPES: dict[int, Callable[[Item], Item]] = {
    0: lambda item: replace(item, text=""),
    1: lambda item: replace(item, text=item.text[: SHORT[item.language]]),
    2: lambda item: item,
}


def stream_items(shared: Path, language: str) -> Iterator[Item]:
    """The dated items of a shared stream."""
    with gzip.open(shared / "stories" / f"{language}-stream.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            try:
                at = datetime.fromisoformat(row["published_at"])
            except ValueError:
                continue
            yield Item(row["id"], row["title"], row["text"], at, row["source"], language)


def shaped(items: list[Item], length_class: int, count: int, salt: str) -> list[Stranger]:
    """Strangers of one length class; those of `salt` "learn" and "check" never overlap."""
    chosen = strangers(items, len(items), "halves")
    half = chosen[::2] if salt == "learn" else chosen[1::2]
    made = [Stranger(SHAPES[length_class](one.item), one.published_at) for one in half[: 5 * count]]
    readings = read_many(one.item for one in made)
    return [one for one, reading in zip(made, readings, strict=True) if reading.length_class == length_class][
        :count
    ]


def learn_all(shared: Path, encoder: Encoder | None) -> dict[str, Null]:
    """The nulls of both languages and all length classes."""
    prefix = f"{encoder.name}:" if encoder else ""
    count = PROBES_ENCODED if encoder else PROBES
    learnt = {}
    for language in ("en", "zh"):
        items = list(stream_items(shared, language))
        for length_class in SHAPES:
            learnt[f"{prefix}{language}/{length_class}"] = null_of(
                shaped(items, length_class, count, "learn"), encoder
            )
    return learnt


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "storystream" / "grouping" / "nulls.json"
    known = json.loads(target.read_text("utf-8"))
    learnt = learn_all(Path(sys.argv[1]), UniversalSentenceEncoder() if "--encoder" in sys.argv else None)
    known |= {name: asdict(null) for name, null in learnt.items()}
    target.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")
