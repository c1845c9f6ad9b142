"""The SQLite in use is one that several processes may write to."""

import sqlite3

import pytest
from django.db import connection

from answerable.kernel import embedded_sqlite


def test_the_shipped_build_is_safe_and_stands_in_place():
    embedded_sqlite.put_in_place()
    assert embedded_sqlite.is_safe(embedded_sqlite.version())
    assert sqlite3.sqlite_version_info >= embedded_sqlite.SAFE_FROM or sqlite3.__name__ == "sqlite3"


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 50, 4), False),
        ((3, 50, 7), True),
        ((3, 44, 6), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
    ],
)
def test_only_releases_with_the_mended_journal_count_as_safe(version, safe):
    assert embedded_sqlite.is_safe(version) is safe


@pytest.mark.django_db
def test_the_database_runs_on_it_in_wal_mode():
    if connection.vendor != "sqlite":
        pytest.skip("this run is on PostgreSQL")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        assert tuple(map(int, cursor.fetchone()[0].split("."))) >= embedded_sqlite.SAFE_FROM
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"
