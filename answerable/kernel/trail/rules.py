"""How an entry of the trail is hashed, on plain values."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

#: What the first entry names as its predecessor.
GENESIS = "0" * 64


def canonical(payload: Mapping[str, Any]) -> str:
    """Write a payload so that equal content gives equal text."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def entry_hash(*, at: datetime, actor: str, act: str, thing: str, payload_hash: str, previous: str) -> str:
    """Hash one entry together with its predecessor's hash."""
    fields = [
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        actor,
        act,
        thing,
        payload_hash,
        previous,
    ]
    return digest(json.dumps(fields, ensure_ascii=False, separators=(",", ":")))
