"""The one file: node and Python recompute it from outside, and every lie in it is named."""

import copy
import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.governance.inspections.rules import draw
from answerable.governance.inspections.rules.bundle import (
    Fixing,
    Named,
    NamedList,
    announcement,
    as_record,
    faults,
    outcome,
)
from answerable.governance.inspections.static.inspections import verify_draw

HERE = Path(__file__).parent
STATIC = Path(verify_draw.__file__).parent
SEALED = "two wooden chairs 88"


def a_bundle(number=1, *, pairing=False):
    """A drawn lot of one to forty targets in one to three lists, as the house would give it out."""
    chance = random.Random(number)
    names = ["site", "account", "news-letter"][: chance.randint(1, 3)]
    lists = tuple(
        NamedList(name, 1, tuple(member(name, n, chance) for n in range(chance.randint(4, 40))))
        for name in names
    )
    lists = tuple(NamedList(one.name, chance.randint(1, len(one.members)), one.members) for one in lists)
    people = tuple(Named(f"person:{n}", f"u{n}", "检查员") for n in range(100, 106))
    sources = ("ritual", "officer-1")
    name = f"round:{number}.1"
    fixing = (
        Fixing(name, sources, (NamedList("units", len(lists[0].members), lists[0].members),), times=2)
        if pairing
        else Fixing(name, sources, lists, NamedList("inspectors", 2, people))
    )
    record = as_record(fixing)
    text = draw.announcement_text(announcement(record))
    values = [("ritual", f"{chance.randint(1, 6)} {chance.randint(1, 6)} 水"), ("officer-1", SEALED)]
    seed = draw.seed_text(values)
    aside = [draw.Recusal("person:100", ""), draw.Recusal("person:101", lists[0].members[0].id)]
    recusals = [] if pairing else aside[: chance.randint(0, 2)]
    return {
        "format": "answerable-draw/1",
        "title": "三月抽查",
        "state": "drawn",
        "announced": record,
        "commitment": {"text": text, "sha256": draw.sha256(text), "at": "2026-03-02T04:00:00.000000+00:00"},
        "seeds": [
            part("ritual", values[0][1], "", ""),
            part(
                "officer-1",
                SEALED,
                hashlib.sha256(SEALED.encode()).hexdigest(),
                "2026-03-02T04:01:00.000000+00:00",
            ),
        ],
        "seed": seed,
        "recusals": [{"inspector": one.inspector, "target": one.target, "at": ""} for one in recusals],
        "result": outcome(announcement(record), seed, recusals),
    }


def member(name, number, chance):
    return Named(f"{name}:{number}", f"u{chance.randint(1, 9)}", f"渠道{number}")


def part(source, value, committed, at):
    told = "2026-03-02T04:02:00.000000+00:00"
    return {"source": source, "value": value, "committed": committed, "committed_at": at, "told_at": told}


def _first(told, name):
    return next(iter(told["result"][name]))


#: One thing changed in a bundle, and what has to be named for it.
LIES = {
    "member": (lambda told: told["announced"]["lists"][0]["members"][0].update(id="x:1"), {"list"}),
    "hash": (lambda told: told["commitment"].update(sha256="0" * 64), {"hash"}),
    "seed": (lambda told: told["seeds"][0].update(value="6 6"), {"seed"}),
    "sealed": (lambda told: told["seeds"][1].update(committed="1" * 64), {"sealed"}),
    "order": (lambda told: told["seeds"][1].update(committed_at="2026-03-02T05:00:00"), {"order"}),
    "result": (lambda told: told["result"]["drawn"][_first(told, "drawn")].reverse(), {"result"}),
    "team": (lambda told: told["result"]["teams"][_first(told, "teams")].pop(), {"result"}),
    "sources": (lambda told: told["seeds"].reverse(), {"sources", "seed"}),
}


def lie(bundle, where):
    """Change one thing of a bundle."""
    told = copy.deepcopy(bundle)
    LIES[where][0](told)
    return told


@pytest.mark.parametrize("where", LIES)
def test_every_lie_is_named_and_the_script_names_the_same(where):
    told = lie(a_bundle(7), where)
    assert LIES[where][1] <= set(faults(told))
    assert set(verify_draw.faults(told)) == set(faults(told))


def test_a_thousand_draws_are_recomputed_by_node_and_by_the_script_and_all_agree(tmp_path):
    """Three others: a script written apart with node's own SHA-256, the page's module, and the Python verifier."""
    bundles = [a_bundle(number, pairing=number % 10 == 0) for number in range(1000)]
    file = tmp_path / "bundles.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in bundles), encoding="utf-8")
    said = json.loads(node("recompute.mjs", file))
    assert said["apart"] == [one["result"] for one in bundles if "drawn" in one["result"]]
    assert said["hashes"] == [one["commitment"]["sha256"] for one in bundles]
    assert said["page"] == [[] for _one in bundles]
    assert [verify_draw.faults(one) for one in bundles] == [[] for _one in bundles]
    assert [faults(one) for one in bundles] == [() for _one in bundles]


def test_the_page_names_the_same_lies_as_the_house(tmp_path):
    told = [lie(a_bundle(7), where) for where in LIES]
    file = tmp_path / "lies.jsonl"
    file.write_text("\n".join(json.dumps(one) for one in told), encoding="utf-8")
    said = json.loads(node("recompute.mjs", file))["page"]
    assert [set(one) for one in said] == [set(faults(one)) for one in told]


def node(script, file):
    made = subprocess.run(
        ["node", str(HERE / script), str(file), str(STATIC / "draw.js")],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return made.stdout


def test_a_file_that_is_not_a_draw_is_named_so():
    assert faults({"format": "something"}) == ("format",)


def test_the_script_runs_alone_and_says_it_in_a_line(tmp_path):
    for bundle, code, words in ((a_bundle(3), 0, "everything agrees"), (lie(a_bundle(3), "hash"), 1, "hash")):
        file = tmp_path / "draw.json"
        file.write_text(json.dumps(bundle, ensure_ascii=False), encoding="utf-8")
        made = subprocess.run(
            [sys.executable, "-I", "-S", str(STATIC / "verify_draw.py"), str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == code
        assert words in made.stdout


def test_a_pairing_with_a_unit_at_itself_is_named():
    told = a_bundle(10, pairing=True)
    pairs = told["result"]["pairs"][0]
    one = next(iter(pairs))
    pairs[one] = one
    assert verify_draw.faults(told) == ["result"]
    assert faults(told) == ("result",)
