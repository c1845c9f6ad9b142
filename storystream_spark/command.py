"""The command `storystream-spark`: an archive or a folder in, stories as Parquet out."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from storystream.pipeline import Settings


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = argparse.ArgumentParser(
        prog="storystream-spark", description="Find stories in archives, on Spark."
    )
    root.add_argument("--master", default="local[*]", help="Spark's master (default: this machine)")
    root.add_argument(
        "--window", type=float, default=3, metavar="DAYS", help="how long an item can be joined"
    )
    commands = root.add_subparsers(dest="what", required=True)
    for name, words in (
        ("backfill", "group an archive, day by day"),
        ("follow", "group what arrives in a folder"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument(
            "source", help="*.jsonl[.gz], Parquet or *.warc[.gz]; a folder of *.jsonl to follow"
        )
        command.add_argument("target", type=Path, help="folder for stories, readings and state")
        if name == "follow":
            command.add_argument("--once", action="store_true", help="group what is there, then stop")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; its exit code."""
    chosen = parser().parse_args(arguments)
    # Executors must run this very Python: the system's has none of our libraries.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession  # noqa: PLC0415 - the extra `spark` brings it

    from storystream_spark.backfill import backfill  # noqa: PLC0415 - the same
    from storystream_spark.following import follow  # noqa: PLC0415 - the same

    spark = SparkSession.builder.master(chosen.master).appName("storystream").getOrCreate()
    settings = Settings(window=timedelta(days=chosen.window), explain=False)
    try:
        if chosen.what == "backfill":
            for name, number in backfill(spark, chosen.source, chosen.target, settings).items():
                sys.stdout.write(f"{name}: {number}\n")
        else:
            follow(spark, chosen.source, chosen.target, settings, once=chosen.once).awaitTermination()
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
