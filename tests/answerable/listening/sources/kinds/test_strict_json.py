"""JSON by the book: the public suite decides."""

from pathlib import Path

import pytest

from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.listening.sources.kinds.strict_json import parse_json


def reads(body: bytes) -> bool:
    try:
        parse_json(body)
    except NotReadable:
        return False
    return True


def suite(shared: Path, first: str) -> list[Path]:
    return sorted((shared / "hostile/json/test_parsing").glob(f"{first}_*.json"))


def test_what_must_be_accepted_is_accepted(shared_data: Path) -> None:
    files = suite(shared_data, "y")
    assert len(files) == 95
    assert [file.name for file in files if not reads(file.read_bytes())] == []


def test_what_must_be_refused_is_refused(shared_data: Path) -> None:
    files = suite(shared_data, "n")
    assert len(files) == 188
    assert [file.name for file in files if reads(file.read_bytes())] == []


def test_what_is_free_ends_without_an_accident(shared_data: Path) -> None:
    for file in [*suite(shared_data, "i"), *(shared_data / "hostile/json/test_transform").glob("*.json")]:
        reads(file.read_bytes())


@pytest.mark.parametrize(("depth", "accepted"), [(64, True), (65, False), (100_000, False)])
def test_depth_has_an_end(depth: int, accepted: bool) -> None:
    assert reads(b"[" * depth + b"]" * depth) is accepted


def test_brackets_inside_strings_do_not_count() -> None:
    assert reads(b'["' + b"[" * 500 + b'\\"' + b"{" * 500 + b'"]')
