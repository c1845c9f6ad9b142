"""Look at the installation and say, part by part, what is well, what is not, and what to do."""

import argparse
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from answerable.kernel import clock, embedded_sqlite
from answerable.kernel.errors import Anticipated
from answerable.project import installation

OK, SOON, LATE = "ok", "soon", "late"
MARKS = {OK: "well ", SOON: "look ", LATE: "WRONG"}
Finding = tuple[str, str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Print one line a finding, 1 when something is wrong."""
    installation.load()
    findings = list(examine())
    for tone, sentence, step in findings:
        sys.stdout.write(f"{MARKS[tone]}  {sentence}\n" + (f"       {step}\n" if step else ""))
    return 1 if any(tone == LATE for tone, _sentence, _step in findings) else 0


def examine() -> Iterator[Finding]:
    """Look at settings and files, then at the database and what rests on it."""
    yield from _settings()
    yield from _files()
    yield _sqlite()
    try:
        yield _schema()
        yield from _state()
    except (DatabaseError, Anticipated) as fault:
        yield (
            LATE,
            f"The database does not answer as it should: {fault}",
            "Is its server running, its disk full?",
        )


def _settings() -> Iterator[Finding]:
    if not settings.HTTPS:
        yield (
            SOON,
            "Pages are served without TLS.",
            "Put a proxy with TLS in front and set ANSWERABLE_HTTPS=1.",
        )
    if not os.environ.get("ANSWERABLE_MAIL_URL"):
        yield (
            SOON,
            "Mail is not sent.",
            "Set ANSWERABLE_MAIL_URL; until then notices wait in the inbox alone.",
        )
    if settings.BACKUPS.is_relative_to(settings.DATA):
        yield (
            SOON,
            "Backups lie on the same disk as the data.",
            "Set ANSWERABLE_BACKUPS to a folder elsewhere.",
        )
    if settings.HEADS.is_relative_to(settings.DATA):
        yield (
            SOON,
            "The heads of the trail stay on this machine.",
            "Let another machine fetch ANSWERABLE_HEADS.",
        )


def _files() -> Iterator[Finding]:
    for name, path in settings.SECRETS.items():
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield LATE, f"Others may read {name}.", f"chmod 600 {path}"
    data = Path(settings.DATA)
    if not os.access(data, os.W_OK):
        yield LATE, f"{data} may not be written.", "Let the service's user own it."


def _sqlite() -> Finding:
    version = ".".join(map(str, embedded_sqlite.version()))
    if connection.vendor != "sqlite":
        return OK, f"The database is PostgreSQL {connection.pg_version}.", ""  # type: ignore[attr-defined]
    if embedded_sqlite.is_safe(embedded_sqlite.version()):
        return OK, f"SQLite {version} is safe with several processes.", ""
    return (
        SOON,
        f"SQLite {version} can lose data in WAL mode; the slower journal is used.",
        "Install pysqlite3 anew.",
    )


def _schema() -> Finding:
    installation.refuse_newer_schema()
    waiting = installation.pending()
    if waiting:
        return LATE, f"The database lacks {len(waiting)} steps.", "Run `answerable upgrade`."
    return OK, "The database is in step with this version.", ""


def _state() -> Iterator[Finding]:
    from answerable.office.operations import queries  # noqa: PLC0415 - models need the loaded application

    for part in queries.state(at=clock.now()).parts:
        yield str(part.tone), f"{part.name}: {part.sentence}", str(part.next_step)
