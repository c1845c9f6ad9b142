"""Puts the SQLite that we ship in place of the system's.

SQLite before 3.51.3 can corrupt a database in WAL mode when several processes write and checkpoint, and
Debian 12 has 3.40.1. The wheel `pysqlite3` carries a mended one; it has to stand in before Django loads its
backend. See docs/decisions/0002-sqlite-build.md.
"""

import sys

import pysqlite3
from pysqlite3 import dbapi2

#: The first release with the mended WAL reset (sqlite.org, changes of 3.51.3).
SAFE_FROM = (3, 51, 3)


def put_in_place() -> None:
    """Let `import sqlite3` mean the shipped build from here on."""
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2


def is_safe(version: tuple[int, ...]) -> bool:
    """Say whether this SQLite may run in WAL mode with more than one process."""
    if version >= SAFE_FROM:
        return True
    # The repair was carried back to two older lines.
    return (version[:2] == (3, 50) and version >= (3, 50, 7)) or (
        version[:2] == (3, 44) and version >= (3, 44, 6)
    )


def version() -> tuple[int, ...]:
    """Give the version of the SQLite that is in place."""
    return tuple(int(part) for part in pysqlite3.sqlite_version.split("."))
