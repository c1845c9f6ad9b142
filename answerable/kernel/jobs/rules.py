"""When a job is tried again, when a worker counts as dead, which slot of a schedule is due."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

#: A worker beats every BEAT; silent for SILENT it counts as dead. 6 beats leave room for a busy machine.
BEAT = timedelta(seconds=5)
SILENT = timedelta(seconds=30)
#: After so many starts a job is failed and waits for a person.
MOST_ATTEMPTS = 5
FIRST_RETRY = timedelta(seconds=15)
LONGEST_RETRY = timedelta(hours=1)


def retry_after(attempts: int) -> timedelta:
    """Wait longer after each failed attempt: 15 s, 1 min, 4 min, 16 min, then an hour."""
    factor: int = 4 ** max(attempts - 1, 0)
    return min(FIRST_RETRY * factor, LONGEST_RETRY)


@dataclass(frozen=True, slots=True)
class Every:
    """A schedule: a task by its dotted path, begun once in each slot of `seconds`."""

    name: str
    task_path: str
    seconds: int


def slot_of(schedule: Every, *, at: datetime) -> datetime:
    """Give the start of the slot that `at` lies in. Slots missed while nobody ran are not made up for."""
    stamp = int(at.timestamp())
    return datetime.fromtimestamp(stamp - stamp % schedule.seconds, UTC)
