"""New files of a watched folder as documents; only below the folders that the administrator opened."""

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from answerable.listening.sources.kinds import Document

#: Files read at one poll; the others wait for the next.
MOST_FILES = 20
#: The limit of the reading child.
LARGEST = 20 * 1024 * 1024
#: A file that changed just now may still be written.
AT_REST = timedelta(seconds=5)
#: Names remembered; older ones are forgotten when their files are gone.
MOST_REMEMBERED = 10_000


class FolderClosed(Exception):
    """The folder is not there, or lies outside the folders that were opened."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Found:
    """New files as documents, and the memory with which they are not found again."""

    documents: tuple[Document, ...] = ()
    seen: dict[str, list[int]] = field(default_factory=dict)
    too_large: tuple[str, ...] = ()


def open_folder(path: str, roots: tuple[Path, ...]) -> Path:
    """Give the folder if it lies below one that was opened, whatever links and dots its name holds."""
    for root in roots:
        folder = (root / path).resolve()
        if folder.is_relative_to(root.resolve()) and folder.is_dir():
            return folder
    raise FolderClosed(path)


def new_files(folder: Path, pattern: str, memory: Mapping[str, Any], *, at: datetime) -> Found:
    """Read the files that are new or changed, the oldest first; hidden files and links are left alone."""
    before: dict[str, list[int]] = dict(memory.get("seen", {}))
    seen: dict[str, list[int]] = {}
    fresh: list[tuple[int, Path]] = []
    too_large: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink() or not path.is_file():
            continue
        if not fnmatch.fnmatch(path.name, pattern or "*"):
            continue
        facts = path.stat()
        mark = [facts.st_mtime_ns, facts.st_size]
        if before.get(path.name) == mark:
            seen[path.name] = mark
        elif facts.st_size > LARGEST:
            seen[path.name] = mark
            too_large.append(path.name)
        elif facts.st_mtime <= (at - AT_REST).timestamp():
            fresh.append((facts.st_mtime_ns, path))
    documents = []
    for changed, path in sorted(fresh)[:MOST_FILES]:
        body = path.read_bytes()
        seen[path.name] = [changed, len(body)]
        documents.append(Document(body, final_url=path.name))
    return Found(tuple(documents), dict(list(seen.items())[-MOST_REMEMBERED:]), tuple(too_large))
