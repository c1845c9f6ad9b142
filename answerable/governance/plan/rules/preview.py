"""The months ahead under a plan: every run of every duty, with its derivation, for every unit that owes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from answerable.governance.plan.rules.document import Duty, PlanDocument
from answerable.governance.plan.rules.recurring import Run, occurrences
from answerable.office.clocks.rules.calendars import WorkCalendar

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DutyAhead:
    """A duty, its runs, and the units in which it is owed."""

    duty: Duty
    runs: tuple[Run, ...]
    units: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies ahead. A run is worked out once and owed in every unit alike, so that 200 units cost as one."""

    begin: date
    end: date
    zone: str
    duties: tuple[DutyAhead, ...]

    @property
    def months(self) -> tuple[Month, ...]:
        """The months from the first to the last, in order."""
        found, year, month = [], self.begin.year, self.begin.month
        while date(year, month, 1) < self.end:
            found.append((year, month))
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        return tuple(found)

    def rows(self, *, post: str = "", unit: str = "") -> Iterator[tuple[DutyAhead, str, Run]]:
        """Give every run with its unit, by due date within each duty; narrowed to a post or a unit."""
        for ahead in self.duties:
            if post and ahead.duty.owner != post:
                continue
            for one in ahead.units:
                if unit and one != unit:
                    continue
                for run in ahead.runs:
                    yield ahead, one, run

    def load(self, *, unit: str = "") -> dict[str, dict[Month, int]]:
        """Count the runs due in each month for each post, over all units or in one."""
        found: dict[str, dict[Month, int]] = {}
        for ahead in self.duties:
            times = len(ahead.units) if not unit else int(unit in ahead.units)
            months = found.setdefault(ahead.duty.owner, dict.fromkeys(self.months, 0))
            for run in ahead.runs:
                month = self.month_of(run.due)
                months[month] = months.get(month, 0) + times
        return found

    def total(self) -> int:
        """Count all runs in all units."""
        return sum(len(ahead.runs) * len(ahead.units) for ahead in self.duties)

    def month_of(self, due: datetime) -> Month:
        """Give the month in which a due time lies, where the body is."""
        local = self.local(due)
        return (local.year, local.month)

    def local(self, due: datetime) -> datetime:
        """Give a due time where the body is."""
        return due.astimezone(ZoneInfo(self.zone))


def look_ahead(
    document: PlanDocument,
    calendar: WorkCalendar,
    units: Mapping[str, tuple[str, ...]],
    begin: date,
    end: date,
) -> Ahead:
    """Work out what a plan asks for between two days. `units` names the units in which each post is found."""
    duties = []
    for duty in document.duties.values():
        owed_in = units.get(duty.owner, ())
        try:
            runs = occurrences(duty, calendar, begin, end)
        except ValueError as fault:
            duties.append(DutyAhead(duty, (), owed_in, str(fault)))
            continue
        duties.append(DutyAhead(duty, runs, owed_in))
    return Ahead(begin, end, calendar.zone, tuple(duties))
