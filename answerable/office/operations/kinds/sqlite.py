"""SQLite: copied by VACUUM INTO, which reads one moment of the database while others write."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from answerable.office.operations.rules.manifest import Look

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A database in one file."""

    path: Path
    name: str = "sqlite"

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=60)

    def version(self) -> str:
        """Say which SQLite is in place."""
        return sqlite3.sqlite_version

    def copy(self, target: Path) -> Look:
        """Write a copy without the free pages, then look at the copy: what is said is what was kept."""
        with closing(self._open()) as database:
            database.execute("VACUUM INTO ?", [str(target)])
        return Sqlite(target).look()

    def look(self) -> Look:
        """Count rows, read the trail's end, run the engine's own check."""
        with closing(self._open()) as database:
            checked = [row[0] for row in database.execute("PRAGMA integrity_check")]
            broken = [f"{row[0]}: points at nothing" for row in database.execute("PRAGMA foreign_key_check")]
            tables = _tables(database)
            rows = {table: _number(database, f'SELECT count(*) FROM "{table}"') for table in tables}  # noqa: S608 - the database's own names
            entries, head = rows.get("trail_entry", 0), GENESIS
            if entries:
                head = str(
                    database.execute("SELECT hash FROM trail_entry ORDER BY id DESC LIMIT 1").fetchone()[0]
                )
        faults = tuple(f"{fault}" for fault in (*checked, *dict.fromkeys(broken)) if fault != "ok")
        return Look(rows, entries, head, faults)

    def is_empty(self) -> bool:
        """Say whether there is no file yet."""
        return not self.path.exists()

    def put_back(self, copy: Path) -> None:
        """Put the copy in the database's place; the write-ahead log of another database must not lie beside it."""
        for beside in ("-wal", "-shm", "-journal"):
            self.path.with_name(self.path.name + beside).unlink(missing_ok=True)
        copy.replace(self.path)
        self.path.chmod(0o600)

    def drill_beside(self, folder: Path) -> "Sqlite":
        """Give a file of its own."""
        return Sqlite(folder / "drill.sqlite3")

    def drop(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    virtual = [name for name, sql in found if str(sql).upper().startswith("CREATE VIRTUAL")]
    return [
        name
        for name, _sql in found
        if not name.startswith("sqlite_")
        and not any(name == one or name.startswith(f"{one}_") for one in virtual)
    ]


def _number(database: sqlite3.Connection, question: str) -> int:
    return int(database.execute(question).fetchone()[0])
