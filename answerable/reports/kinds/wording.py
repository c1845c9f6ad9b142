"""Words that rooms keep for their values, said in both languages at once; days and hours as the office counts them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import override

from answerable.governance.duties.queries.matrix import moments
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.reports.rules.names import swaps
from answerable.reports.rules.periods import Period, half_year_to
from answerable.reports.rules.told import Told

__all__ = [
    "day_of",
    "day_words",
    "half_year",
    "hour_of",
    "in_both",
    "said_in_both",
    "sender",
    "titled",
    "unit_swaps",
]


def in_both(words: object) -> Told:
    """Say what a room says lazily in the reader's language in both; a text that a person wrote stays as it is."""
    return said_in_both(lambda: str(words))


def said_in_both(say: Callable[[], str]) -> Told:
    """Ask a room for its words twice, once in each language."""
    with override("en"):
        english = say()
    with override("zh-hans"):
        chinese = say()
    return Told(english, chinese)


def day_words(day: date) -> str:
    """Write a day without its year as Chinese papers do: 11月23日."""
    return f"{day.month}月{day.day}日"


def hour_of(at: datetime) -> str:
    """Give the hour and minute of a moment in the body's zone."""
    return f"{timezone.localtime(at):%H:%M}"


def half_year(period: Period) -> Period:
    """Reach back over the half-year that ends with the period; one that is longer already stays as it is."""
    begin = half_year_to(period.end)
    if begin >= period.begin:
        return period
    return replace(period, begin=begin, since=moments(begin, period.end)[0])


def sender(period: Period) -> str:
    """Name who reports: the unit that the paper is of, else the whole body; nothing in an empty house."""
    if period.unit_name:
        return period.unit_name
    body = people.body()
    return body.name if body else ""


def unit_swaps(language: str) -> tuple[tuple[str, str], ...]:
    """Give what a paper in a language prints for each unit whose name is written in two."""
    return swaps((unit.name for unit in people.units_here()), language)


def titled(period: Period, en: str, zh: str) -> Told:
    """Write the title of an official document: sender, matter, kind (条例, art. 9(7)); English has the sender last."""
    name = sender(period)
    return Told(f"{en}, {name}" if name else en, f"{name}关于{zh}")
