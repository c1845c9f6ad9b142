"""Which runs a recurring duty has and when each is due: the rule names the period, the calendar the deadline."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter

from dateutil.rrule import rrulestr

from answerable.governance.plan.rules.document import Duty
from answerable.office.clocks.rules.anchors import Roll, anchored, month_end
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.limits import Limit, Span, Step, deadline

#: A Monday that is also the first day of a year and of a century: rules with an interval count from here, so that
#: the same rule gives the same days whoever asks, and whenever.
EPOCH = datetime(2001, 1, 1, tzinfo=UTC)
#: Parts of RFC 5545 by which a period can be named. COUNT and UNTIL would end a duty that no sentence ends.
PARTS = frozenset({"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"})
RHYTHMS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
#: The last second of a day is still in time: so counts `limits.deadline` too.
DAY_ENDS = time(23, 59, 59)
#: A due date lies this much after its period at the most: no rule of any pack gives more than three months.
FARTHEST = timedelta(days=100)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: the period it stands for, when work on it begins, when it is due (UTC), and how that was counted."""

    period_begin: date
    period_end: date
    opens: datetime
    due: datetime
    provisional: bool
    derivation: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A deadline inside or after a period: a fixed day of it or a count after its end, and a time of day."""

    anchor: str
    clock: time = DAY_ENDS
    day: int = 0
    after: Limit | None = None


def read_rhythm(text: str) -> dict[str, str]:
    """Read a rule of recurrence; ValueError with a sentence where it cannot name a period."""
    parts = dict(pair.partition("=")[::2] for pair in text.strip().upper().removeprefix("RRULE:").split(";"))
    strange = sorted(set(parts) - PARTS)
    if strange:
        raise ValueError(f"“{text}”: a period is not named by {', '.join(strange)}")
    if parts.get("FREQ") not in RHYTHMS:
        raise ValueError(f"“{text}”: write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    if any(int(day) > 28 for day in re.findall(r"\d+", parts.get("BYMONTHDAY", "")) if day):
        # RFC 5545 leaves out the months that have no such day: the 31st falls in 7 of 12 months.
        raise ValueError(f"“{text}”: not every month has that day; name the month by its 1st, due month_end")
    try:
        rrulestr(";".join(f"{key}={value}" for key, value in parts.items()), dtstart=EPOCH)
    except (ValueError, KeyError, IndexError, TypeError) as fault:
        raise ValueError(f"“{text}” is no rule of recurrence") from fault
    return parts


def read_point(text: str) -> Point:
    """Read where a deadline lies: month_end, period_end, day 15, 17:30, 5wd after; a time may follow."""
    words = re.sub(r"(\d)\s+(wd|cd)\b", r"\1\2", text.strip().lower()).split()
    clock = DAY_ENDS
    if words and re.fullmatch(r"\d{1,2}:\d{2}", words[-1]):
        clock = time.fromisoformat(words.pop().zfill(5))
        if not words:
            return Point("begin", clock)
    match words:
        case ["month_end" | "period_end" as anchor]:
            return Point(anchor, clock)
        case ["day", number] if number.isdigit() and 1 <= int(number) <= 31:
            return Point("day", clock, day=int(number))
        case [count, "after"] if found := re.fullmatch(r"(\d{1,2})(wd|cd)", count):
            return Point("after", clock, after=Limit(int(found.group(1)), Span(found.group(2))))
    raise ValueError(f"“{text}” is no deadline: write month_end, period_end, day 15, 17:30 or 5wd after")


def occurrences(duty: Duty, calendar: WorkCalendar, begin: date, end: date) -> tuple[Run, ...]:
    """List the runs of a duty whose due day is `begin` or later and before `end`, by due date."""
    parts, point = read_rhythm(duty.rrule), read_point(duty.due.at)
    roll = Roll(duty.due.roll or Roll.NONE)
    runs = []
    anchors = _anchors(parts, begin - FARTHEST - timedelta(days=366), end)
    for anchor, first, last in _periods(parts, anchors):
        if duty.only == "wd" and not calendar.look_up(anchor).is_working:
            continue
        due, steps = _due(point, roll, (anchor, last), calendar)
        if begin <= due.date() < end:
            starts = _at(anchor, time(0), calendar)
            lead = _lead(due, duty.lead, calendar)
            opens = starts if parts["FREQ"] in ("DAILY", "WEEKLY") else min(starts, lead)
            opens = min(opens, _at(due.date(), time(0), calendar))
            provisional = _is_counted(point, roll) and calendar.is_provisional(anchor, due.date())
            runs.append(Run(first, last, opens, due.astimezone(UTC), provisional, steps))
    return tuple(sorted(runs, key=lambda run: (run.due, run.period_begin)))


def _is_counted(point: Point, roll: Roll) -> bool:
    """Say whether working days had a say in the date."""
    counts_days = point.after is not None and point.after.span is Span.WORKING_DAY
    return counts_days or roll is not Roll.NONE


def _anchors(parts: dict[str, str], begin: date, end: date) -> Iterator[date]:
    """Give the days that the rule names, without walking there from the epoch where the interval is one."""
    start = EPOCH
    if parts.get("INTERVAL", "1") == "1" and begin.year > EPOCH.year:
        new_year = datetime(begin.year, 1, 1, tzinfo=UTC)
        monday = new_year - timedelta(days=new_year.weekday())
        start = monday if parts["FREQ"] == "WEEKLY" else new_year
    rule = rrulestr(";".join(f"{key}={value}" for key, value in parts.items()), dtstart=start)
    first, last = (datetime.combine(day, time(0), tzinfo=UTC) for day in (begin, end + FARTHEST))
    for moment in rule.between(first, last, inc=True):
        yield moment.date()


def _periods(parts: dict[str, str], anchors: Iterable[date]) -> Iterator[tuple[date, date, date]]:
    """Give each named day with its period; where several days share one (the 1st and the 15th), they divide it."""
    for _key, group in groupby(((anchor, *period_of(parts, anchor)) for anchor in anchors), itemgetter(1)):
        shared = list(group)
        for place, (anchor, first, last) in enumerate(shared):
            begins = first if place == 0 else anchor
            ends = shared[place + 1][0] - timedelta(days=1) if place + 1 < len(shared) else last
            yield anchor, begins, ends


def period_of(parts: dict[str, str], anchor: date) -> tuple[date, date]:
    """Say which period a run stands for, first and last day.

    Months that close equal parts of the year stand for these parts: 3, 6, 9, 12 for quarters, 6 and 12 for half-years,
    12 for the year. Any other month stands for itself.
    """
    match parts["FREQ"]:
        case "DAILY":
            return anchor, anchor
        case "WEEKLY":
            monday = anchor - timedelta(days=anchor.weekday())
            return monday, monday + timedelta(days=6)
        case "MONTHLY":
            return _months(anchor, int(parts.get("INTERVAL", "1")))
    months = sorted({int(month) for month in parts.get("BYMONTH", "").split(",") if month})
    length = 12 // len(months) if months and 12 % len(months) == 0 else 0
    closes_parts = length > 0 and months == list(range(length, 13, length))
    if closes_parts:
        return date(anchor.year, anchor.month - length + 1, 1), month_end(anchor.year, anchor.month)
    if not months:
        return date(anchor.year, 1, 1), date(anchor.year, 12, 31)
    return _months(anchor, 1)


def _months(anchor: date, count: int) -> tuple[date, date]:
    """Give the month of a day, or so many months that begin with it."""
    month = anchor.month - 1 + count - 1
    return anchor.replace(day=1), month_end(anchor.year + month // 12, month % 12 + 1)


def _due(
    point: Point, roll: Roll, period: tuple[date, date], calendar: WorkCalendar
) -> tuple[datetime, tuple[Step, ...]]:
    """Place the deadline, in local time, with every day that was looked at."""
    anchor, last = period
    if point.after is not None:
        counted = deadline(_at(last, DAY_ENDS, calendar), point.after, calendar)
        day = counted.at.astimezone(calendar.place).date()
        return _at(day, point.clock, calendar), counted.steps
    plain: dict[str, Callable[[], date]] = {
        "begin": lambda: anchor,
        "month_end": lambda: month_end(anchor.year, anchor.month),
        "period_end": lambda: last,
        "day": lambda: anchor.replace(day=min(point.day, month_end(anchor.year, anchor.month).day)),
    }
    nominal = plain[point.anchor]()
    day = anchored(nominal, roll, calendar)
    step = 1 if day >= nominal else -1
    passed = [nominal + timedelta(days=step * number) for number in range(abs((day - nominal).days) + 1)]
    steps = tuple(Step(calendar.look_up(one), one == day, "") for one in passed)
    return _at(day, point.clock, calendar), steps


def _at(day: date, clock: time, calendar: WorkCalendar) -> datetime:
    return datetime.combine(day, clock, tzinfo=calendar.place)


def _lead(due: datetime, lead: str, calendar: WorkCalendar) -> datetime:
    """Count the lead backwards from the due date: the morning of the day on which work should begin."""
    found = re.fullmatch(r"-?(\d{1,3})(wd|cd)", (lead or "").strip())
    if found is None:
        return due
    left, day = int(found.group(1)), due.date()
    counts_all = found.group(2) == Span.CALENDAR_DAY
    for _ in range(FARTHEST.days * 4):
        if left == 0:
            break
        day -= timedelta(days=1)
        left -= counts_all or calendar.look_up(day).is_working
    return _at(day, time(0), calendar)
