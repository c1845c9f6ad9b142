"""JSON Feed."""

import json
from datetime import UTC, datetime

import pytest

from answerable.listening.sources.kinds import Document, Reading
from answerable.listening.sources.kinds.json_feed import JSON_FEED
from answerable.listening.sources.kinds.reading_safely import read_safely
from answerable.listening.sources.kinds.settings import AddressSettings

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)


def read(told: object) -> Reading:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return read_safely(JSON_FEED, Document(body, "http://site.example/f"), AddressSettings(), {}, AT)


def test_an_item_is_read_without_its_author() -> None:
    item = {
        "id": "7",
        "title": "Water",
        "content_html": "<p>back</p>",
        "url": "/a",
        "date_published": "2026-05-21T08:00:00+08:00",
        "authors": [{"name": "Zhang San"}],
    }
    reading = read(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Town", "language": "en", "items": [item]}
    )
    got = reading.items[0]
    assert (got.title, got.text, got.link, got.language) == ("Water", "back", "http://site.example/a", "en")
    assert got.published_at == datetime(2026, 5, 21, 0, 0, tzinfo=UTC)
    assert "Zhang" not in repr(reading)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (b"{", "not_json"),
        (b'{"items": NaN}', "not_json"),
        ([], "not_a_json_feed"),
        ({"items": {}}, "not_a_json_feed"),
        (b"[" * 1000, "too_deep"),
    ],
)
def test_what_is_none_is_refused(told: object, code: str) -> None:
    assert read(told).refused[0].code == code


def test_odd_values_are_left_out() -> None:
    reading = read({"items": [7, None, {"id": 7, "title": ["x"]}, {"id": True, "content_text": "text"}]})
    assert [item.text for item in reading.items] == ["", "text"]
