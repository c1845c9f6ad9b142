"""The benchmark of early warning."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

import benchmarks.early_warning as benchmark
from storystream.evaluate.bursts import table


def test_words_are_counted_by_first_appearance_and_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "TITLES", 2)
    (tmp_path / "stories").mkdir()
    titles = [("台风登陆", 1), ("台风登陆", 2), ("台风预警", 3), ("晴天", 3)]
    with gzip.open(tmp_path / "stories" / "zh-stream.jsonl.gz", "wt", encoding="utf-8") as lines:
        for number, (title, day) in enumerate(titles):
            row = {
                "id": str(number),
                "title": title,
                "text": "",
                "published_at": f"2026-03-0{day}T08:00:00+08:00",
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    assert benchmark.words_by_day(tmp_path).counts.tolist() == [[1, 0, 1]]


def test_part_of_a_table_keeps_rows_from_end_to_end() -> None:
    part = benchmark.of(table(np.arange(40).reshape(10, 4)), 2, 3)
    assert part.counts.tolist() == [[0, 1, 2], [36, 37, 38]]


def test_everyone_is_measured_on_the_same_null() -> None:
    rows = benchmark.null_rows("none", table(np.random.default_rng(1).poisson(2.0, (20, 60))))
    assert {row["peer"] for row in rows} == {"storystream", "EARS C1", "EARS C2", "3 x last week"}
    ours = [row for row in rows if row["peer"] == "storystream"]
    assert [row["unit"] for row in ours] == ["per 100 series-days", "ratio"]
    assert all(row["bar"] for row in ours)


def test_everyone_meets_the_same_bursts() -> None:
    rows = benchmark.burst_rows(40)
    assert len(rows) == 12
    assert all(0.0 <= row["value"] <= 1.0 for row in rows)


def test_speed_is_counted_in_series_days() -> None:
    [row] = benchmark.speed_rows(lambda: table(np.ones((5, 40), dtype=np.int64)))
    assert row["value"] > 100


def test_the_hourly_view_has_delay_and_false_alarms() -> None:
    rows = benchmark.hourly_rows(12, None)
    assert [row["unit"] for row in rows] == ["hours", "per 100 series-days", "ratio"]


def test_without_the_shared_stream_the_real_series_are_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "NULLS", {})
    monkeypatch.setattr(benchmark, "burst_rows", lambda _: [])
    monkeypatch.setattr(benchmark, "hourly_rows", lambda *_: [])
    monkeypatch.setattr(benchmark, "speed_rows", lambda _: [])
    assert benchmark.run(tmp_path, quick=True) == [
        {"what": "real series", "value": None, "unit": "the shared stream is missing", "peer": "storystream"}
    ]
