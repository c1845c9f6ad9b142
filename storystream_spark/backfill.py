"""An archive, in steps of days: read on every executor, grouped by one writer, begun again where it was stopped."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from storystream.pipeline import Settings
from storystream_spark.archives import open_archive
from storystream_spark.reading import read_records
from storystream_spark.writing import Target

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Items grouped between two states: about a minute of the writer, and half a gigabyte of readings.
STEP = 100_000


def steps(days: Mapping[str, int]) -> list[tuple[str, str]]:
    """Days put together in their order up to so many items: the first and last day of each step.

    >>> steps({"2026-05-01": 10, "2026-05-02": STEP, "2026-05-03": 1, "2026-05-04": 1})
    [('2026-05-01', '2026-05-01'), ('2026-05-02', '2026-05-02'), ('2026-05-03', '2026-05-04')]
    """
    found: list[tuple[str, str]] = []
    held = 0
    for day in sorted(days):
        if found and held + days[day] <= STEP:
            found[-1] = (found[-1][0], day)
            held += days[day]
        else:
            found.append((day, day))
            held = days[day]
    return found


def backfill(
    spark: "SparkSession", source: str, target: Path, settings: Settings | None = None
) -> dict[str, int]:
    """Group an archive into `target`. Gives how many items, refused rows, doubled ids and days there were.

    Readings are kept as `target/readings`, by day, so that a run that was killed reads nothing twice. Of rows with
    the same id the first by time counts. What is no item lies in `target/refused` with its reason.
    """
    from pyspark.sql import Window  # noqa: PLC0415 - the extra `spark` brings it
    from pyspark.sql import functions as f  # noqa: PLC0415 - the same

    place = Target(target, settings)
    readings, refused = str(target / "readings"), str(target / "refused")
    if not (target / "readings" / "_SUCCESS").exists():
        shutil.rmtree(readings, ignore_errors=True)
        shutil.rmtree(refused, ignore_errors=True)
        rows = read_records(open_archive(spark, source)).persist()
        first = Window.partitionBy("id").orderBy("published_at", "title")
        rows.where("refused IS NOT NULL").write.parquet(refused)
        good = rows.where("refused IS NULL").withColumn("place", f.row_number().over(first))
        good.write.partitionBy("day").parquet(readings)
        rows.unpersist()
    kept = spark.read.option("recursiveFileLookup", "false").parquet(readings)
    days = {
        str(row["day"]): int(row["count"]) for row in kept.where("place = 1").groupBy("day").count().collect()
    }
    for first_day, last_day in steps(days):
        if not place.done(last_day):
            found = kept.where(f.col("day").between(first_day, last_day) & (f.col("place") == 1))
            place.run(last_day, found.toLocalIterator(prefetchPartitions=True))
    figures = {
        "items": kept.where("place = 1").count(),
        "doubled": kept.where("place > 1").count(),
        "refused": spark.read.parquet(refused).count(),
        "days": len(days),
    }
    place.tell(**figures)
    return figures
