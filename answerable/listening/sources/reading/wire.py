"""What passes between the parent and the child: one line of JSON, then the document's bytes. Never pickles."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from answerable.listening.sources.kinds.exchange import Candidate, Outcome, Reading, ReadItem, Refused

ITEM = fields(ReadItem)


def task_line(head: Mapping[str, Any], size: int) -> bytes:
    """Write the head of a task; `size` bytes of document follow it."""
    return json.dumps({**head, "size": size}, default=str).encode() + b"\n"


def reading_line(reading: Reading) -> bytes:
    """Write a reading."""
    # Field by field: asdict copies deeply, which took an eighth of a document's time.
    told = {entry.name: getattr(reading, entry.name) for entry in fields(Reading)}
    told["items"] = [{entry.name: getattr(item, entry.name) for entry in ITEM} for item in reading.items]
    told["refused"] = [asdict(part) for part in reading.refused]
    return json.dumps(told, default=_plain).encode() + b"\n"


def candidates_line(candidates: list[Candidate]) -> bytes:
    """Write what discovery found."""
    return json.dumps([asdict(candidate) for candidate in candidates]).encode() + b"\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def read_reading(line: bytes) -> Reading:
    """Read a reading; anything of another shape raises ValueError, TypeError or KeyError."""
    told = json.loads(line)
    return Reading(
        Outcome(told["outcome"]),
        tuple(_read_item(item) for item in told["items"]),
        tuple(
            Refused(str(part["code"]), dict(part["details"]), str(part["part"])) for part in told["refused"]
        ),
        dict(told["memory"]),
        tuple(str(note) for note in told["notes"]),
        None if told["retry_after_s"] is None else int(told["retry_after_s"]),
        str(told["title"]),
        {str(name): int(count) for name, count in told["masked"].items()},
    )


def _read_item(told: Mapping[str, Any]) -> ReadItem:
    date = told["published_at"]
    return ReadItem(
        str(told["key"]),
        str(told["title"]),
        str(told["text"]),
        str(told["link"]),
        datetime.fromisoformat(date) if date else None,
        str(told["language"]),
    )


def read_candidates(line: bytes) -> list[Candidate]:
    """Read what discovery found."""
    return [
        Candidate(str(told["url"]), str(told["kind"]), str(told["title"]), str(told["found_by"]))
        for told in json.loads(line)
    ]
