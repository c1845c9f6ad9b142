"""The watches look around by themselves."""

import time_machine

from answerable.project.schedule import SCHEDULE
from answerable.response.foresight.jobs import look_all, look_around
from answerable.response.foresight.models import Watch
from tests.answerable.response.foresight.makers import DAY, NOON, released, row_of


def test_the_job_is_on_the_schedule_and_ends_what_is_over(cast) -> None:
    assert "answerable.response.foresight.jobs.look_around" in [row.task_path for row in SCHEDULE]
    release = released(cast, at=NOON)
    with time_machine.travel(NOON + 8 * DAY, tick=False):
        look_around.func()
    assert row_of(release).state == "over"
    assert Watch.objects.get().looked_at == NOON + 8 * DAY


def test_without_watches_there_is_nothing_to_do(db) -> None:
    assert look_all(at=NOON) == 0
