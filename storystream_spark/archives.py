"""Opening archives as records: JSON lines, Parquet, and WARC, whose pages are extracted on the way."""

import gzip
import hashlib
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from storystream_spark.records import COLUMNS, SCHEMA

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

#: A page larger than this is no article (the fetcher of the application refuses more as well).
LARGEST_PAGE: Final = 5 * 1024 * 1024


def open_archive(spark: "SparkSession", path: str) -> "DataFrame":
    """The records of an archive, told by its name: *.jsonl[.gz], *.parquet or a folder of it, *.warc[.gz]."""
    bare = path.rstrip("/").removesuffix(".gz")
    if bare.endswith((".jsonl", ".json", ".ndjson")):
        return spark.read.schema(SCHEMA).json(path)
    if bare.endswith(".warc"):
        files = spark.read.format("binaryFile").load(path).select("path", "content")
        return files.mapInPandas(_pages, SCHEMA)
    found = spark.read.parquet(path)
    # An archive of others may lack a column; what it has beyond ours is left out.
    return found.selectExpr(*(name if name in found.columns else f"'' AS {name}" for name in COLUMNS))


def _pages(batches: "Iterator[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
    import pandas as pd  # noqa: PLC0415 - runs on the executors, where the driver's imports do not reach

    for batch in batches:
        for content in batch["content"]:
            rows = list(pages_of(bytes(content)))
            if rows:
                yield pd.DataFrame(rows, columns=list(COLUMNS))


def pages_of(content: bytes) -> Iterator[dict[str, str]]:
    """The pages of one WARC file as records: answers of kind HTML with status 200, their text extracted."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - the extra `spark` brings it

    plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    for record in ArchiveIterator(io.BytesIO(plain)):
        if record.rec_type != "response" or record.http_headers is None:
            continue
        kind = record.http_headers.get_header("Content-Type", "") or ""
        if record.http_headers.get_statuscode() != "200" or "html" not in kind:
            continue
        page = record.content_stream().read(LARGEST_PAGE)
        found = extract(page, record.rec_headers.get_header("WARC-Target-URI", ""))
        if found:
            found["published_at"] = found["published_at"] or record.rec_headers.get_header("WARC-Date", "")
            yield found


def extract(page: bytes, address: str) -> dict[str, str] | None:
    """Title, text and date of a page by trafilatura, as the application's own reader does; no author is kept."""
    import trafilatura  # noqa: PLC0415 - the extra `spark` brings it

    found: Any = trafilatura.bare_extraction(page, url=address, with_metadata=True, include_comments=False)
    if found is None or not (found.title or found.text):
        return None
    return {
        "id": hashlib.sha256(address.encode()).hexdigest()[:32],
        "title": found.title or "",
        "text": found.text or "",
        "published_at": found.date or "",
        "source": found.hostname or "",
        "language": "",
    }
