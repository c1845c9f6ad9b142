"""Archives are whole or refused; a database is copied while others write, and a flipped bit is always seen."""

import io
import random
import shutil
import sqlite3
import tarfile
import threading
from contextlib import closing
from datetime import UTC, datetime

import pytest

from answerable.office.operations.kinds import archive, engine_of
from answerable.office.operations.kinds.sqlite import Sqlite
from answerable.office.operations.rules.manifest import BrokenBackup, Manifest

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    """A small database with a trail, a text index and texts that compress badly."""
    path = tmp_path / "house.sqlite3"
    rng = random.Random(7)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE trail_entry (id integer primary key, hash text)")
        database.execute("CREATE TABLE words (id integer primary key, said text)")
        database.execute(
            "CREATE VIRTUAL TABLE words_text USING fts5(grams, content='', contentless_delete=1)"
        )
        rows = [(number, f"{rng.getrandbits(256):x}") for number in range(1, 201)]
        database.executemany("INSERT INTO trail_entry VALUES (?, ?)", rows)
        database.executemany("INSERT INTO words VALUES (?, ?)", rows)
        database.executemany("INSERT INTO words_text (rowid, grams) VALUES (?, ?)", rows)
        database.commit()
    return Sqlite(path)


def make_archive(place, folder):
    copy = folder / "database"
    look = place.copy(copy)
    bare = Manifest(NOON.isoformat(), "0.1.0", "sqlite", "3", (), look.rows, look.entries, look.head, {})
    files = folder / "files" / "a"
    files.mkdir(parents=True)
    (files / "报告.txt").write_text("水质", encoding="utf-8")
    parts = [
        ("database", copy),
        *((f"files/{name}", path) for name, path in archive.files_below(folder / "files")),
    ]
    return archive.write(folder / "b.tar.gz", bare, parts), folder / "b.tar.gz"


def test_the_engine_is_told_from_the_settings(tmp_path):
    made = engine_of({"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "x")})
    assert (made.name, made.is_empty()) == ("sqlite", True)


def test_a_copy_taken_while_others_write_is_sound_and_one_moment(place, tmp_path):
    stop = threading.Event()

    def write():
        with closing(sqlite3.connect(place.path, timeout=30)) as database:
            while not stop.is_set():
                with database:
                    database.execute("INSERT INTO words (said) VALUES ('x')")
                    database.execute("INSERT INTO trail_entry (hash) VALUES ('x')")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        looks = [place.copy(tmp_path / f"copy{number}") for number in range(15)]
    finally:
        stop.set()
        writer.join()
    assert all(look.faults == () for look in looks)
    assert all(look.rows["words"] == look.rows["trail_entry"] == look.entries for look in looks)
    assert looks[-1].entries > looks[0].entries


def test_a_look_counts_tables_and_leaves_the_text_index_out(place):
    look = place.look()
    assert dict(look.rows) == {"trail_entry": 200, "words": 200}
    assert look.faults == ()


def test_what_is_put_back_is_what_was_kept(place, tmp_path):
    kept, path = make_archive(place, tmp_path)
    assert archive.verify(path) == kept
    parts = archive.unpack(path, tmp_path / "out")
    assert parts["files/a/报告.txt"].read_text(encoding="utf-8") == "水质"
    other = Sqlite(tmp_path / "other.sqlite3")
    other.put_back(parts["database"])
    assert other.look() == place.look()


def test_every_flipped_bit_of_an_archive_is_seen(place, tmp_path):
    kept, path = make_archive(place, tmp_path)
    whole = path.read_bytes()
    rng = random.Random(20261123)
    unseen, seen = 0, 0
    for _ in range(400):
        spot = rng.randrange(len(whole) * 8)
        changed = bytearray(whole)
        changed[spot // 8] ^= 1 << spot % 8
        path.write_bytes(changed)
        try:
            found = archive.verify(path)
            # A flip may unpack to the very same bytes (a repeat of zeros told another way): then nothing changed.
            unseen += found != kept
        except BrokenBackup:
            seen += 1
    assert unseen == 0
    assert seen > 350


def test_the_engines_own_check_misses_what_the_hashes_see(place, tmp_path):
    copy = tmp_path / "copy"
    place.copy(copy)
    text = copy.read_bytes()
    with closing(sqlite3.connect(copy)) as database:
        said = database.execute("SELECT said FROM words WHERE id = 9").fetchone()[0].encode()
    spot = text.index(said)
    copy.write_bytes(text[:spot] + bytes([text[spot] ^ 1]) + text[spot + 1 :])
    assert Sqlite(copy).look().faults == ()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
def test_an_archive_that_was_cut_short_is_refused(place, tmp_path, share):
    _kept, path = make_archive(place, tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BrokenBackup):
        archive.verify(path)


@pytest.mark.parametrize("name", ["../outside", "/etc/outside"])
def test_an_archive_cannot_write_outside_its_folder(tmp_path, name):
    hostile = tmp_path / "hostile.tar.gz"
    with tarfile.open(hostile, "w:gz") as made:
        entry = tarfile.TarInfo(name)
        entry.size = 1
        made.addfile(entry, io.BytesIO(b"x"))
    with pytest.raises(BrokenBackup):
        archive.verify(hostile)
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    assert archive.unpack(hostile, tmp_path / "out") == {}


def test_a_link_in_an_archive_is_refused(tmp_path):
    hostile = tmp_path / "hostile.tar.gz"
    with tarfile.open(hostile, "w:gz") as made:
        entry = tarfile.TarInfo("secret")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(entry)
    with pytest.raises(BrokenBackup, match="plain file"):
        archive.verify(hostile)
