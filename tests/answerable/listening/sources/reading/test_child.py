"""The child's own side, run in this process: one task, one line."""

import json

import pytest

from answerable.listening.sources.kinds.article import ARTICLE
from answerable.listening.sources.reading import child, wire
from answerable.listening.sources.reading.warm_up import AT, SAMPLES, read_samples

HEAD = {
    "task": "read",
    "kind": "feed",
    "settings": {},
    "memory": {},
    "at": AT,
    "status": 200,
    "headers": {},
    "final_url": "",
}


def test_every_sample_of_the_warm_up_gives_items() -> None:
    given: dict[str, int] = {}

    def carry_out(head: dict[str, object], body: bytes) -> bytes:
        line = child.carry_out(head, body)
        if head["task"] == "read":
            given[str(head["kind"])] = len(wire.read_reading(line).items)
        return line

    read_samples(carry_out)  # type: ignore[arg-type]
    assert set(given) == {kind for kind, _body in SAMPLES}
    assert [kind for kind, count in given.items() if not count] == ["news_sitemap"]


def test_a_task_gives_one_line_of_items() -> None:
    body = b"<rss><channel><item><title>a</title></item></channel></rss>"
    line = child.carry_out({**HEAD, "size": len(body)}, body)
    assert [item["title"] for item in json.loads(line)["items"]] == ["a"]


def test_all_parsers_are_loaded_before_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ARTICLE, "main_text", ARTICLE.main_text)
    child.load_everything()
    assert ARTICLE.main_text(
        "<html><body><p>" + "The water works repaired the main. " * 9 + "</p></body></html>"
    )
