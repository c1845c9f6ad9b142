"""A whole file as one archive: an index of hashes, every paper, excuses, votes, trail. The same bytes each time."""

import hashlib
import io
import json
import zipfile
from dataclasses import asdict
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from answerable.governance.accountability.queries.page import FilePage

#: Archives carry a date for each entry; a fixed one keeps the bytes the same.
FIXED = (1980, 1, 1, 0, 0, 0)


def archive_of(page: FilePage) -> bytes:
    """Pack a file: what was said lies as text, what was done as JSON, and SHA-256 of each stands in the index."""
    parts = {f"papers/{one.number:03}-{one.kind}.txt": one.text.encode() for one in page.papers}
    parts["file.json"] = _json(
        {
            "file": page.id,
            "state": page.state,
            "concerned": page.person_name,
            "unit": page.unit,
            "finding": asdict(page.finding),
            "reason": page.reason,
            "opened_at": page.opened_at,
            "opened_by": page.opened_by,
            "told_measure": page.told,
            "measure": page.measure,
            "handed_to": page.handed_to,
            "drop_reason": page.drop_reason,
        }
    )
    parts["excuses.json"] = _json([asdict(one) for one in page.excuses])
    parts["seats-and-votes.json"] = _json([asdict(one) for one in page.seats])
    parts["papers.json"] = _json(
        [
            {
                name: value
                for name, value in asdict(one).items()
                if name not in ("text", "to_receive", "to_confirm")
            }
            for one in page.papers
        ]
    )
    parts["clocks.json"] = _json(
        [{"stage": one.stage, "since": one.since, "due": one.due, "limit": one.limit} for one in page.clocks]
    )
    parts["trail.json"] = _json([asdict(one) for one in reversed(page.trail)])
    index = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(parts.items())}
    parts["index.json"] = _json(index)
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return packed.getvalue()


def _json(content: Any) -> bytes:
    return json.dumps(_plain(content), ensure_ascii=False, indent=2, sort_keys=True, default=_said).encode()


def _plain(content: Any) -> Any:
    """Write members of an enumeration by their names or words, so that a reader needs no key."""
    if isinstance(content, dict):
        return {str(name): _plain(value) for name, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(value) for value in content]
    if isinstance(content, Enum):
        return content.name.lower()
    return content


def _said(value: object) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
