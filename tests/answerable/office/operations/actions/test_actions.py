"""A backup is made, tried, put back; heads are published; standstills are noted; jobs that gave up are owned."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail import queries as trail
from answerable.kernel.trail.models import Entry
from answerable.office.operations import actions, jobs
from answerable.office.operations.kinds import archive, engine_of
from answerable.office.operations.models import Backup, Drill, Head, Standstill
from answerable.office.operations.rules import heads
from tests.answerable.office.operations.makers import NOON

KEEPER = Actor(kind="person", name="Kim", abilities=frozenset({"system.keep"}))
READER = Actor(kind="person", name="Rae")


def test_a_backup_holds_database_files_and_secrets_and_restores_on_trial(kept, lived):
    made = actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON)
    assert set(made.manifest.files) == {"database", "files/a.txt", "secret"}
    assert made.path.stat().st_mode & 0o077 == 0
    assert archive.verify(made.path) == made.manifest
    assert Backup.objects.get().entries == made.manifest.entries > 0
    held = actions.drill(made.path, by=KEEPER, at=NOON)
    assert (held.fault, held.passed, held.rows) == ("", True, sum(made.manifest.rows.values()))


def test_a_backup_that_does_not_restore_is_told_and_kept_as_a_failed_drill(kept, lived):
    made = actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON)
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[: len(whole) // 2])
    held = actions.drill(made.path, by=KEEPER, at=NOON)
    assert not held.passed
    assert "cannot be read to its end" in Drill.objects.get().fault


def test_a_backup_that_fails_is_a_row_that_says_why(kept, lived, monkeypatch):
    (kept / "backups").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="backups"):
        actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON)
    assert "backups" in Backup.objects.get().fault


def test_only_whoever_keeps_the_system_backs_up(kept, lived):
    with pytest.raises(NotAllowed):
        actions.back_up(settings.BACKUPS, by=READER, at=NOON)


def test_old_backups_are_removed_by_the_rule_of_keeping(kept, lived):
    for day in range(10):
        actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON + timedelta(days=day))
    assert actions.prune(settings.BACKUPS, by=KEEPER, at=NOON + timedelta(days=10)) > 0
    there = {path.name for path in settings.BACKUPS.glob("*.gz")}
    assert there == set(Backup.objects.filter(removed_at=None).values_list("name", flat=True))
    assert len(there) >= 7


def place_for(folder, known=("trail 0001_initial",)):
    engine = engine_of({"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "answerable.sqlite3")})
    secrets = {"secret": folder / "secret", "trail.key": folder / "trail.key"}
    return actions.Place(engine, folder, folder / "files", secrets, known)


@pytest.mark.one_database
def test_a_backup_is_put_back_elsewhere_with_files_and_secret(kept, lived):
    made = actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON)
    place = place_for(kept / "other")
    actions.restore(made.path, place, replace=False, at=NOON)
    assert place.engine.look().rows == made.manifest.rows
    assert (kept / "other/secret").read_text() == "kept with it"
    assert (kept / "other/files/a.txt").read_text() == "附件"


@pytest.mark.one_database
def test_a_living_database_is_replaced_only_on_demand_and_put_aside(kept, lived):
    made = actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON)
    place = place_for(kept / "other")
    actions.restore(made.path, place, replace=False, at=NOON)
    (kept / "other/files/b.txt").write_text("later")
    with pytest.raises(Anticipated, match="--replace"):
        actions.restore(made.path, place, replace=False, at=NOON)
    actions.restore(made.path, place, replace=True, at=NOON + timedelta(hours=1))
    aside = next((kept / "other").glob("before-restore-*1300*"))
    assert {path.name for path in aside.iterdir()} == {"database", "files", "secret"}
    assert not (kept / "other/files/b.txt").exists()


@pytest.mark.one_database
def test_a_backup_of_a_newer_version_is_refused_before_anything_is_touched(kept, lived):
    made = actions.back_up(settings.BACKUPS, by=KEEPER, at=NOON)
    known = tuple(step for step in made.manifest.schema if not step.startswith("operations"))
    with pytest.raises(Anticipated, match="newer Answerable"):
        actions.restore(
            made.path, place_for(kept / "other", (*known, "operations 0000_before")), replace=False, at=NOON
        )
    assert not (kept / "other").exists()


def test_a_head_is_signed_kept_as_a_row_and_written_outside(kept, lived):
    key = actions.signing_key(settings.SECRETS["trail.key"])
    assert settings.SECRETS["trail.key"].stat().st_mode & 0o077 == 0
    said = actions.publish_head(key, settings.HEADS, by=MACHINE, at=NOON)
    assert heads.is_signed(said)
    assert (said.entries, said.head) == trail.end()
    again = actions.publish_head(
        actions.signing_key(settings.SECRETS["trail.key"]), settings.HEADS, by=MACHINE, at=NOON
    )
    lines = (settings.HEADS / "heads.jsonl").read_text().splitlines()
    assert [heads.read(line) for line in lines] == [said, again]
    assert Head.objects.count() == 2
    assert trail.verify([(said.entries, said.head), (again.entries, again.head)]).bad_row is None


def test_what_happened_after_a_head_does_not_break_it_and_a_cut_tail_does(kept, lived):
    key = actions.signing_key(settings.SECRETS["trail.key"])
    said = actions.publish_head(key, settings.HEADS, by=MACHINE, at=NOON)
    actions.publish_head(key, settings.HEADS, by=MACHINE, at=NOON)
    assert trail.verify([(said.entries, said.head)]).bad_row is None
    Entry.objects.order_by("-id").first().delete()
    Entry.objects.order_by("-id").first().delete()
    assert trail.verify().bad_row is None
    assert trail.verify([(said.entries, said.head)]).reason.startswith("the trail is shorter")


@pytest.mark.django_db
def test_a_hole_between_two_pulses_is_kept_once_as_a_standstill():
    for minutes, hole in ((0, None), (1, None), (31, 30), (32, None)):
        found = actions.note_pulse("worker", by=MACHINE, at=NOON + timedelta(minutes=minutes))
        assert found == (timedelta(minutes=hole) if hole else None)
    kept = Standstill.objects.get()
    assert (kept.began_at, kept.ended_at) == (NOON + timedelta(minutes=1), NOON + timedelta(minutes=31))


@pytest.mark.django_db
def test_a_clock_set_back_is_no_standstill_and_does_not_take_the_pulse_back():
    actions.note_pulse("worker", by=MACHINE, at=NOON)
    assert actions.note_pulse("worker", by=MACHINE, at=NOON - timedelta(hours=1)) is None
    assert actions.note_pulse("worker", by=MACHINE, at=NOON + timedelta(minutes=1)) is None
    assert not Standstill.objects.exists()


@pytest.fixture
def gave_up(db):
    job = jobs.note_pulse.enqueue()
    DBTaskResult.objects.filter(pk=job.id).update(
        status=TaskResultStatus.FAILED, finished_at=NOON, traceback="x\nValueError: y"
    )
    return str(job.id)


def test_a_job_that_gave_up_is_tried_again_once(gave_up):
    actions.retry_job(gave_up, by=KEEPER, at=NOON)
    assert DBTaskResult.objects.get(pk=gave_up).status == TaskResultStatus.READY
    with pytest.raises(Moved):
        actions.retry_job(gave_up, by=KEEPER, at=NOON)


def test_a_job_that_gave_up_is_dismissed_with_a_reason_in_the_trail(gave_up):
    actions.dismiss_job(gave_up, "the source is gone", by=KEEPER, at=NOON)
    assert not DBTaskResult.objects.filter(pk=gave_up).exists()
    assert "the source is gone" in str(trail.entries_of(f"job:{gave_up}")[0].payload)
    with pytest.raises(NotAllowed):
        actions.retry_job(gave_up, by=READER, at=NOON)


@pytest.mark.one_database
def test_everything_moves_to_another_database_and_arrives_equal(kept, lived):
    from answerable.office.operations.actions import moving  # noqa: PLC0415 - the module is the subject

    here = {model._meta.db_table: moving.digest(model, "default") for model in moving.tables()}
    assert sum(rows for rows, _digest in here.values()) > 0
    order = [model._meta.db_table for model in moving.tables()]
    assert order.index("trail_entry") < order.index("trail_payload")
    assert connection.vendor == "sqlite"
