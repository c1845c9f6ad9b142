"""D8: every step of the database goes back and forward again without loss, killed or not, and newer ones are refused.

In processes of their own and on a file of their own, as an operator's upgrade runs.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.office.operations.kinds import engine_of
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import publish
from tests.battery.conftest import FULL

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.one_database,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into a file of SQLite"),
]
KILLS = 20 if FULL else 2


def environment(folder):
    """An installation of its own."""
    return {
        **os.environ,
        "ANSWERABLE_MODE": "serve",
        "ANSWERABLE_DATA": str(folder),
        "ANSWERABLE_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "answerable.project.settings",
        "STORYSTREAM_PLAIN": "1",
    }


def call(folder, *words):
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )


def done(folder, *words):
    """Run a command that must succeed; gives what it said."""
    ran = call(folder, *words)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def rows(folder):
    """Every row of every table of ours, without the record of the steps themselves and what their running notes."""
    with closing(sqlite3.connect(folder / "answerable.sqlite3")) as database:
        database.text_factory = bytes
        names = [
            name.decode()
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith((b"django_", b"sqlite_", b"auth_", b"operations_"))
        ]
        plain = [
            name
            for name in names
            if not any(part in name for part in ("_data", "_idx", "_docsize", "_config", "_content"))
        ]
        found = {}
        for name in plain:
            columns = [f'"{row[1].decode()}"' for row in database.execute(f'PRAGMA table_info("{name}")')]
            found[name] = sorted(map(repr, database.execute(f'SELECT {", ".join(columns)} FROM "{name}"')))
        return {name: content for name, content in found.items() if content}


def steps_that_go_back():
    """The rooms with more than their first step: {room: first}. A first step only makes tables."""
    ours = {
        app
        for app, name in MigrationLoader(None).disk_migrations
        if MigrationLoader(None).disk_migrations[app, name].__module__.startswith("answerable.")
        and not name.startswith("0001")
    }
    return sorted(ours)


@pytest.fixture
def house(tmp_path, transactional_db):
    """A house that has lived: what this test's database holds, copied as a backup copies it."""
    for number in range(60):
        publish(f"Water main bursts in Mill Lane {number}, 城东水厂停水", at=NOON + timedelta(minutes=number))
        with transaction.atomic():
            record("test.turn", f"page:{number}", by=MACHINE, at=NOON)
    (tmp_path / "house").mkdir()
    engine_of(connection.settings_dict).copy(tmp_path / "house" / "answerable.sqlite3")
    return tmp_path / "house"


@pytest.mark.full
def test_every_step_goes_back_and_forward_and_every_row_is_as_it_was(house, tally):
    before = rows(house)
    assert sum(len(content) for content in before.values()) > 300
    rooms = steps_that_go_back()
    assert len(rooms) >= 4
    script = "import sys, django\ndjango.setup()\nfrom django.core.management import call_command\n"
    script += "for room in sys.argv[1:]:\n    call_command('migrate', room, '0001', verbosity=0)\n"
    script += "call_command('migrate', verbosity=0)\n"
    done(house, "-c", script, *rooms)
    done(house, "-m", "answerable.project.cli", "reindex")  # texts for search are derived, and made anew
    after = rows(house)
    lost = [name for name in before if before[name] != after.get(name)]
    assert lost == []
    assert "fit" in done(house, "-m", "answerable.project.cli", "verify")
    tally(cases=sum(len(content) for content in before.values()), faults=2 * len(rooms), lost=len(lost))


@pytest.mark.full
def test_a_killed_setup_is_finished_by_the_next_one(tmp_path, tally):
    chance = random.Random(20_261_123)
    whole = tmp_path / "whole"
    began = time.monotonic()
    done(whole, "-m", "answerable.project.cli", "setup")
    usual, killed = time.monotonic() - began, 0
    folder = tmp_path / "killed"
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-m", "answerable.project.cli", "setup"],
            cwd=ROOT,
            env=environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.3, 0.8) * usual)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() < 0
    done(folder, "-m", "answerable.project.cli", "setup")
    assert killed
    assert tables(folder) == tables(whole)
    tally(cases=KILLS, faults=killed)


def tables(folder):
    """What the tables look like."""
    with closing(sqlite3.connect(folder / "answerable.sqlite3")) as database:
        return sorted(
            row[0] for row in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        )


def test_a_newer_database_is_refused_in_a_sentence_and_left_alone(house, tally):
    with closing(sqlite3.connect(house / "answerable.sqlite3")) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('sources', '0999_later', '2030-01-01')"
        )
        database.commit()
    before = rows(house)
    for verb in ("setup", "upgrade", "serve"):
        refused = call(house, "-m", "answerable.project.cli", verb)
        assert refused.returncode == 1
        assert "newer Answerable" in refused.stderr
        assert "Traceback" not in refused.stderr
    assert rows(house) == before
    tally(cases=3, faults=1)


def test_the_control_that_drops_a_row_on_its_way_is_noticed(house, tally):
    before = rows(house)
    with closing(sqlite3.connect(house / "answerable.sqlite3")) as database:
        database.execute("DELETE FROM sources_arrival WHERE rowid = (SELECT min(rowid) FROM sources_arrival)")
        assert database.total_changes == 1
        database.commit()
    assert rows(house) != before
    tally(cases=1, faults=1, control=True)
