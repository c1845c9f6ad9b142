"""A stream, grouped batch by batch with a checkpoint: a batch that is run again leaves the same rows and no others."""

from pathlib import Path
from typing import TYPE_CHECKING

from storystream.pipeline import Settings
from storystream_spark.reading import read_records
from storystream_spark.records import SCHEMA
from storystream_spark.writing import Target

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.streaming import StreamingQuery

#: Files a batch takes, so that the first batch over a full folder is no backfill.
FILES_A_BATCH = 100


def follow(
    spark: "SparkSession",
    source: str,
    target: Path,
    settings: Settings | None = None,
    *,
    once: bool = False,
) -> "StreamingQuery":
    """Group JSON lines as they arrive in a folder. `once`: what is there, then stop.

    Spark's checkpoint numbers the batches and gives a batch that was not finished the same rows again; the state of
    the batch before it is still kept, and its rows are written anew in the same place. So nothing is doubled.
    """
    place = Target(target, settings)

    def group(batch: "DataFrame", number: int) -> None:
        place.run(f"{number:012d}", read_records(batch).where("refused IS NULL").toLocalIterator())

    lines = spark.readStream.schema(SCHEMA).option("maxFilesPerTrigger", FILES_A_BATCH).json(source)
    writing = lines.writeStream.option("checkpointLocation", str(target / "checkpoint")).foreachBatch(group)
    return (
        writing.trigger(availableNow=True) if once else writing.trigger(processingTime="10 seconds")
    ).start()
