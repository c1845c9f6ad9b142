"""The two database engines: how each is copied by its own means, looked at, and put back; and the archive."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from answerable.office.operations.kinds.sqlite import Sqlite
from answerable.office.operations.rules.manifest import Look


class Engine(Protocol):
    """One database, wherever it lies."""

    @property
    def name(self) -> str:
        """Name the engine as a manifest does."""
        ...

    def version(self) -> str:
        """Say which version of the engine answers."""
        ...

    def copy(self, target: Path) -> Look:
        """Write a consistent copy into a file while others write; say what was in it."""
        ...

    def look(self) -> Look:
        """Count rows, read the trail's end, ask the engine for faults."""
        ...

    def is_empty(self) -> bool:
        """Say whether there is nothing in it that putting back would overwrite."""
        ...

    def put_back(self, copy: Path) -> None:
        """Make this database what the copy is."""
        ...

    def drill_beside(self, folder: Path) -> "Engine":
        """Give a throw-away place of the same kind in which a copy can be tried."""
        ...

    def drop(self) -> None:
        """Remove a throw-away place."""
        ...


def engine_of(settings: Mapping[str, Any]) -> Engine:
    """Give the engine for the settings of a database as Django keeps them."""
    if "postgresql" in str(settings["ENGINE"]):
        # PostgreSQL's driver is an extra: an installation on SQLite has none to import.
        engine = import_module("answerable.office.operations.kinds.postgresql").Postgresql
        parts = {key: str(settings.get(key.upper()) or "") for key in ("user", "password", "host", "port")}
        return cast("Engine", engine(str(settings["NAME"]), **parts))
    return Sqlite(Path(str(settings["NAME"])))
