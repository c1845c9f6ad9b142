"""H6: the JSON suite through the whole reader, as a feed that somebody serves."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.listening.sources.kinds import Outcome
from answerable.listening.sources.reading.pool import readers
from tests.battery.hostile import read


@pytest.fixture(scope="module", autouse=True)
def _children_are_ended() -> Iterator[None]:
    yield
    readers().close()


def test_every_file_of_the_suite_ends_with_the_right_word(shared_data: Path, tally) -> None:
    codes: dict[str, Counter[str]] = {"y": Counter(), "n": Counter(), "i": Counter()}
    for path in sorted((shared_data / "hostile/json/test_parsing").glob("*.json")):
        reading = read(path.read_bytes(), "json_feed")
        assert reading.outcome is Outcome.REFUSED, path.name  # none of them is a feed
        codes[path.name[0]][reading.refused[0].code] += 1
    assert codes["y"] == {"not_a_json_feed": 95}
    assert codes["n"].total() == 188
    assert set(codes["n"]) <= {"not_json", "too_deep", "empty"}
    assert codes["i"].total() == 35
    assert set(codes["i"]) <= {"not_json", "not_a_json_feed", "too_deep"}
    tally(cases=sum(codes.values(), Counter()).total())


def test_valid_json_around_each_accepted_value_is_a_feed(shared_data: Path) -> None:
    for path in sorted((shared_data / "hostile/json/test_parsing").glob("y_*.json")):
        body = (
            b'{"items": [{"id": "1", "title": "x", "extra": '
            + path.read_bytes().removeprefix(b"\xef\xbb\xbf")
            + b"}]}"
        )
        assert [item.title for item in read(body, "json_feed").items] == ["x"], path.name
