"""Retries wait longer each time; a schedule has one slot at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from answerable.kernel.jobs.rules import LONGEST_RETRY, Every, retry_after, slot_of

HOURLY = Every("hourly", "x.y", 3600)


def test_a_retry_waits_longer_each_time_up_to_an_hour():
    waits = [retry_after(attempt) for attempt in range(1, 9)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(seconds=15)
    assert waits[-1] == LONGEST_RETRY


@pytest.mark.parametrize(("minute", "second"), [(0, 0), (20, 5), (59, 59)])
def test_every_moment_of_a_slot_gives_the_same_slot(minute, second):
    assert slot_of(HOURLY, at=datetime(2026, 3, 2, 12, minute, second, tzinfo=UTC)) == datetime(
        2026, 3, 2, 12, tzinfo=UTC
    )
