"""How quickly concerns were answered in public: over the last hundred, with every denominator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

#: A rate over all time is moved by one lucky case of long ago; the last hundred is what a body does now
#: (mysociety/fixmystreet#1957, #1726).
LAST = 100
#: Below five a median says more about single concerns than about the office (trust design, smallest cell 5).
LEAST = 5


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern: when the body saw it, its level, when it first said something, when it answered in substance."""

    seen_at: datetime
    level: str
    first_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Span:
    """How many of how many got there, and the median time of those; None where they are fewer than five."""

    done: int
    of: int
    median: timedelta | None


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one level; an empty level means not assessed."""

    level: str
    first: Span
    answered: Span


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of the last hundred concerns, and the period in which these were seen."""

    begin: datetime | None
    end: datetime | None
    total: Row
    rows: tuple[Row, ...]


def lasting(begin: datetime, end: datetime | None) -> timedelta | None:
    """Give the time between; what was said before the concern was noted counts as at once, not as negative."""
    return None if end is None else max(end - begin, timedelta(0))


def span(times: Iterable[timedelta | None]) -> Span:
    """Count what is done and take the median of it, where enough is done."""
    every = list(times)
    done = [one for one in every if one is not None]
    if len(done) < LEAST:
        return Span(len(done), len(every), None)
    return Span(len(done), len(every), timedelta(seconds=median(one.total_seconds() for one in done)))


def row(level: str, concerns: Sequence[Concern]) -> Row:
    """Make the figures of one level."""
    return Row(
        level,
        span(lasting(one.seen_at, one.first_at) for one in concerns),
        span(lasting(one.seen_at, one.answered_at) for one in concerns),
    )


def figures(concerns: Iterable[Concern], levels: Sequence[str]) -> Figures:
    """Make the figures of the last hundred concerns, by level in the order given; levels without any are left out."""
    last = sorted(concerns, key=lambda one: one.seen_at)[-LAST:]
    by_level = [(level, [one for one in last if one.level == level]) for level in (*levels, "")]
    return Figures(
        begin=last[0].seen_at if last else None,
        end=last[-1].seen_at if last else None,
        total=row("all", last),
        rows=tuple(row(level, some) for level, some in by_level if some),
    )
