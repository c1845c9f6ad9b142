"""What a backup says of itself, and whether what lies in it is what it says."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated

#: Raised when the folder inside a backup changes its shape; an older Answerable then refuses with a sentence.
FORMAT = 1
#: The names inside the archive.
MANIFEST = "manifest.json"
DATABASE = "database"


class BrokenBackup(Anticipated):
    """The archive cannot be read, or does not hold what it says."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of a backup: its size in bytes and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen in a database: rows of each table, entries and newest hash of the trail, faults of the engine."""

    rows: Mapping[str, int]
    entries: int
    head: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup's own description. `schema` are the migrations it was made with, `made_at` is UTC in ISO 8601."""

    made_at: str
    product: str
    engine: str
    engine_version: str
    schema: tuple[str, ...]
    rows: Mapping[str, int]
    entries: int
    head: str
    files: Mapping[str, Kept]
    format: int = FORMAT


def write(manifest: Manifest) -> bytes:
    """Write a manifest as the file that lies in the archive."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True).encode()


def read(content: bytes) -> Manifest:
    """Read a manifest; BrokenBackup where it is none, or one of a newer shape."""
    try:
        said = json.loads(content)
        if said["format"] > FORMAT:
            raise BrokenBackup(
                _("This backup was made by a newer Answerable."), _("Restore it with that version.")
            )
        files = {name: Kept(int(one["size"]), str(one["sha256"])) for name, one in said.pop("files").items()}
        return Manifest(**{**said, "schema": tuple(said["schema"]), "files": files})
    except (ValueError, TypeError, KeyError) as fault:
        raise BrokenBackup(
            _("This file is not a backup of Answerable, or its description is damaged."),
            _("Choose another backup; `answerable verify` tells which are sound."),
        ) from fault


def faults(manifest: Manifest, found: Mapping[str, Kept]) -> tuple[str, ...]:
    """Name every file that is missing, added or changed, in order."""
    said = manifest.files
    missing = [f"{name}: is missing" for name in said if name not in found]
    added = [f"{name}: is not in the list" for name in found if name not in said]
    changed = [f"{name}: was changed" for name, one in found.items() if name in said and said[name] != one]
    return tuple(sorted([*missing, *added, *changed]))


def differences(manifest: Manifest, look: Look) -> tuple[str, ...]:
    """Name every way in which a restored database is not the one that was kept."""
    tables = sorted({*manifest.rows, *look.rows})
    counts = [
        f"{table}: {look.rows.get(table, 0)} rows, {manifest.rows.get(table, 0)} were kept"
        for table in tables
        if manifest.rows.get(table, 0) != look.rows.get(table, 0)
    ]
    trail = (
        [] if (look.entries, look.head) == (manifest.entries, manifest.head) else ["the trail ends elsewhere"]
    )
    return (*look.faults, *counts, *trail)


def unknown_steps(manifest: Manifest, known: Iterable[str]) -> tuple[str, ...]:
    """Name the migrations of a backup that this version does not have: it was made by a newer one."""
    ours = set(known)
    rooms = {step.split(" ", 1)[0] for step in ours}
    return tuple(step for step in manifest.schema if step not in ours and step.split(" ", 1)[0] in rooms)
