"""Looks into a watched folder for files that were not read yet; never outside the folder that was opened for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from answerable.listening.sources.kinds.exchange import Document, Refused

MOST_BYTES = 20 * 1024 * 1024
MOST_FILES = 50
#: A file that changed a moment ago may still be being written.
STILL_WRITTEN = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What one look found: documents to read, what was left out, and the memory for the next look."""

    documents: tuple[Document, ...]
    refused: tuple[Refused, ...]
    memory: Mapping[str, Any]


class NoSuchFolder(Exception):
    """The folder does not exist, or lies outside the folder that the administrator opened."""


def look_into(
    opened: Path, path: str, pattern: str, memory: Mapping[str, Any], *, at: datetime
) -> FolderLook:
    """Give the new and changed files below `opened`, oldest first; a changed file is read again."""
    folder = (opened / path).resolve()
    if not folder.is_relative_to(opened.resolve()) or not folder.is_dir():
        raise NoSuchFolder(path)
    done = {name: mark for name, mark in memory.get("done", {}).items() if (folder / name).exists()}
    documents: list[Document] = []
    refused: list[Refused] = []
    for file in _waiting(folder, pattern, done, at)[:MOST_FILES]:
        done[file.name] = _mark(file)
        if file.stat().st_size > MOST_BYTES:
            refused.append(Refused("too_large", {"most": MOST_BYTES}, part=file.name))
            continue
        documents.append(Document(file.read_bytes(), file.name))
    return FolderLook(tuple(documents), tuple(refused), {**memory, "done": done})


def _waiting(folder: Path, pattern: str, done: Mapping[str, str], at: datetime) -> list[Path]:
    latest = (at - STILL_WRITTEN).timestamp()
    files = [
        file
        for file in folder.glob(pattern.replace("/", "") or "*")
        if file.is_file()
        and not file.is_symlink()
        and not file.name.startswith(".")
        and file.stat().st_mtime <= latest
        and done.get(file.name) != _mark(file)
    ]
    return sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name))


def _mark(file: Path) -> str:
    told = file.stat()
    return f"{told.st_mtime_ns}-{told.st_size}"
