"""What passes between parent and child comes back as it was."""

from datetime import UTC, datetime

import pytest

from answerable.listening.sources.kinds import Candidate, Outcome, Reading, ReadItem, Refused
from answerable.listening.sources.reading import wire

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
READING = Reading(
    Outcome.READ,
    (ReadItem("k", "停水", "a\nb", "http://s.example/", AT, "zh"), ReadItem("l", "", "", "", None, "")),
    (Refused("bad_date", {"value": "x"}, "3"),),
    {"etag": '"1"', "names": {"a": "b"}},
    ("truncated",),
    30,
    "title",
    {"mobile": 2},
)


def test_a_reading_comes_back_as_it_was() -> None:
    line = wire.reading_line(READING)
    assert line.count(b"\n") == 1
    assert wire.read_reading(line) == READING


def test_candidates_come_back_as_they_were() -> None:
    found = [Candidate("http://s.example/f", "feed", "停水", "link")]
    assert wire.read_candidates(wire.candidates_line(found)) == found


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"null", b'{"outcome": "owned"}', b"\xff", b'{"outcome": 1, "items": 2}']
)
def test_another_shape_is_an_error_that_the_pool_expects(line: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        wire.read_reading(line)


def test_a_task_is_one_line_with_the_size() -> None:
    assert wire.task_line({"task": "read"}, 7) == b'{"task": "read", "size": 7}\n'
