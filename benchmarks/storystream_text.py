"""Reading: items per CPU-second beside what a user would otherwise write, languages named rightly, cold start."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import rjieba
import xxhash
from sklearn.feature_extraction.text import HashingVectorizer

from benchmarks.streams import items_of
from storystream.items import Item
from storystream.text import read_many, read_with_wordings

NAME = "storystream.text"
_WORD = re.compile(r"[a-z0-9]+")
_COLD = (
    "import time; from storystream.items import Item; from storystream.text import read; "
    "begun = time.process_time(); read(Item('1', 'Flood', 'in 水')); print(time.process_time() - begun)"
)


def in_python(items: Sequence[Item]) -> list[dict[int, int]]:
    """The usual recipe: rjieba or a regular expression, bigrams, xxHash, a dict of counts (terms only)."""
    segment = rjieba.Jieba().cut
    counted = []
    for item in items:
        text = f"{item.title} {item.text[:600]}".lower()
        units = segment(text) if item.language == "zh" else _WORD.findall(text)
        terms = [*units, *(one + other for one, other in pairwise(units))]
        counts: dict[int, int] = {}
        for term in terms:
            place = xxhash.xxh3_64_intdigest(term.encode()) & 0x3FFFFF
            counts[place] = counts.get(place, 0) + 1
        counted.append(counts)
    return counted


def in_sklearn(items: Sequence[Item]) -> object:
    """scikit-learn's HashingVectorizer: words and pairs, characters and pairs for Chinese (terms only)."""
    chinese = items[0].language == "zh"
    made = HashingVectorizer(n_features=1 << 22, analyzer="char" if chinese else "word", ngram_range=(1, 2))
    return made.transform(f"{item.title} {item.text[:600]}" for item in items)


READERS: dict[str, Callable[[Sequence[Item]], object]] = {
    "ours (terms, shingles, numbers, language)": read_many,
    "ours, with wordings": read_with_wordings,
    "rjieba or re, xxHash, dict": in_python,
    "scikit-learn HashingVectorizer": in_sklearn,
}


def speed(read: Callable[[Sequence[Item]], object], items: Sequence[Item]) -> float:
    """Items per CPU-second, the better of two runs, machine code made before."""
    read(items[:300])
    seconds = []
    for _run in range(2):
        begun = time.process_time()
        read(items)
        seconds.append(time.process_time() - begun)
    return len(items) / min(seconds)


def named_rightly(items: Sequence[Item], language: str) -> float:
    """The share of titles, without text or tag, whose language is named."""
    readings = read_many(Item(item.id, item.title) for item in items)
    return sum(reading.language == language for reading in readings) / len(items)


def run(shared: Path, *, quick: bool) -> list[dict[str, object]]:
    """The figures of both streams."""
    rows: list[dict[str, object]] = []
    for language in ("zh", "en"):
        items = items_of(shared, f"{language}-stream", 2000 if quick else 20_000)
        for peer, read in READERS.items():
            figure = round(speed(read, items))
            rows.append(
                {"what": f"{language} items read", "value": figure, "unit": "docs per CPU-s", "peer": peer}
            )
        share = round(named_rightly(items[:2000], language), 4)
        rows.append(
            {"what": f"{language} titles, language named", "value": share, "unit": "share", "peer": "ours"}
        )
    cold = subprocess.run([sys.executable, "-c", _COLD], capture_output=True, text=True, check=True).stdout
    rows.append(
        {
            "what": "first read in a new process",
            "value": round(float(cold), 2),
            "unit": "CPU-s",
            "peer": "ours",
        }
    )
    return rows
