"""The way from feed bytes to stories, as it is measured."""

import json
import os
from pathlib import Path

import pytest

from answerable.listening.sources.models import Item
from answerable.listening.stories.models import Placement
from benchmarks import end_to_end, end_to_end_chain


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Both streams with enough items for two rounds, no two alike."""
    stories = tmp_path / "stories"
    stories.mkdir()
    for name, words in (
        ("zh-stream", "城关镇{}号街今晨停水，抢修到{}点"),
        ("en-stream", "Street {} lost water at {} today"),
    ):
        rows = [
            {"id": f"{name}{n}", "title": words.format(n, n * 7), "text": words.format(n * 3, n)}
            for n in range(480)
        ]
        (stories / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_every_entry_of_every_feed_is_stored_and_lies_in_a_story(corpus: Path) -> None:
    rows = end_to_end_chain.measure(corpus, 1)
    found = {(row["what"], row["peer"]): row["value"] for row in rows}
    rounds = 1 + end_to_end_chain.WARM
    stored = rounds * end_to_end_chain.SOURCES * end_to_end_chain.A_FEED
    assert Item.objects.count() == Placement.objects.count() == stored
    assert found[("items stored and in no story", "answerable, feed bytes to stored story")] == 0
    assert all(row["value"] > 0 for row in rows if "second" in row["what"])


def test_each_database_is_measured_in_production_settings_and_has_its_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {}

    def started(order: list[str], **options: object) -> object:
        seen.update(options["env"])  # type: ignore[call-overload]
        rows = [{"what": "items a second", "value": 5.0}, {"what": "control", "value": 9.0}]
        return type("Done", (), {"stdout": json.dumps(rows).encode()})()

    monkeypatch.setattr(end_to_end.subprocess, "run", started)
    rows = end_to_end.measured(tmp_path, tmp_path / "one", "SQLite", "", 1)
    assert (seen["ANSWERABLE_MODE"], seen["ANSWERABLE_DATA"]) == ("serve", str(tmp_path / "one"))
    assert rows[0] == {"what": "SQLite: items a second", "value": 5.0, "bar": end_to_end.BARS["SQLite"]}
    assert os.environ["ANSWERABLE_MODE"] == "test"
