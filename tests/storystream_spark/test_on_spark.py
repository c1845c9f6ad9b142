"""On Spark, the same stories as in one process: as a backfill, as a stream, and after a kill in the middle."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from storystream.pipeline import Settings, Stream
from storystream_spark.records import in_order
from tests.storystream.makers import make_item

pytest.importorskip("pyspark", reason="needs the environment of requirements-spark.lock")
pq = pytest.importorskip("pyarrow.parquet")

from pyspark.sql import SparkSession  # noqa: E402 - only where there is one

from storystream_spark import archives  # noqa: E402 - the same
from storystream_spark.backfill import backfill  # noqa: E402 - the same
from storystream_spark.following import follow  # noqa: E402 - the same

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(window=timedelta(days=3), explain=False)


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(ROOT)
    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


def made_items(count):
    """Items of about eleven hours each hundred, some of them with equal times."""
    return [make_item(number - number % 2, id=f"i{number}") for number in range(count)]


def write_lines(path, items, more=()):
    lines = [
        {
            "id": i.id,
            "title": i.title,
            "text": i.text,
            "published_at": i.published_at.isoformat(),
            "source": i.source,
        }
        for i in items
    ]
    path.write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [*lines, *more]), encoding="utf-8"
    )


def alone(items):
    """What one process says of the same items in the same order."""
    ordered = [item for item, _ in in_order((item, None) for item in items)]
    return {one.item: (one.story, one.fold) for one in Stream(SETTINGS).absorb_many(ordered)}


def stories(folder):
    rows = [
        row
        for part in (folder / "stories").glob("step=*/part.parquet")
        for row in pq.read_table(part).to_pylist()
    ]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: (row["story"], row["fold"]) for row in rows}


def test_a_backfill_gives_the_stories_of_one_process_and_names_what_it_refused(spark, tmp_path):
    items = made_items(700)
    write_lines(
        tmp_path / "a.jsonl",
        items,
        more=[{"id": "bad", "title": "x"}, {"id": "i3", "title": "doubled", "published_at": "2026-06-01"}],
    )
    figures = backfill(spark, str(tmp_path / "a.jsonl"), tmp_path / "out", SETTINGS)
    assert figures == {"items": 700, "doubled": 1, "refused": 1, "days": 11}
    assert stories(tmp_path / "out") == alone(items)


def test_a_backfill_from_parquet_and_begun_again_changes_nothing(spark, tmp_path):
    items = made_items(200)
    write_lines(tmp_path / "a.jsonl", items)
    spark.read.json(str(tmp_path / "a.jsonl")).write.parquet(str(tmp_path / "a.parquet"))
    backfill(spark, str(tmp_path / "a.parquet"), tmp_path / "out", SETTINGS)
    first = stories(tmp_path / "out")
    backfill(spark, str(tmp_path / "a.parquet"), tmp_path / "out", SETTINGS)
    assert stories(tmp_path / "out") == first == alone(items)


def test_a_stream_gives_the_stories_of_one_process_over_its_batches(spark, tmp_path):
    items = made_items(300)
    (tmp_path / "in").mkdir()
    for number in range(3):
        write_lines(tmp_path / "in" / f"{number}.jsonl", items[number * 100 : number * 100 + 100])
        follow(spark, str(tmp_path / "in"), tmp_path / "out", SETTINGS, once=True).awaitTermination()
    assert stories(tmp_path / "out") == alone(items)
    follow(spark, str(tmp_path / "in"), tmp_path / "out", SETTINGS, once=True).awaitTermination()
    assert len(stories(tmp_path / "out")) == 300


def test_a_stream_killed_in_a_batch_doubles_nothing_and_loses_nothing(spark, tmp_path):
    """The run is killed between its rows and its state, where a careless writer would double them."""
    items = made_items(200)
    (tmp_path / "in").mkdir()
    write_lines(tmp_path / "in" / "0.jsonl", items[:100])
    follow(spark, str(tmp_path / "in"), tmp_path / "out", SETTINGS, once=True).awaitTermination()
    write_lines(tmp_path / "in" / "1.jsonl", items[100:])
    script = (
        "import os, sys, pathlib\n"
        "from storystream_spark import writing, command\n"
        "put = writing._put\n"
        "def fall(path, content):\n"
        "    if path.suffix == '.npz':\n"
        "        pathlib.Path(sys.argv[-1], 'fell').touch()\n"
        "        os.kill(os.getpid(), 9)\n"
        "    put(path, content)\n"
        "writing._put = fall\n"
        "command.main(['--master', 'local[1]', 'follow', '--once', sys.argv[-2], sys.argv[-1]])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "in"), str(tmp_path / "out")],
        env=environment,
        start_new_session=True,
    )
    assert child.wait(timeout=240) == -signal.SIGKILL
    assert (tmp_path / "out" / "fell").exists()
    os.killpg(child.pid, signal.SIGKILL) if _lives(child.pid) else None
    follow(spark, str(tmp_path / "in"), tmp_path / "out", SETTINGS, once=True).awaitTermination()
    assert stories(tmp_path / "out") == alone(items)


def _lives(group):
    time.sleep(0.5)
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_pages_of_a_warc_file_become_items_without_their_authors(spark, tmp_path):
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - only here
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - the same

    page = (
        "<html><head><title>Water main bursts in Mill Lane</title><meta name='author' content='A Reporter'></head>"
        "<body><article><h1>Water main bursts in Mill Lane</h1>"
        + "".join(
            f"<p>Hundreds of homes in Mill Lane lost water after a main burst, part {n}.</p>"
            for n in range(6)
        )
        + "</article></body></html>"
    )
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, (status, kind) in enumerate(
            (("200 OK", "text/html"), ("404 Not Found", "text/html"), ("200 OK", "image/png"))
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://paper.example/{number}",
                    "response",
                    payload=io.BytesIO(page.encode()),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2026-05-01T09:00:00Z"},
                )
            )
    found = archives.open_archive(spark, str(tmp_path / "a.warc.gz")).collect()
    assert len(found) == 1
    assert "Hundreds of homes" in found[0]["text"]
    assert "Reporter" not in str(found[0].asDict())
    figures = backfill(spark, str(tmp_path / "a.warc.gz"), tmp_path / "out", SETTINGS)
    assert (figures["items"], figures["refused"]) == (1, 0)
