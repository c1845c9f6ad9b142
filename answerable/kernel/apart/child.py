"""What every limited child does: load, lock itself in, read, say what was in it in one line of JSON or bytes."""

import encodings
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from answerable.kernel.apart.walls import allow_one_document, lock_down

CarryOut = Callable[[Mapping[str, Any], bytes], bytes]


def answer_once(answer: Callable[[bytes], Mapping[str, Any]]) -> None:
    """Read one document from the standard input and write what `answer` makes of it as one JSON object."""
    out, body = _own_output(), sys.stdin.buffer.read()
    load_encodings()
    lock_down()
    allow_one_document()
    out.write(json.dumps(answer(body)).encode())
    out.flush()


def serve_until_end(load: Callable[[], None], carry_out: CarryOut) -> None:
    """Load everything, lock down, and do tasks until the parent goes away."""
    readings = _own_output()
    load_encodings()
    load()
    lock_down()
    serve(sys.stdin.buffer, readings, carry_out)


def serve(tasks: BinaryIO, readings: BinaryIO, carry_out: CarryOut) -> None:
    """Do tasks until there are no more: one line of JSON and the document's bytes in, one line out."""
    readings.write(b"ready\n")
    readings.flush()
    while line := tasks.readline():
        head = json.loads(line)
        body = tasks.read(head["size"])
        allow_one_document()
        readings.write(carry_out(head, body))
        readings.flush()


def load_encodings() -> None:
    """Import every encoding now: Python loads them when they are first needed, and then no file can be opened."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in ("mbcs", "oem"):  # Windows only
            importlib.import_module(f"encodings.{module.name}")


def _own_output() -> BinaryIO:
    """Give the output for answers; whatever a parser prints does not reach the parent."""
    readings = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return readings
