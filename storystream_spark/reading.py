"""Reading records on the executors: segmentation and hashing, the dear part, once a record and nowhere else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from storystream.text import pack, read_many
from storystream_spark.records import COLUMNS, NoItem, item_of

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

#: Records with their reading, the day they belong to (UTC), or the reason why they are refused.
READ_SCHEMA: Final = (
    "id string, title string, published_at string, source string, day string, reading binary, refused string"
)


def read_records(records: "DataFrame") -> "DataFrame":
    """Read every record. Nothing is lost: what is no item comes out with the reason in `refused`."""
    return records.select(*COLUMNS).mapInPandas(_read, READ_SCHEMA)


def _read(batches: "Iterator[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
    import pandas as pd  # noqa: PLC0415 - runs on the executors, where the driver's imports do not reach

    names = READ_SCHEMA.replace(" string", "").replace(" binary", "").split(", ")
    for batch in batches:
        yield pd.DataFrame(rows_of(batch.to_dict("records")), columns=names)


def rows_of(records: list[dict[str, object]]) -> list[tuple[object, ...]]:
    """Records as rows of READ_SCHEMA, in their order."""
    items, refused = [], []
    for record in records:
        try:
            items.append(item_of(record))
        except NoItem as fault:
            refused.append(_row(record, str(fault)))
    read = [
        (
            item.id,
            item.title,
            item.published_at.isoformat() if item.published_at else "",
            item.source,
            f"{item.published_at:%Y-%m-%d}" if item.published_at else "",
            pack(reading),
            None,
        )
        for item, reading in zip(items, read_many(items), strict=True)
    ]
    return read + refused


def _row(record: dict[str, object], why: str) -> tuple[object, ...]:
    said = [str(record.get(name) or "") for name in ("id", "title", "published_at", "source")]
    return (*said, "", None, why)
