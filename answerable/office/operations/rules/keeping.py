"""Which backups are kept: one a day for a week, one a week for a month, one a month for a year."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

#: (how many, what counts as one): our choice; the newest of each day, ISO week and month is the one that stays.
SPANS: tuple[tuple[int, Callable[[date], object]], ...] = (
    (7, lambda day: day),
    (5, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)


def to_keep(made: Iterable[datetime]) -> frozenset[datetime]:
    """Choose which backups stay; the newest always does."""
    newest_first = sorted(made, reverse=True)
    kept: set[datetime] = set()
    for number, span_of in SPANS:
        spans: dict[object, datetime] = {}
        for one in newest_first:
            spans.setdefault(span_of(one.date()), one)
        kept.update(list(spans.values())[:number])
    return frozenset(kept)
