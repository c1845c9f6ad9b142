"""A watched folder: each file once, never outside, never half written."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from answerable.listening.sources.reading import watched_folder
from answerable.listening.sources.reading.watched_folder import NoSuchFolder, look_into

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)


def put(folder: Path, name: str, body: bytes = b"x", age: timedelta = timedelta(hours=1)) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(body)
    moment = (AT - age).timestamp()
    os.utime(path, (moment, moment))
    return path


def names(opened: Path, memory: dict[str, object], pattern: str = "*") -> tuple[list[str], dict[str, object]]:
    look = look_into(opened, "in", pattern, memory, at=AT)
    return [document.final_url for document in look.documents], dict(look.memory)


def test_each_file_is_read_once_oldest_first(tmp_path: Path) -> None:
    put(tmp_path / "in", "b.csv", age=timedelta(hours=3))
    put(tmp_path / "in", "a.csv", age=timedelta(hours=1))
    found, memory = names(tmp_path, {})
    assert found == ["b.csv", "a.csv"]
    assert names(tmp_path, memory)[0] == []


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.csv")
    _found, memory = names(tmp_path, {})
    put(tmp_path / "in", "a.csv", b"longer", timedelta(minutes=5))
    assert names(tmp_path, memory)[0] == ["a.csv"]


def test_a_file_that_is_being_written_waits(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.csv", age=timedelta(seconds=1))
    assert names(tmp_path, {})[0] == []


def test_only_the_pattern_counts_and_hidden_files_do_not(tmp_path: Path) -> None:
    for name in ("a.csv", "a.txt", ".b.csv"):
        put(tmp_path / "in", name)
    assert names(tmp_path, {}, "*.csv")[0] == ["a.csv"]


def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.csv")
    (tmp_path / "in" / "passwd").symlink_to("/etc/passwd")
    assert names(tmp_path, {})[0] == ["a.csv"]


@pytest.mark.parametrize("path", ["../", "/etc", "none", "in/../../"])
def test_a_folder_outside_is_none(tmp_path: Path, path: str) -> None:
    (tmp_path / "opened").mkdir()
    with pytest.raises(NoSuchFolder):
        look_into(tmp_path / "opened", path, "*", {}, at=AT)


def test_a_file_over_the_size_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_folder, "MOST_BYTES", 3)
    put(tmp_path / "in", "a.csv", b"long")
    look = look_into(tmp_path, "in", "*", {}, at=AT)
    assert (look.documents, [refused.part for refused in look.refused]) == ((), ["a.csv"])


def test_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    path = put(tmp_path / "in", "a.csv")
    _found, memory = names(tmp_path, {})
    path.unlink()
    assert names(tmp_path, memory)[1]["done"] == {}
