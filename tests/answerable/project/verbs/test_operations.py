"""The operator's verbs: back up, restore, verify, doctor, upgrade, trail, reindex, move."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.models import Entry
from answerable.office.operations.models import Backup
from answerable.project import installation
from answerable.project.databases import database
from answerable.project.verbs import backup, doctor, reindex, restore, trail, upgrade, verify
from tests.answerable.office.operations.conftest import kept, lived
from tests.answerable.office.operations.makers import NOON

__all__ = ["kept", "lived"]
ROOT = Path(__file__).resolve().parents[4]


def run(module, *words):
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    return module.run(parser.parse_args(words))


def test_a_backup_is_made_tried_and_verified(kept, lived, capsys):
    assert run(backup, "--drill") == 0
    said = capsys.readouterr().out
    assert "restored on trial" in said
    path = said.splitlines()[0]
    assert run(verify, path) == 0
    Path(path).write_bytes(Path(path).read_bytes()[:-20])
    assert run(verify, path) == 1
    assert "cannot be read to its end" in capsys.readouterr().out


def test_a_backup_into_a_folder_that_cannot_be_is_an_error(kept, lived):
    with pytest.raises(OSError, match="a"):
        run(backup, "--to", str(settings.MEDIA_ROOT / "a.txt"))
    assert Backup.objects.get().fault


def test_restoring_over_a_living_database_is_refused_with_a_next_step(kept, lived, capsys):
    run(backup)
    path = capsys.readouterr().out.splitlines()[0]
    assert run(restore, path) == 1
    assert "--replace" in capsys.readouterr().err


def test_the_running_house_is_verified(kept, lived, capsys):
    assert run(verify) == 0
    assert "2 entries fit" in capsys.readouterr().out
    Entry.objects.filter(pk=Entry.objects.first().pk).update(actor_name="Boris")
    assert run(verify) == 1
    assert "the entry was changed" in capsys.readouterr().out


def test_a_published_head_catches_what_the_chain_alone_cannot(kept, lived, capsys):
    assert run(trail, "publish") == 0
    heads = str(settings.HEADS / "heads.jsonl")
    assert run(trail, "verify", "--head", heads) == 0
    Entry.objects.order_by("-id").first().delete()
    capsys.readouterr()
    assert run(trail, "verify") == 0
    assert "cannot show that the end was cut off" in capsys.readouterr().out
    assert run(trail, "verify", "--head", heads) == 1
    line = (settings.HEADS / "heads.jsonl").read_text()
    assert run(trail, "verify", "--head", line.replace('"entries":3', '"entries":2')) == 1
    assert "signature" in capsys.readouterr().out
    assert run(trail, "verify", "--head", "yesterday") == 2


def test_the_doctor_names_what_is_wrong_and_what_to_do(kept, lived, capsys):
    (settings.DATA / "secret").chmod(0o644)
    assert run(doctor) == 1
    said = capsys.readouterr().out
    assert "WRONG  Others may read secret." in said
    assert "chmod 600" in said
    assert "WRONG  Backup" in said
    assert "well   The database is in step" in said


def test_an_upgrade_with_nothing_to_do_changes_nothing(kept, lived, capsys):
    assert run(upgrade) == 0
    assert "in step" in capsys.readouterr().err
    assert not settings.BACKUPS.exists()


def test_every_room_that_is_searched_is_indexed_again(kept, lived, capsys):
    assert run(reindex) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "items",
        "letters",
        "answers",
    ]


@pytest.mark.one_database
def test_a_database_is_told_by_its_address():
    made = database("postgresql://ada:p%40ss@db.example:5433/house", mode="serve")
    assert (made["USER"], made["PASSWORD"], made["HOST"], made["PORT"], made["NAME"]) == (
        "ada",
        "p@ss",
        "db.example",
        "5433",
        "house",
    )
    assert str(database("/var/lib/a.sqlite3", mode="serve")["NAME"]) == "/var/lib/a.sqlite3"


def call(*words, **environment):
    """Run a verb in a process of its own, as an operator does."""
    return subprocess.run(
        [sys.executable, "-m", "answerable.project.cli", *words],
        cwd=ROOT,
        env={**os.environ, "ANSWERABLE_DATA": str(settings.DATA), "STORYSTREAM_PLAIN": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """An installation on SQLite in a folder of its own, set up by its own verb."""
    folder = tmp_path_factory.mktemp("house")
    own = {"ANSWERABLE_DATA": str(folder), "ANSWERABLE_MODE": "serve", "ANSWERABLE_DATABASE_URL": ""}
    assert call("setup", **own).returncode == 0
    return own


@pytest.mark.one_database
def test_a_house_is_restored_into_an_empty_folder_and_moves_to_another_file_once(house, tmp_path):
    archive = call("backup", **house).stdout.splitlines()[0]
    empty = {**house, "ANSWERABLE_DATA": str(tmp_path / "empty")}
    back = call("restore", archive, **empty)
    assert back.returncode == 0, back.stderr
    assert "Restored what was kept" in back.stdout
    secrets = [Path(one["ANSWERABLE_DATA"], "secret").read_text() for one in (house, empty)]
    assert secrets[0] == secrets[1]
    moved = call("move", "--to", str(tmp_path / "other.sqlite3"), **empty)
    assert moved.returncode == 0, moved.stderr
    assert "every one equal" in moved.stdout
    again = call("move", "--to", str(tmp_path / "other.sqlite3"), **empty)
    assert again.returncode == 1
    assert "empty database" in again.stderr


@pytest.mark.one_database
def test_an_upgrade_tries_on_a_copy_backs_up_and_then_takes_the_steps(house):
    back = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "answers", "0001", "-v0"],
        cwd=ROOT,
        env={**os.environ, **house, "DJANGO_SETTINGS_MODULE": "answerable.project.settings"},
        check=False,
    )
    assert back.returncode == 0
    done = call("upgrade", **house)
    assert done.returncode == 0, done.stderr
    places = [
        done.stderr.index(said) for said in ("steps wait", "Went through on a copy", "Backed up to", "Done")
    ]
    assert places == sorted(places)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="this run is on SQLite")
def test_a_house_moves_from_postgresql_to_sqlite_and_every_row_is_equal(kept, lived, tmp_path):
    own = connection.settings_dict
    address = f"postgresql://{own['USER']}:{own['PASSWORD']}@/{own['NAME']}?host={own['HOST']}"
    moved = call("move", "--to", str(tmp_path / "there.sqlite3"), ANSWERABLE_DATABASE_URL=address)
    assert moved.returncode == 0, moved.stderr
    assert "every one equal" in moved.stdout
    assert "trail_entry: 2 rows" in moved.stderr


@pytest.mark.skipif(connection.vendor != "sqlite", reason="this run is on PostgreSQL")
def test_a_database_about_to_be_changed_is_backed_up_first(kept, lived, monkeypatch):
    told = []
    installation.back_up_before(told.append)
    assert told == []
    with transaction.atomic():
        record("test.turn", "page:9", by=MACHINE, at=NOON)
    monkeypatch.setattr(installation, "pending", lambda: ["answers 9999_more"])
    installation.back_up_before(told.append)
    assert len(list(settings.BACKUPS.glob("*.gz"))) == 1
