"""Making an installation ready: folder, database, cache table, static files; refused where it would be unsafe."""

import socket
import sys
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated

Tell = Callable[[str], None]


def to_stderr(line: str) -> None:
    """Tell the person at the terminal."""
    sys.stderr.write(line + "\n")


def load() -> None:
    """Load the application."""
    Path(settings.DATA).mkdir(parents=True, exist_ok=True, mode=0o700)
    django.setup()


def database_places(database: dict[str, Any]) -> frozenset[tuple[str, int]]:
    """Give the addresses of the database server, the one inner place that a worker's wall lets through."""
    host = str(database.get("HOST") or "")
    if "postgresql" not in str(database["ENGINE"]) or not host or host.startswith("/"):
        return frozenset()
    port = int(database.get("PORT") or 5432)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return frozenset((str(place[4][0]), port) for place in found)


def refuse_newer_schema() -> None:
    """Refuse to start on a database that a newer Answerable has already changed."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.graph.nodes)
    ours = {label for label, _ in known}
    newer = sorted(
        f"{label} {name}"
        for label, name in executor.loader.applied_migrations
        if label in ours and (label, name) not in known and not executor.loader.replacements
    )
    if newer:
        raise Anticipated(
            f"The database was made by a newer Answerable ({', '.join(newer)}).",
            "Start that version, or restore the backup from before the upgrade.",
        )


def pending() -> list[str]:
    """Name the steps of the database that wait, as "room name"."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label} {step.name}" for step, _backwards in plan]


def back_up_before(tell: Tell) -> None:
    """Back up a database that is about to be changed. Only the archive: the tables may be older than this version."""
    if not pending() or "trail_entry" not in connection.introspection.table_names():
        return
    # The room can be imported only when Django is loaded, and this module is what loads it.
    backing_up = import_module("answerable.office.operations.actions.backing_up")
    made = backing_up.write_archive(settings.BACKUPS, by=MACHINE, at=clock.now())
    tell(f"Backed up to {made.path}")


def begin_to_count() -> None:
    """Give a house that has no plan yet the starting clocks and gates, once."""
    # These rooms' tables can be imported only when Django is loaded, and this module is what loads it.
    clocks = import_module("answerable.office.clocks.queries")
    plan = import_module("answerable.governance.plan.actions")
    if clocks.sheet() is None:
        plan.adopt_start(settings.CALENDAR, settings.TIME_ZONE, by=MACHINE, at=clock.now())


def make_ready(tell: Tell, *, static: bool = True) -> None:
    """Bring database and static files in step with this version."""
    tell("Bringing the database up to date")
    refuse_newer_schema()
    back_up_before(tell)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    begin_to_count()
    if static:
        tell("Collecting style sheets and scripts")
        call_command("collectstatic", verbosity=0, interactive=False, clear=False, stdout=StringIO())


def compile_core(tell: Tell) -> None:
    """Let the story engine be compiled before the first item waits for it; kept on disk, so only once."""
    tell("Compiling the story engine (about a minute the first time)")
    # The room can be imported only when Django is loaded, and this module is what loads it.
    import_module("answerable.listening.stories.actions.keeping").warm_up()
