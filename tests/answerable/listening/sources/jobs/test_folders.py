import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.listening.sources.jobs import folders
from answerable.listening.sources.jobs.folders import FolderClosed, new_files, open_folder

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)


def put(folder: Path, name: str, content: str = "x", *, age: float = 60) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    stamp = NOW.timestamp() - age
    os.utime(path, (stamp, stamp))
    return path


def found(folder: Path, memory=None, pattern="*"):
    return new_files(folder, pattern, memory or {}, at=NOW)


def test_a_link_out_of_the_opened_folder_is_refused(tmp_path: Path):
    (tmp_path / "open").mkdir()
    (tmp_path / "secret").mkdir()
    (tmp_path / "open" / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(FolderClosed):
        open_folder("link", (tmp_path / "open",))
    assert open_folder(".", (tmp_path / "open",)) == (tmp_path / "open").resolve()


def test_files_come_oldest_first_and_only_once(tmp_path: Path):
    put(tmp_path, "b.csv", age=100)
    put(tmp_path, "a.csv", age=50)
    first = found(tmp_path)
    assert [document.final_url for document in first.documents] == ["b.csv", "a.csv"]
    assert found(tmp_path, {"seen": first.seen}).documents == ()


def test_a_changed_file_comes_again(tmp_path: Path):
    put(tmp_path, "a.csv")
    first = found(tmp_path)
    put(tmp_path, "a.csv", "changed", age=30)
    assert [document.body for document in found(tmp_path, {"seen": first.seen}).documents] == [b"changed"]


def test_a_file_that_is_still_being_written_waits(tmp_path: Path):
    put(tmp_path, "a.csv", age=1)
    assert found(tmp_path).documents == ()


def test_hidden_files_links_and_other_patterns_are_left_alone(tmp_path: Path):
    put(tmp_path, ".hidden")
    (tmp_path / "link.csv").symlink_to("/etc/hostname")
    put(tmp_path, "a.txt")
    put(tmp_path, "b.csv")
    assert [document.final_url for document in found(tmp_path, pattern="*.csv").documents] == ["b.csv"]


def test_what_is_too_large_is_told_once(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(folders, "LARGEST", 3)
    put(tmp_path, "big.csv", "12345")
    first = found(tmp_path)
    assert (first.documents, first.too_large) == ((), ("big.csv",))
    assert found(tmp_path, {"seen": first.seen}).too_large == ()


def test_a_flood_of_files_is_read_in_parts(tmp_path: Path):
    for number in range(folders.MOST_FILES + 5):
        put(tmp_path, f"{number:03d}.csv")
    first = found(tmp_path)
    second = found(tmp_path, {"seen": first.seen})
    assert (len(first.documents), len(second.documents)) == (folders.MOST_FILES, 5)


def test_files_that_are_gone_are_forgotten(tmp_path: Path):
    path = put(tmp_path, "a.csv")
    first = found(tmp_path)
    path.unlink()
    assert found(tmp_path, {"seen": first.seen}).seen == {}
