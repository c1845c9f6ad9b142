"""Two schedulers that really run at the same time send nothing twice."""

import threading

import pytest
from django.db import connection

from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions
from answerable.office.clocks.models import Clock, LadderStep
from answerable.office.notices.models import Notice
from tests.answerable.office.clocks.makers import DAY, make_clock, make_office
from tests.answerable.office.people.makers import NOON

CLOCKS = 12


@pytest.mark.django_db(transaction=True)
def test_both_climb_and_every_rung_is_sent_once() -> None:
    office = make_office()
    for number in range(CLOCKS):
        make_clock(office, subject=f"letter:{number}")
    start, done, fell = threading.Barrier(2), [], []

    def run() -> None:
        try:
            start.wait()
            done.append(actions.climb(by=MACHINE, at=NOON + 90 * DAY))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must say so
            fell.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _scheduler in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert fell == []
    # of each ladder the urge notice and the finding are sent; the reminder gave way to them
    assert sum(one.sent for one in done) == 2 * CLOCKS
    assert sum(one.breached for one in done) == CLOCKS
    assert LadderStep.objects.filter(state="sent").count() == 2 * CLOCKS
    assert Notice.objects.filter(key__startswith="rung:").values("key").distinct().count() == 2 * CLOCKS
    assert Clock.objects.exclude(breached_at=None).count() == CLOCKS
