"""Hand-written makers of watches and signals."""

from datetime import timedelta
from typing import Any

from answerable.listening.signals.models import Signal, Watch
from answerable.office.people.models import Person
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import group, publish

PAPERS = tuple(f"Paper {number}" for number in range(1, 11))


def make_watch(**changes: Any) -> Watch:
    """Ada's watch on water, as the form makes it."""
    fields: dict[str, Any] = {"name": "Water", "words": "water", "created_at": NOON}
    fields |= changes
    if "owner" not in fields:
        fields["owner"] = Person.objects.filter(name="Ada").first() or Person.objects.create(name="Ada")
    return Watch.objects.create(**fields)


def make_signal(**changes: Any) -> Signal:
    """A signal of a watch, new."""
    number = Signal.objects.count()
    fields: dict[str, Any] = {
        "title": "Water",
        "series": f"watch:made-{number}",
        "from_at": NOON - timedelta(hours=6),
        "until_at": NOON,
        "hours": 6,
        "seen": 14,
        "most_seen": 14,
        "expected": 2.1,
        "p": 0.0001,
        "once_in_days": 400.0,
        "per_100_series_days": 0.5,
        "raised_at": NOON,
    }
    fields |= changes
    if "watch" not in fields and "story" not in fields:
        fields["watch"] = make_watch()
    return Signal.objects.create(**fields)


def quiet_weeks(days: int = 15, *, words: str = "Water supply news", at=NOON) -> None:
    """Two weeks and a day in which one paper a day, at noon, writes about water."""
    for day in range(days, 0, -1):
        publish(f"{words} of day {day}", paper=PAPERS[day % 10], at=at - timedelta(days=day))
    group(at=at)


def burst(papers: int = 8, *, words: str = "No water in Mill Lane", at=NOON) -> None:
    """Many papers write about water within an hour."""
    for number in range(papers):
        publish(f"{words}, {PAPERS[number]} reports", paper=PAPERS[number], at=at - timedelta(minutes=number))
    group(at=at)
