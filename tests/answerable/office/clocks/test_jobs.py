"""The job climbs at the present moment."""

from answerable.kernel import clock as kernel_clock
from answerable.office.clocks import jobs
from answerable.office.clocks.models import Clock
from tests.answerable.office.clocks.makers import DAY, make_clock


def test_the_job_marks_what_has_run_out_by_now(office) -> None:
    clock = make_clock(office, at=kernel_clock.now() - 60 * DAY)
    jobs.climb.call()
    assert Clock.objects.get(pk=clock.pk).breached_at is not None
    assert clock.steps.filter(state="sent").count() == 2
