"""Putting a backup back: checked first, refused over living data unless told to, what stood there put aside."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated
from answerable.office.operations.kinds import Engine, archive
from answerable.office.operations.rules.manifest import DATABASE, Manifest, unknown_steps

FILES = "files/"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a backup is put back: the database, the folder of files, where each secret lies, room to work in."""

    engine: Engine
    data: Path
    files: Path
    secrets: Mapping[str, Path]
    known_steps: tuple[str, ...]


def restore(path: Path, place: Place, *, replace: bool, at: datetime) -> Manifest:
    """Put a backup back. The application must not run meanwhile; nothing is touched before everything is checked.

    There is no actor and no trail entry: the trail itself is what is put back.
    """
    manifest = archive.verify(path)
    _refuse(manifest, place, replace=replace)
    place.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=place.data, prefix=".restoring-") as folder:
        parts = dict(archive.unpack(path, Path(folder)))
        aside = place.data / f"before-restore-{at.astimezone(UTC):%Y%m%d-%H%M%S}"
        _put_aside(aside, place)
        place.engine.put_back(parts.pop(DATABASE))
        _put_files(parts, place)
    return manifest


def _refuse(manifest: Manifest, place: Place, *, replace: bool) -> None:
    if manifest.engine != place.engine.name:
        raise Anticipated(
            _("This backup is of %(one)s, and this installation runs on %(other)s.")
            % {"one": manifest.engine, "other": place.engine.name},
            _("Restore it on %s first, then move the database with `answerable move`.") % manifest.engine,
        )
    newer = unknown_steps(manifest, place.known_steps)
    if newer:
        raise Anticipated(
            _("This backup was made by a newer Answerable (%s).") % ", ".join(newer[:3]),
            _("Install version %s, then restore.") % manifest.product,
        )
    if not replace and not place.engine.is_empty():
        raise Anticipated(
            _("There is a database already, and restoring would replace it."),
            _("Stop the application and say --replace: what stands there is put aside, not deleted."),
        )


def _put_aside(aside: Path, place: Place) -> None:
    """Keep what stood there: files by renaming, a database on a server by a copy."""
    standing = [path for path in (place.files, *place.secrets.values()) if path.exists()]
    if place.engine.is_empty() and not standing:
        return
    aside.mkdir(mode=0o700)
    if not place.engine.is_empty():
        place.engine.copy(aside / DATABASE)
        (aside / DATABASE).chmod(0o600)
    for path in standing:
        shutil.move(path, aside / path.name)


def _put_files(parts: Mapping[str, Path], place: Place) -> None:
    for name, path in parts.items():
        target = place.files / name.removeprefix(FILES) if name.startswith(FILES) else place.secrets.get(name)
        if target is None:
            continue
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.move(path, target)
        target.chmod(0o600)


def steps(migrations: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Write migrations as "room name"."""
    return tuple(f"{room} {name}" for room, name in migrations)
