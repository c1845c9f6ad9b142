"""One item as a row: its columns, and what is no item."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from storystream.items import Item

#: The columns of a record. `published_at` is ISO 8601 with its zone: times of Spark have none of their own.
COLUMNS: Final = ("id", "title", "text", "published_at", "source", "language")
SCHEMA: Final = ", ".join(f"{name} string" for name in COLUMNS)


class NoItem(ValueError):
    """A row that holds no item; the message says what is wrong with it."""


def moment(given: object) -> datetime:
    """The time that a row names, in UTC where it names no zone. Raises NoItem."""
    if isinstance(given, datetime):
        return given if given.tzinfo else given.replace(tzinfo=UTC)
    try:
        at = datetime.fromisoformat(str(given))
    except ValueError:
        raise NoItem(f"published_at is no time: {given!r}") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def item_of(row: dict[str, Any]) -> Item:
    """The item of a row. An archive is grouped in the order of its times, so a row without one is no item."""
    if not row.get("id"):
        raise NoItem("no id")
    if row.get("published_at") in (None, ""):
        raise NoItem("no published_at")
    words = {name: str(row.get(name) or "") for name in ("title", "text", "source", "language")}
    if not (words["title"] or words["text"]):
        raise NoItem("neither title nor text")
    return Item(id=str(row["id"]), published_at=moment(row["published_at"]), **words)


def in_order(items: Iterator[tuple[Item, Any]]) -> list[tuple[Item, Any]]:
    """Items by time, and by id where times are equal: the same order on every cluster."""
    return sorted(
        items, key=lambda pair: (pair[0].published_at or datetime.min.replace(tzinfo=UTC), pair[0].id)
    )
