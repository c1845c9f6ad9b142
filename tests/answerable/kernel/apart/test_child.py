"""A child locks itself in before it looks at a document, and does one task after another."""

import io
import json
import subprocess
import sys

import pytest

from answerable.kernel.apart import child

PROBE = """
from answerable.kernel.apart.child import answer_once

def tried(act):
    try:
        act()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"

def answer(body):
    print("a parser that talks")
    return {
        "body": body.decode("gb18030"),
        "file": tried(lambda: open("/etc/hostname")),
        "memory": tried(lambda: bytearray(400 * 1024 * 1024)),
    }

answer_once(answer)
"""


def test_one_document_is_read_behind_the_walls():
    told = subprocess.run(
        [sys.executable, "-c", PROBE], input="水务".encode("gb18030"), capture_output=True, check=True
    )
    assert json.loads(told.stdout) == {"body": "水务", "file": "OSError", "memory": "MemoryError"}


def test_tasks_are_done_one_after_another(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(child, "allow_one_document", lambda: None)
    tasks = io.BytesIO(b"".join(json.dumps({"size": 2, "n": n}).encode() + b"\nab" for n in range(3)))
    readings = io.BytesIO()
    child.serve(tasks, readings, lambda head, body: b"%d %s\n" % (head["n"], body))
    assert readings.getvalue().splitlines() == [b"ready", b"0 ab", b"1 ab", b"2 ab"]
