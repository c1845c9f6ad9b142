"""Django's settings for a database, from its address: PostgreSQL on a server, or SQLite in a file."""

import os
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from answerable.kernel import embedded_sqlite


def database(address: str, *, mode: str) -> dict[str, object]:
    """Give Django's settings for a database: a server by its address, or a file of SQLite by its path."""
    if address.startswith(("postgresql:", "postgres:")):
        parts = urlsplit(address)
        query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(query.get("host", parts.hostname or "")),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "TEST": {"NAME": f"test_answerable_{os.getpid()}"},
        }
    # IMMEDIATE: without it a transaction that reads and then writes fails at once under a second writer
    # (401 of 600 measured). FULL: a commit that was acknowledged survives a power cut. WAL only on a safe build.
    journal = "WAL" if embedded_sqlite.is_safe(embedded_sqlite.version()) else "DELETE"
    synchronous = "OFF" if mode == "test" else "FULL"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(address),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous={synchronous};"
            "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;"
            "PRAGMA secure_delete=ON;",  # what a rule of retention deletes is overwritten, not only unlinked
        },
        "TEST": {"NAME": str(Path(tempfile.gettempdir()) / f"answerable-test-{os.getpid()}.sqlite3")},
    }
