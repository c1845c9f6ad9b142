"""D6: single bits of a backup turn over in silence: `verify` finds every one that changes what would be restored.

Two places are struck: the archive as it lies on the disk, and a file inside it, which was struck before the archive
was packed anew around it. The control asks the engine alone, as many a house does.
"""

import gzip
import io
import random
import sqlite3
import tarfile
import zlib
from contextlib import closing

import pytest
from django.db import connection

from answerable.kernel.actor import MACHINE
from answerable.office.operations import actions
from answerable.office.operations.kinds import archive
from answerable.office.operations.rules.manifest import DATABASE, MANIFEST, BrokenBackup
from tests.answerable.listening.sources.makers import make_item
from tests.answerable.office.operations.conftest import kept, lived
from tests.answerable.office.operations.makers import NOON
from tests.battery.conftest import FULL

__all__ = ["kept", "lived"]
pytestmark = pytest.mark.django_db(transaction=True)
FLIPS = 400 if FULL else 120
ITEMS = 900


@pytest.fixture
def backup(kept, lived, settings):
    """A backup of a house with some hundred texts that differ, so that a flip mostly hits words."""
    chance = random.Random(20_261_123)
    for number in range(ITEMS):
        words = " ".join(f"{chance.getrandbits(40):x}" for _word in range(120))
        make_item(title=f"Matter {number}", text=words)
    return actions.back_up(settings.BACKUPS, by=MACHINE, at=NOON).path


def flipped(content, chance):
    """The same bytes but for one bit."""
    spot = chance.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[spot // 8] ^= 1 << spot % 8
    return bytes(changed)


def parts(path):
    """What an archive holds, read by the library alone: {name: bytes}; None where it cannot be read."""
    try:
        with tarfile.open(path, "r:gz") as read:
            return {entry.name: read.extractfile(entry).read() for entry in read}
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, AttributeError):
        return None


def packed(held):
    """An archive around these parts whose own sums are all right."""
    out = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1, mtime=0) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w") as made,
    ):
        for name, content in held.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            made.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def is_found(path):
    """Whether our check says that a backup is not as it was made."""
    try:
        archive.verify(path)
    except BrokenBackup:
        return True
    return False


def test_a_bit_of_the_archive_that_turned_over_is_found(backup, tally):
    chance, whole, struck = random.Random(1), backup.read_bytes(), backup.with_name("struck.tar.gz")
    held, changing, missed = parts(backup), 0, 0
    for _flip in range(FLIPS):
        struck.write_bytes(flipped(whole, chance))
        # A bit of the header that says which machine packed it changes nothing that is restored.
        if parts(struck) != held:
            changing += 1
            missed += not is_found(struck)
    assert missed == 0
    assert changing > FLIPS * 0.9
    tally(cases=FLIPS, faults=changing, lost=missed)


def test_a_bit_of_any_kept_file_that_turned_over_before_packing_is_found(backup, tally):
    chance, held = random.Random(2), parts(backup)
    struck = backup.with_name("struck.tar.gz")
    small = {name: content if name != DATABASE else content[: 1 << 17] for name, content in held.items()}
    names = [name for name in held if name != MANIFEST]
    assert len(names) >= 3
    struck.write_bytes(packed(held))
    assert not is_found(struck), "the packing alone is not a fault"
    missed = 0
    for number in range(FLIPS // 4):
        name = names[number % len(names)]
        struck.write_bytes(
            packed({**held, name: flipped(small[name], chance) + held[name][len(small[name]) :]})
        )
        missed += not is_found(struck)
    assert missed == 0
    tally(cases=FLIPS // 4, faults=FLIPS // 4, lost=missed)


def rows(path):
    """Every row of every table, and what the engine's own check says; None where the engine gives up."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            database.text_factory = bytes
            told = [bytes(row[0]) for row in database.execute("PRAGMA integrity_check")]
            names = [
                row[0].decode()
                for row in database.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
                )
            ]
            held = {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    return held, told


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the control asks SQLite's own check")
def test_the_control_that_asks_the_engine_alone_misses_most(backup, tally):
    chance, content = random.Random(3), parts(backup)[DATABASE]
    place = backup.with_name("alone.sqlite3")
    place.write_bytes(content)
    before, said = rows(place)
    assert said == [b"ok"]
    noticed = unnoticed = 0
    for _flip in range(FLIPS):
        place.write_bytes(flipped(content, chance))
        found = rows(place)
        if found is None or found[1] != [b"ok"]:
            noticed += 1
        elif found[0] != before:
            unnoticed += 1
    assert unnoticed > noticed
    assert unnoticed > FLIPS // 4
    tally(cases=FLIPS, faults=noticed + unnoticed, control=True)
