"""How old the newest line of a home page or a column is, and which columns are empty."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from answerable.response.channel_health.rules.metrics import Limits


class ColumnKind(StrEnum):
    """What a column holds; it decides how often it must change."""

    NEWS = "news"
    NOTICES = "notices"
    STANDING = "standing"


COLUMN_KINDS = {
    ColumnKind.NEWS: pgettext_lazy("column", "news"),
    ColumnKind.NOTICES: pgettext_lazy("column", "notices and policies"),
    ColumnKind.STANDING: pgettext_lazy("column", "standing pages, no date asked"),
}
#: A line without a day that stands on so many of the columns belongs to the frame of the site, not to a column.
FRAME_SHARE, FRAME_LEAST = 0.6, 3


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as far as age goes: its day on the list, the day its own page bears, when we first saw it."""

    address: str
    day: date | None = None
    page_day: date | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column as it was seen today. `read` is False where its page could not be read."""

    id: int
    kind: ColumnKind
    lines: tuple[Line, ...] = ()
    read: bool = True


@dataclass(frozen=True, slots=True)
class Age:
    """How old a column's newest line is; `days` is None where no line bears a day."""

    column: int
    newest: date | None
    days: int | None
    limit: float | None
    stale: bool
    empty: bool


def limit_for(kind: ColumnKind, limits: Limits) -> float | None:
    """Give the days that a column may go without a new line."""
    return {ColumnKind.NEWS: limits.news_days, ColumnKind.NOTICES: limits.notices_days}.get(kind)


def newest(lines: Iterable[Line], today: date) -> date | None:
    """Give the newest believable day: on the list, else on the entry's own page, else when we first saw it.

    A day that lies ahead proves nothing and is left out; it is a finding of its own.
    """
    days = [day for line in lines if (day := _day(line)) is not None and day <= today]
    return max(days, default=None)


def _day(line: Line) -> date | None:
    return line.day or line.page_day or line.seen


def without_frame(columns: Sequence[ColumnSeen]) -> tuple[ColumnSeen, ...]:
    """Take the lines out of columns that stand on most of them: menus that are not marked as menus."""
    counts = Counter(line.address for column in columns for line in column.lines if line.day is None)
    least = max(FRAME_LEAST, FRAME_SHARE * len(columns))
    frame = {address for address, count in counts.items() if count >= least}
    return tuple(
        ColumnSeen(
            column.id,
            column.kind,
            tuple(line for line in column.lines if line.day is not None or line.address not in frame),
            column.read,
        )
        for column in columns
    )


def ages(columns: Sequence[ColumnSeen], limits: Limits, today: date) -> tuple[Age, ...]:
    """Say of each column that was read how old it is, whether that is too old, and whether it is empty."""
    found = []
    for column in without_frame(columns):
        if not column.read:
            continue
        last = newest(column.lines, today)
        days = (today - last).days if last is not None else None
        limit = limit_for(column.kind, limits)
        stale = days is not None and limit is not None and days > limit
        found.append(Age(column.id, last, days, limit, stale, not column.lines))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class HomeSeen:
    """The home page: its lines, and when its text last changed under our eyes."""

    lines: tuple[Line, ...] = ()
    changed: date | None = None


def home_days(home: HomeSeen, today: date) -> int | None:
    """Give the days since the home page was last updated; None where nothing dates it yet.

    Where its lines bear no days only its own change tells.
    """
    dated = newest((line for line in home.lines if line.day is not None), today)
    if dated is None:
        dated = home.changed
    return (today - dated).days if dated is not None else None
