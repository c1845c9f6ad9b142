"""What the room does by itself does what its actions do."""

from datetime import timedelta

import pytest
from django.conf import settings

from answerable.kernel import clock
from answerable.kernel.trail.models import Entry, Payload
from answerable.office.operations import jobs, queries
from answerable.office.operations.models import Backup, Drill, Head, Pulse


def test_a_day_of_the_system_leaves_a_backup_a_drill_and_a_head(kept, lived):
    assert jobs.hold_drill.func() is False
    name = jobs.back_up.func()
    assert (settings.BACKUPS / name).exists()
    assert queries.newest_backup() == name
    assert jobs.hold_drill.func() is True
    assert jobs.hold_drill.func() is False
    assert Drill.objects.count() == 1
    assert jobs.publish_head.func() == Head.objects.get().entries
    assert Backup.objects.get().fault == ""


@pytest.mark.django_db
def test_the_pulse_is_noted():
    assert jobs.note_pulse.func() == 0
    assert Pulse.objects.get().part == "worker"


def test_texts_of_the_trail_go_after_their_term_and_the_chain_stays(kept, lived):
    Entry.objects.update(at=clock.now() - timedelta(days=2000))
    assert jobs.forget_old_payloads.func() == 2
    assert Payload.objects.count() == 1
