"""Promises that every source kind keeps; a new kind is held to them by its line in KINDS."""

import random
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta

import pytest

from answerable.listening.sources.kinds import (
    KINDS,
    REASONS,
    Document,
    Kind,
    Outcome,
    ReadItem,
    settings_from,
)
from answerable.listening.sources.kinds.article import ARTICLE
from answerable.listening.sources.kinds.reading_safely import read_safely

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
ALL = [*KINDS.values(), ARTICLE]
POLLED_WEB = [kind for kind in ALL if kind.is_polled and kind.key not in ("mailbox", "folder")]


def settings_of(kind: Kind) -> object:
    return settings_from(kind.settings_type, {"address": "http://site.example/x", "no longer known": 1})


def by_key(kind: Kind) -> str:
    return kind.key


def test_a_stored_item_is_a_closed_record_without_people() -> None:
    assert [entry.name for entry in fields(ReadItem)] == [
        "key",
        "title",
        "text",
        "link",
        "published_at",
        "language",
    ]


@pytest.mark.parametrize("kind", ALL, ids=by_key)
def test_a_kind_tells_a_form_what_it_needs(kind: Kind) -> None:
    assert kind.name
    assert kind.explanation.endswith(".")
    assert is_dataclass(kind.settings_type)
    assert all(entry.metadata.get("label") for entry in fields(kind.settings_type))


@pytest.mark.parametrize("kind", ALL, ids=by_key)
def test_what_a_kind_wants_is_told_without_asking_the_clock(kind: Kind) -> None:
    assert kind.requests(settings_of(kind), {}, AT) == kind.requests(settings_of(kind), {}, AT)


@pytest.mark.parametrize("kind", POLLED_WEB, ids=by_key)
def test_a_polled_kind_sends_its_validators_back_as_they_came(kind: Kind) -> None:
    wanted = kind.requests(settings_of(kind), {"etag": 'W/"x"', "last_modified": "yesterday"}, AT)[0]
    assert wanted.headers["If-None-Match"] == 'W/"x"'
    assert wanted.headers["If-Modified-Since"] == "yesterday"


@pytest.mark.parametrize("kind", ALL, ids=by_key)
def test_noise_ends_as_a_reading_with_a_reason(kind: Kind) -> None:
    rng = random.Random(7)
    noise = [rng.randbytes(rng.randint(1, 400)) for _ in range(60)]
    noise += [
        b"<" * 500,
        b"{" * 500,
        b"PK\x03\x04" + rng.randbytes(50),
        b"\x1f\x8b" + rng.randbytes(50),
        b"\xff\xfe<",
    ]
    for body in noise:
        reading = read_safely(kind, Document(body, "http://site.example/x"), settings_of(kind), {}, AT)
        assert reading.outcome in (Outcome.READ, Outcome.REFUSED)
        if reading.outcome is Outcome.REFUSED:
            assert reading.refused[0].sentence


@pytest.mark.parametrize("kind", ALL, ids=by_key)
@pytest.mark.parametrize(
    ("status", "outcome", "code"),
    [
        (304, Outcome.UNCHANGED, None),
        (410, Outcome.GONE, None),
        (404, Outcome.REFUSED, "not_found"),
        (403, Outcome.REFUSED, "not_allowed"),
        (429, Outcome.REFUSED, "server_busy"),
        (503, Outcome.REFUSED, "server_busy"),
        (500, Outcome.REFUSED, "server_failed"),
        (418, Outcome.REFUSED, "unexpected_status"),
    ],
)
def test_a_status_means_the_same_for_every_kind(
    kind: Kind, status: int, outcome: Outcome, code: str | None
) -> None:
    memory = {"etag": "kept"}
    reading = read_safely(kind, Document(b"x", status=status), settings_of(kind), memory, AT)
    assert reading.outcome is outcome
    assert [refused.code for refused in reading.refused] == ([code] if code else [])
    assert reading.memory == memory


@pytest.mark.parametrize("kind", ALL, ids=by_key)
def test_an_empty_document_is_refused(kind: Kind) -> None:
    assert read_safely(kind, Document(b" \r\n"), settings_of(kind), {}, AT).refused[0].code == "empty"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("Thu, 21 May 2026 09:10:00 GMT", 600),
        ("Thu, 21 May 2026 08:00:00 GMT", 0),
        ("soon", None),
    ],
)
def test_the_wish_to_come_later_is_read(header: str, seconds: int | None) -> None:
    document = Document(b"x", headers={"retry-after": header}, status=429)
    assert read_safely(KINDS["feed"], document, settings_of(KINDS["feed"]), {}, AT).retry_after_s == seconds


def test_nobody_keeps_us_away_longer_than_a_week() -> None:
    document = Document(b"x", headers={"retry-after": "99999999"}, status=503)
    reading = read_safely(KINDS["feed"], document, settings_of(KINDS["feed"]), {}, AT)
    assert reading.retry_after_s == timedelta(days=7).total_seconds()


def test_validators_are_remembered_only_after_a_document_that_was_read() -> None:
    feed, told = KINDS["feed"], {"etag": '"9"', "last-modified": "now"}
    good = read_safely(feed, Document(b"<rss></rss>", headers=told), settings_of(feed), {}, AT)
    bad = read_safely(feed, Document(b"no feed", headers=told), settings_of(feed), {"etag": '"8"'}, AT)
    assert (good.memory["etag"], good.memory["last_modified"]) == ('"9"', "now")
    assert bad.memory["etag"] == '"8"'


def test_a_validator_that_is_no_line_of_text_is_not_kept() -> None:
    feed = KINDS["feed"]
    for etag in ("x" * 5000, 'a"\r\nX-Evil: 1'):
        reading = read_safely(
            feed, Document(b"<rss></rss>", headers={"etag": etag}), settings_of(feed), {}, AT
        )
        assert "etag" not in reading.memory


def test_every_reason_is_one_sentence() -> None:
    for code, sentence in REASONS.items():
        assert sentence[0].isupper() or sentence.startswith("%("), code
        assert sentence.endswith("."), code
