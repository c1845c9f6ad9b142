"""The share of failed tries, as inspectors count it: at least 20 tries a day for a week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from answerable.response.channel_health.rules.metrics import TRIES_A_DAY, TRY_DAYS

#: Answers of a server that mean "not to machines": the site stands, we just may not judge it.
NOT_FOR_MACHINES = frozenset({401, 403, 405, 406, 412, 429})


def is_good(status: int) -> bool:
    """Say whether a site answered: anything but "not found" and a fault of the server."""
    return status < 400 or status in NOT_FOR_MACHINES


@dataclass(frozen=True, slots=True)
class Reach:
    """Tries of a week; `percent` is None before there were enough of them to say."""

    tries: int
    failed: int
    days: int

    @property
    def percent(self) -> float | None:
        """The share that failed."""
        if self.days < TRY_DAYS or not self.tries:
            return None
        return round(100 * self.failed / self.tries, 2)


def reach(by_day: Mapping[date, tuple[int, int]], days: Iterable[date]) -> Reach:
    """Add up tries and failures; only days with enough tries count as days."""
    wanted = [by_day.get(day, (0, 0)) for day in days]
    whole_days = sum(1 for tries, _failed in wanted if tries >= TRIES_A_DAY)
    return Reach(sum(tries for tries, _ in wanted), sum(failed for _, failed in wanted), whole_days)
