"""The shared story streams as items."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

from storystream.items import Item


def moment(text: str) -> datetime | None:
    """A timestamp of the streams; a few are written in another manner and stand for no time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def items_of(shared: Path, name: str, most: int | None = None) -> list[Item]:
    """The first `most` items of `stories/<name>.jsonl[.gz]`, in the order of the file."""
    path = shared / "stories" / f"{name}.jsonl"
    items: list[Item] = []
    with open(path, "rb") if path.exists() else gzip.open(f"{path}.gz") as lines:
        for line in lines:
            if most is not None and len(items) == most:
                break
            row = json.loads(line)
            at = moment(row["published_at"]) if row.get("published_at") else None
            items.append(
                Item(row["id"], row["title"], row["text"], at, row.get("source", ""), row.get("language", ""))
            )
    return items
