"""How the system stands, and what was kept and tried."""

from datetime import timedelta

import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed
from answerable.kernel.jobs.models import Heartbeat
from answerable.office.operations import queries
from answerable.office.operations.models import Backup, Drill, Standstill
from answerable.office.operations.queries import kept
from answerable.office.operations.rules.standing import Tone
from tests.answerable.office.operations.makers import NOON

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def tones(*, at=NOON):
    return {part.key: part.tone for part in queries.state(at=at).parts}


def test_a_house_without_a_worker_or_a_backup_says_so_with_a_next_step():
    found = queries.state(at=NOON)
    assert found.worst is Tone.LATE
    steps = {part.key: part.next_step for part in found.parts}
    assert "answerable-worker" in steps["workers"]
    assert "answerable backup" in steps["backup"]


def test_one_beating_worker_is_at_work_and_one_that_fell_silent_is_not():
    Heartbeat.objects.create(worker="w1", started_at=NOON - HOUR, beaten_at=NOON - timedelta(seconds=5))
    assert tones()["workers"] is Tone.OK
    assert tones(at=NOON + HOUR)["workers"] is Tone.LATE


def test_a_fresh_backup_is_in_order_and_an_old_one_is_not():
    Backup.objects.create(name="b1", made_at=NOON - HOUR, size=1, rows=2, seconds=0.1, fault="")
    assert tones()["backup"] is Tone.OK
    assert tones(at=NOON + timedelta(days=30))["backup"] is not Tone.OK
    assert kept.newest_backup() == "b1"
    assert kept.backup_to_try(at=NOON) == "b1"


def test_a_failed_drill_is_late_and_no_second_one_is_due_within_the_week():
    Drill.objects.create(held_at=NOON, backup="b1", passed=False, rows=0, seconds=0.1, fault="torn")
    assert tones()["drill"] is Tone.LATE
    assert kept.backup_to_try(at=NOON + HOUR) == ""


def test_standstills_are_those_that_touch_the_span():
    Standstill.objects.create(part="worker", began_at=NOON, ended_at=NOON + 2 * HOUR)
    assert [one.length for one in kept.standstills(NOON + HOUR, NOON + 3 * HOUR)] == [2 * HOUR]
    assert kept.standstills(NOON + 2 * HOUR, NOON + 3 * HOUR) == ()
    assert kept.standstills(NOON, NOON + HOUR, part="web") == ()


def test_lists_of_the_system_are_for_its_keeper():
    for look in (kept.backups, kept.drills, queries.failed_jobs):
        with pytest.raises(NotAllowed):
            look(NOBODY)
        assert look(MACHINE) == ()
    assert queries.answers()
