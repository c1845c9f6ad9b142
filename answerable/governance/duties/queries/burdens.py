"""What people call a burden: counts by month, with remarks that name nobody."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from answerable.governance.duties.models import BurdenCount, BurdenRemark
from answerable.kernel.actor import Actor
from answerable.office.people.queries import day_of

#: Months side by side: a year.
MONTHS = 12
#: Remarks of one month are shown once there are so many voices that a remark cannot be told to be the only one's
#: (minimum cell of 5, as common table suppression has it).
FEWEST = 5


@dataclass(frozen=True, slots=True)
class BurdenRow:
    """One demanded thing: how often it was called a burden in each of the last twelve months."""

    thing: str
    name_en: str
    name_zh: str
    total: int
    months: tuple[int, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Burdens:
    """The page: the months and the rows, the heaviest first."""

    months: tuple[date, ...]
    rows: tuple[BurdenRow, ...]


def burdens(actor: Actor, *, at: datetime) -> Burdens:
    """Show what is called a burden; everybody may see it, for it names nobody."""
    actor.need("duties.read")
    months = _months(day_of(at))
    counts: dict[str, dict[date, int]] = defaultdict(dict)
    names: dict[str, tuple[str, str]] = {}
    for row in BurdenCount.objects.filter(month__gte=months[0]).order_by("month"):
        counts[row.thing][row.month] = row.count
        names[row.thing] = (row.name_en, row.name_zh)
    remarks: dict[str, list[str]] = defaultdict(list)
    # By text, so that not even their order says when they came.
    for remark in BurdenRemark.objects.filter(month__gte=months[0]).order_by("text"):
        remarks[remark.thing].append(remark.text)
    rows = [
        BurdenRow(
            thing,
            *names[thing],
            sum(by_month.values()),
            tuple(by_month.get(month, 0) for month in months),
            tuple(remarks[thing]) if sum(by_month.values()) >= FEWEST else (),
        )
        for thing, by_month in counts.items()
    ]
    return Burdens(months, tuple(sorted(rows, key=lambda row: (-row.total, row.thing))))


def _months(today: date) -> tuple[date, ...]:
    """Give the first days of the last twelve months, the present one last."""
    last = today.year * 12 + today.month - 1
    return tuple(date(number // 12, number % 12 + 1, 1) for number in range(last - MONTHS + 1, last + 1))
