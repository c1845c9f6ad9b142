"""The archive of a backup: one compressed tar, its manifest last, readable by its owner alone."""

import gzip
import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext_lazy as _

from answerable.office.operations.rules import manifest as manifests
from answerable.office.operations.rules.manifest import MANIFEST, BrokenBackup, Kept, Manifest

PIECE = 1 << 20
#: Little is won by more: most of a database is text that level 1 already halves, at a third of the time.
LEVEL = 1


class _Hashing(io.RawIOBase):
    """Lets a file be read once for the archive and for its hash."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest, self.size = file, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(size)
        self.digest.update(piece)
        self.size += len(piece)
        return piece


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """List the files of a folder under the names they have in the archive; links are left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def write(target: Path, manifest: Manifest, parts: Iterable[tuple[str, Path]]) -> Manifest:
    """Write parts and manifest into one archive, which appears under its name only when it is whole."""
    making = target.with_name(f".{target.name}.making")
    kept: dict[str, Kept] = {}
    handle = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as raw:
        with (
            gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=LEVEL, filename="", mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w") as archive,
        ):
            for name, path in parts:
                kept[name] = _add(archive, name, path)
            whole = replace(manifest, files=kept)
            _add_bytes(archive, MANIFEST, manifests.write(whole))
        raw.flush()
        os.fsync(raw.fileno())
    making.replace(target)
    return whole


def _add(archive: tarfile.TarFile, name: str, path: Path) -> Kept:
    entry = tarfile.TarInfo(name)
    entry.mode = 0o600
    with path.open("rb") as file:
        entry.size = os.fstat(file.fileno()).st_size
        hashing = _Hashing(file)
        archive.addfile(entry, hashing)
    return Kept(hashing.size, hashing.digest.hexdigest())


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.mode, entry.size = 0o600, len(content)
    archive.addfile(entry, io.BytesIO(content))


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with gzip.open(path) as packed, tarfile.open(fileobj=packed, mode="r:") as archive:
            yield archive
            # A tar ends before its file does: only reading on lets gzip compare its own sum.
            while packed.read(PIECE):
                pass
    except (tarfile.TarError, EOFError, zlib.error, OSError, UnicodeError) as fault:
        raise BrokenBackup(
            _("The backup %(name)s cannot be read to its end.") % {"name": path.name},
            _("It is damaged or was cut short. Choose another one."),
        ) from fault


def _is_plain(entry: tarfile.TarInfo) -> bool:
    name = PurePosixPath(entry.name)
    return entry.isfile() and not name.is_absolute() and ".." not in name.parts


def verify(path: Path) -> Manifest:
    """Read an archive to its end, hashing everything; BrokenBackup names what is not as it was kept."""
    found: dict[str, Kept] = {}
    said: Manifest | None = None
    with _opened(path) as archive:
        for entry in archive:
            content = archive.extractfile(entry) if _is_plain(entry) else None
            if content is None:
                raise BrokenBackup(_("The backup holds something that is not a plain file: %s") % entry.name)
            if entry.name == MANIFEST:
                said = manifests.read(content.read())
            else:
                found[entry.name] = _hashed(content)
    faults = manifests.faults(said, found) if said else ("manifest.json: is missing",)
    if said is None or faults:
        raise BrokenBackup(
            _("The backup %(name)s is not as it was made: %(faults)s")
            % {"name": path.name, "faults": "; ".join(faults[:5])},
            _("Choose another one."),
        )
    return said


def _hashed(content: IO[bytes]) -> Kept:
    digest, size = hashlib.sha256(), 0
    while piece := content.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return Kept(size, digest.hexdigest())


def unpack(path: Path, folder: Path) -> Mapping[str, Path]:
    """Write the parts of a verified archive below a folder; gives where each lies."""
    placed: dict[str, Path] = {}
    with _opened(path) as archive:
        for entry in archive:
            content = archive.extractfile(entry) if _is_plain(entry) else None
            if content is None or entry.name == MANIFEST:
                continue
            target = folder / entry.name
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                while piece := content.read(PIECE):
                    file.write(piece)
            placed[entry.name] = target
    return placed
