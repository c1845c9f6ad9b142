"""Brings a folder up to date with the pages: each file whole, what is gone deleted, all in a manifest.

A reader of the folder never sees half a page: a file is written beside its place and then renamed onto it. Pages that
others link to come first and lists last; deletions come after everything else, the manifest at the very end. Files
that say the same are left alone, so their times stay true and a copying tool has little to do.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from answerable.kernel.errors import Anticipated, Moved
from answerable.response.answers.queries import shelf
from answerable.response.answers_site import press

#: Checksums of every file, as `sha256sum --check` reads them.
MANIFEST = "SHA256SUMS"
#: Names of files that a writing may have put there and no manifest names yet; it is gone when the writing has ended.
BEGUN = ".begun"
#: What a server shows for an address that ends with a stroke.
INDEX = "index.html"
#: Times that the whole is written again because something was published meanwhile.
MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: files in the folder, written anew, deleted."""

    files: int
    written: int
    deleted: int


class NotOurFolder(Anticipated):
    """The folder holds files of somebody else."""


def file_of(address: str) -> str:
    """Give the file of an address, relative to the folder."""
    return address.lstrip("/") + (INDEX if address.endswith("/") else "")


def pages() -> Iterator[tuple[str, bytes]]:
    """Make every page with the file it belongs into."""
    for name, parts in press.everything():
        sheet = press.made(name, **parts)
        if sheet is not None:  # None: taken away since the list was made, and then the edition is another one
            yield file_of(press.path_of(name, parts)), sheet.body


def publish(folder: Path) -> Published:
    """Write the site into a folder; a publication in the middle of it makes it begin again."""
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        before = known(folder)
        if not before:  # from here on the folder is ours, even if the first writing is cut off
            _put(folder, MANIFEST, b"")
        written = 0
        for _try in range(MOST_TRIES):
            edition = shelf.edition()
            before |= _begin(folder, before)
            now, changed = _written(folder, before)
            written += changed
            if shelf.edition() == edition:
                break
            before |= now
        deleted = _cleared(folder, before.keys() - now.keys())
        _put(folder, MANIFEST, manifest(now))
        (folder / BEGUN).unlink(missing_ok=True)
        return Published(len(now), written, deleted)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder, so that two publishers cannot mix their files."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise Moved(
            _("Somebody is publishing into this folder right now."), _("Try again when it is done.")
        ) from None
    try:
        yield
    finally:
        os.close(descriptor)


def known(folder: Path) -> dict[str, str]:
    """Read the manifest of the last time: {file: checksum}. A folder with files but no manifest is not ours."""
    place, begun = folder / MANIFEST, folder / BEGUN
    if not place.exists():
        if any(folder.iterdir()):
            raise NotOurFolder(
                _("The folder is not empty and was not made by this command."),
                _("Name an empty folder, or one that does not exist yet."),
            )
        return {}
    lines = place.read_text(encoding="utf-8").splitlines()
    lines += begun.read_text(encoding="utf-8").splitlines() if begun.exists() else []
    rows = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: checksum for checksum, name in rows if is_inside(name)}


def is_inside(name: str) -> bool:
    """Say whether a name of the manifest stays in the folder, whoever wrote the manifest."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _begin(folder: Path, before: Mapping[str, str]) -> dict[str, str]:
    """Note every file that is about to be there: were the power cut now, the next writing knows what to clear away."""
    names = {file_of(press.path_of(name, parts)) for name, parts in press.everything()}
    new = dict.fromkeys(sorted(names - before.keys()), "")
    if new:
        _put(folder, BEGUN, manifest({**dict.fromkeys(before, ""), **new}))
    return new


def _written(folder: Path, before: Mapping[str, str]) -> tuple[dict[str, str], int]:
    now: dict[str, str] = {}
    changed = 0
    for name, body in pages():
        now[name] = hashlib.sha256(body).hexdigest()
        place = folder / name
        if before.get(name) == now[name] and place.is_file() and place.read_bytes() == body:
            continue
        _put(folder, name, body)
        changed += 1
    return now, changed


def _put(folder: Path, name: str, body: bytes) -> None:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    with beside.open("wb") as file:
        file.write(body)
        file.flush()
        if name in (MANIFEST, BEGUN):
            os.fsync(file.fileno())
    beside.replace(place)


def _cleared(folder: Path, names: set[str]) -> int:
    """Delete files that the last manifest names and this one does not, and folders that are empty after that."""
    deleted = 0
    for name in sorted(names):
        place = folder / name
        if place.is_file() or place.is_symlink():
            place.unlink()
            deleted += 1
        for above in list(place.parents)[: len(PurePosixPath(name).parts) - 1]:
            if above.is_dir() and not any(above.iterdir()):
                above.rmdir()
    return deleted


def manifest(files: Mapping[str, str]) -> bytes:
    """Write the manifest."""
    return "".join(f"{checksum}  {name}\n" for name, checksum in sorted(files.items())).encode()
