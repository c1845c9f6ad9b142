"""PostgreSQL: copied by pg_dump and put back by pg_restore, counted in the very snapshot that is dumped."""

import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import LiteralString

import psycopg
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import make_conninfo

from answerable.kernel.errors import Anticipated
from answerable.office.operations.rules.manifest import Look

GENESIS = "0" * 64
Connection = psycopg.Connection[tuple[object, ...]]
#: A dump or a restore that takes longer than this hangs on a lock or a dead network.
PATIENCE = 6 * 3600


class NoClient(Anticipated):
    """The programs that copy a PostgreSQL database are not installed."""


@dataclass(frozen=True, slots=True)
class Postgresql:
    """A database on a server."""

    database: str
    user: str = ""
    password: str = ""
    host: str = ""
    port: str = ""
    name: str = "postgresql"

    def _open(self) -> Connection:
        parts = {"dbname": self.database, "user": self.user, "password": self.password}
        parts |= {"host": self.host, "port": self.port}
        return psycopg.connect(make_conninfo("", **{key: value for key, value in parts.items() if value}))

    def _run(self, program: str, *words: str) -> None:
        """Call one of PostgreSQL's own programs; the password goes by the environment, never by the command line."""
        found = shutil.which(program, path=os.environ.get("ANSWERABLE_PG_BIN")) or shutil.which(program)
        if not found:
            raise NoClient(
                _("%(program)s is not installed, so this database can be neither backed up nor restored.")
                % {"program": program},
                _("Install the package postgresql-client in the server's version, or set ANSWERABLE_PG_BIN."),
            )
        told = {"PGUSER": self.user, "PGPASSWORD": self.password, "PGHOST": self.host, "PGPORT": self.port}
        environment = {**os.environ, **{key: value for key, value in told.items() if value}}
        done = subprocess.run(  # noqa: S603 - a program of PostgreSQL with words of our own
            [found, *words], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        if done.returncode:
            raise Anticipated(
                _("%(program)s refused: %(words)s")
                % {"program": program, "words": done.stderr.strip()[-500:]},
                _("Its version must not be older than the server's, and the role must own the database."),
            )

    def version(self) -> str:
        """Say which server answers."""
        with self._open() as database:
            return _one(database, "SHOW server_version")

    def copy(self, target: Path) -> Look:
        """Dump one snapshot in the custom format, and count in the same snapshot."""
        with self._open() as database:
            database.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            snapshot = _one(database, "SELECT pg_export_snapshot()")
            look = _look(database)
            words = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}")
            self._run("pg_dump", *words, f"--file={target}", self.database)
        return look

    def look(self) -> Look:
        """Count rows and read the trail's end."""
        with self._open() as database:
            return _look(database)

    def is_empty(self) -> bool:
        """Say whether the database has no tables."""
        with self._open() as database:
            return not _tables(database)

    def put_back(self, copy: Path) -> None:
        """Empty the database and fill it from the dump, all or nothing."""
        words = ("--no-owner", "--no-privileges", "--clean", "--if-exists", "--single-transaction")
        self._run("pg_restore", *words, "--exit-on-error", f"--dbname={self.database}", str(copy))

    def drill_beside(self, folder: Path) -> "Postgresql":
        """Make a database of its own on the same server; the role must be allowed to."""
        beside = f"{self.database}_drill"
        with self._open() as database:
            database.autocommit = True
            try:
                database.execute(f'DROP DATABASE IF EXISTS "{beside}"')
                database.execute(f'CREATE DATABASE "{beside}" TEMPLATE template0')
            except psycopg.errors.InsufficientPrivilege:
                raise Anticipated(
                    _("The drill needs a database of its own, and the role may not make one."),
                    _("Let an administrator of the server run: ALTER ROLE … CREATEDB."),
                ) from None
        return replace(self, database=beside)

    def drop(self) -> None:
        """Remove the drill's database."""
        parent = replace(self, database=self.database.removesuffix("_drill"))
        with parent._open() as database:
            database.autocommit = True
            database.execute(f'DROP DATABASE IF EXISTS "{self.database}"')


def _one(database: Connection, question: LiteralString) -> str:
    found = database.execute(question).fetchone()
    return str(found[0]) if found else ""


def _tables(database: Connection) -> list[str]:
    found = database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [str(row[0]) for row in found]


def _look(database: Connection) -> Look:
    def number(table: str) -> int:
        found = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - the database's own names
        return int(str(found[0])) if found else 0

    rows = {table: number(table) for table in _tables(database)}
    last = None
    if rows.get("trail_entry"):
        last = database.execute("SELECT hash FROM trail_entry ORDER BY id DESC LIMIT 1").fetchone()
    return Look(rows, rows.get("trail_entry", 0), str(last[0]) if last else GENESIS)
