"""The switch between machine code and plain Python: both give the same figures, under any hash seed."""

import doctest
import hashlib
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import storystream.folding
import storystream.text
from storystream.items import Item

ROOT = Path(__file__).resolve().parents[2]

#: Reads texts in many scripts, folds them, and prints a digest of every figure that came out.
PROGRAM = """
import hashlib, json, sys
from storystream.folding import FoldIndex
from storystream.items import Item
from storystream.text import read_many, surfaces
titles = json.load(sys.stdin)
readings = read_many(Item(str(place), title, title * 3) for place, title in enumerate(titles))
digest = hashlib.sha256()
index = FoldIndex()
for doc, reading in enumerate(readings):
    match = index.find(reading, doc)
    index.add(reading, doc, doc, match.root if match else None)
    digest.update(repr((reading.language, reading.length_class, match)).encode())
    for array in (reading.words, reading.word_tf, reading.pairs, reading.pair_tf, reading.shingles, reading.numbers):
        digest.update(array.dtype.str.encode() + array.tobytes())
for array in index.state().values():
    digest.update(repr(array if isinstance(array, int) else array.tolist()).encode())
digest.update(repr(surfaces(Item("", titles[0], titles[1]))).encode())
print(digest.hexdigest(), "numba" in sys.modules)
"""

TITLES = [
    "汪峰520官宣 iPhone 15 三十五人受傷，二〇二四年七月",
    "Hansbrough Sets Scoring Record in 91-73 Victory, 2,290 people's votes on July 5",
    "東京の電車が止まった 3時間",
    "Погода в Москве: 25 градусов",
    "ราคาน้ำมันลดลง 40 สตางค์",
    "서울에서 규모 4.5 지진이 났다",
    "انخفاض أسعار النفط في السوق العالمية",
    "བོད་ལྗོངས་ཀྱི་གནམ་གཤིས",
    "",
    "🔥🔥 ①②③ ½ ﬁ ﷺ e\u0301 \ud800 \x00",
    "今晚停水 今晚停水",
    "the quick brown fox jumps over the lazy dog " * 40,
]


def run(texts, **environment):
    """Digest of all figures, and whether numba was imported."""
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | environment,
        check=True,
    )
    return finished.stdout.split()


def test_machine_code_and_plain_python_give_equal_figures():
    machine, plain = run(TITLES, STORYSTREAM_PLAIN=""), run(TITLES, STORYSTREAM_PLAIN="1")
    assert machine[0] == plain[0]


def test_plain_python_does_without_numba():
    assert run(TITLES[:2], STORYSTREAM_PLAIN="1")[1] == "False"


def test_two_hash_seeds_give_equal_figures():
    seeds = [run(TITLES, PYTHONHASHSEED=seed, STORYSTREAM_PLAIN="1")[0] for seed in ("0", "4711")]
    assert seeds[0] == seeds[1]


@pytest.mark.slow
def test_naughty_strings_read_alike_in_both(shared_data):
    naughty = json.loads((shared_data / "hostile" / "strings" / "blns.json").read_text(encoding="utf-8"))
    assert run(naughty, STORYSTREAM_PLAIN="")[0] == run(naughty, STORYSTREAM_PLAIN="1")[0]


def test_the_digest_of_a_fixed_text_never_changes():
    reading = storystream.text.read(Item("1", "Water main bursts in Mill Lane, 12 homes dry"))
    figures = [reading.words.tolist(), reading.shingles.tolist(), reading.numbers.tolist()]
    assert hashlib.sha256(json.dumps(figures).encode()).hexdigest()[:16] == "bd6a9eab2fb18cec"


MODULES = [
    name
    for package in (storystream.text, storystream.folding)
    for _finder, name, _is_package in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", ["storystream.compiled", *MODULES])
def test_the_examples_in_the_documentation_run(name):
    module = importlib.import_module(name)
    finder = doctest.DocTestFinder(exclude_empty=True)
    runner = doctest.DocTestRunner()
    for example in finder.find(module, name):
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0
