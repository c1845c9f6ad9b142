"""Every stream keeps its promises: on made-up items, on real ones, and on hostile ones."""

import gzip
import json
from datetime import datetime
from itertools import islice

import pytest

from storystream.checks import PROMISES, BrokenPromise
from storystream.checks import promises as module
from storystream.items import Item
from tests.storystream.makers import make_item, make_items

ODD = [
    Item("empty", ""),
    Item("blank", " \n\t "),
    Item("nul", "a\x00b"),
    Item("lone", "\ud800 surrogate"),
    Item("right to left", "انقطاع المياه في المدينة"),
    Item("thai", "น้ำประปาดับทั้งเมือง"),
    Item("emoji", "🚰" * 50),
    Item("long", "water " * 20_000),
    Item("digits", "1234567890"),
    Item("", "an empty id"),
]


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_a_stream_of_made_up_items_keeps_every_promise(promise):
    promise(make_items(60))


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_odd_items_keep_every_promise(promise):
    promise(ODD)


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_items_out_of_order_and_far_apart_keep_every_promise(promise):
    promise([make_item(number * 37 % 60, id=str(number)) for number in range(60)])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_real_items_keep_every_promise(promise, language, shared_data):
    with gzip.open(shared_data / "stories" / f"{language}-stream.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 900)]
    promise([_item(row) for row in rows])


def _item(row):
    try:
        at = datetime.fromisoformat(row["published_at"])
    except ValueError:
        at = None
    return Item(row["id"], row["title"], row["text"], at, row["source"])


def test_a_broken_promise_is_named(monkeypatch):
    answers = iter([([], "one state"), ([], "another")])
    monkeypatch.setattr(module, "_run", lambda items: next(answers))
    with pytest.raises(BrokenPromise, match="another state"):
        module.same_again([])
