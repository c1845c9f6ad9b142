"""What a backup says of itself, which ones stay, what a published head proves."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from answerable.kernel.errors import Anticipated
from answerable.office.operations.rules import heads, manifest
from answerable.office.operations.rules.heads import Statement
from answerable.office.operations.rules.keeping import to_keep
from answerable.office.operations.rules.manifest import BrokenBackup, Kept, Look, Manifest
from answerable.office.operations.rules.standing import Tone, age_tone, is_hole

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FILE = Kept(3, "aa")


def make_manifest(**changes):
    said = {
        "made_at": NOON.isoformat(),
        "product": "0.1.0",
        "engine": "sqlite",
        "engine_version": "3.53.4",
        "schema": ("trail 0001_initial",),
        "rows": {"trail_entry": 2},
        "entries": 2,
        "head": "h",
        "files": {"database": FILE},
    }
    return Manifest(**{**said, **changes})


def test_a_manifest_is_read_as_it_was_written():
    assert manifest.read(manifest.write(make_manifest())) == make_manifest()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"format": 1}', b'{"format": "x"}'])
def test_what_is_no_manifest_is_refused_with_a_sentence(content):
    with pytest.raises(BrokenBackup, match="not a backup"):
        manifest.read(content)


def test_a_manifest_of_a_newer_shape_is_refused():
    with pytest.raises(BrokenBackup, match="newer"):
        manifest.read(manifest.write(make_manifest(format=2)))


def test_every_missing_added_and_changed_file_is_named():
    whole = make_manifest(files={"database": FILE, "secret": FILE})
    found = {"database": Kept(3, "bb"), "files/x": FILE}
    assert manifest.faults(whole, found) == (
        "database: was changed",
        "files/x: is not in the list",
        "secret: is missing",
    )


def test_a_restored_database_is_held_against_what_was_kept():
    kept = make_manifest()
    assert manifest.differences(kept, Look({"trail_entry": 2}, 2, "h")) == ()
    assert manifest.differences(kept, Look({"trail_entry": 1}, 1, "g", ("broken",))) == (
        "broken",
        "trail_entry: 1 rows, 2 were kept",
        "the trail ends elsewhere",
    )


def test_steps_of_a_newer_version_are_named_and_those_of_other_programs_are_not():
    newer = make_manifest(schema=("trail 0001_initial", "trail 0002_more", "plugin 0001_initial"))
    assert manifest.unknown_steps(newer, ["trail 0001_initial"]) == ("trail 0002_more",)


def test_a_year_of_daily_backups_leaves_days_weeks_and_months():
    made = [NOON - timedelta(days=number) for number in range(400)]
    kept = to_keep(made)
    assert NOON in kept
    assert {NOON - timedelta(days=number) for number in range(7)} <= kept
    assert 7 + 12 <= len(kept) <= 7 + 5 + 12
    assert len({(one.year, one.month) for one in kept}) == 12


def test_of_several_backups_a_day_the_newest_stays():
    assert to_keep([NOON, NOON + timedelta(hours=1)]) == {NOON + timedelta(hours=1)}


def test_a_signed_head_is_good_and_any_change_of_it_is_not():
    said = heads.sign(Statement(NOON.isoformat(), 7, "a" * 64), Ed25519PrivateKey.generate())
    assert heads.is_signed(heads.read(heads.line(said)))
    other = heads.sign(Statement(NOON.isoformat(), 8, "a" * 64), Ed25519PrivateKey.generate())
    for changed in (
        Statement(said.at, 8, said.head, said.key, said.signature),
        Statement(said.at, 7, "b" * 64, said.key, said.signature),
        Statement(said.at, 7, said.head, other.key, said.signature),
        Statement(said.at, 7, said.head, said.key, "!"),
    ):
        assert not heads.is_signed(changed)


def test_a_bare_hash_is_a_head_and_other_words_are_not():
    assert heads.read("c" * 64 + "\n") == Statement("", 0, "c" * 64)
    with pytest.raises(Anticipated, match="64 letters"):
        heads.read("yesterday")


@pytest.mark.parametrize(("minutes", "hole"), [(1, False), (4, False), (5, True), (600, True), (-60, False)])
def test_a_hole_between_two_notes_is_a_standstill_and_a_clock_set_back_is_none(minutes, hole):
    assert is_hole(NOON, at=NOON + timedelta(minutes=minutes)) is hole
    assert not is_hole(None, at=NOON)


def test_what_never_happened_is_late():
    late = timedelta(days=1)
    assert [age_tone(NOON - late * days, late, at=NOON) for days in (0.5, 1.5, 2.5)] == [
        Tone.OK,
        Tone.SOON,
        Tone.LATE,
    ]
    assert age_tone(None, late, at=NOON) is Tone.LATE
