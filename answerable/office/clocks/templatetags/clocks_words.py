"""Days, months and changes of a calendar in words. `{% load clocks_words %}` in a template."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from answerable.office.clocks import words
from answerable.office.clocks.rules.revising import DayChange

register = template.Library()


def _chinese() -> bool:
    return (get_language() or "en").startswith("zh")


@register.filter
def day_words(day: date) -> str:
    """Write a day with its year and weekday."""
    return date_format(day, "Y年n月j日 D" if _chinese() else "D j M Y").replace("星期", "周")


@register.filter
def day_short(day: date) -> str:
    """Write a day with its weekday, and with its year where a year begins."""
    if (day.month, day.day) == (1, 1):
        return day_words(day)
    return date_format(day, "n月j日 D" if _chinese() else "D j M").replace("星期", "周")


@register.filter
def month_words(first: date) -> str:
    """Name a month."""
    return date_format(first, "n月" if _chinese() else "F")


@register.simple_tag
def week_days() -> list[tuple[str, str]]:
    """Give the days of the week from Monday: short, and in full."""
    days = [date(2024, 1, number) for number in range(1, 8)]  # 1 January 2024 was a Monday
    return [(date_format(day, "D").replace("星期", ""), date_format(day, "l")) for day in days]


@register.filter
def become(change: DayChange) -> str:
    """Say what a change makes of its days."""
    return _days(change.first.isoformat(), change.last.isoformat(), change.to.value, change.name)


@register.filter
def change_words(change: Mapping[str, Any]) -> str:
    """Say what a version of a calendar changed."""
    kind = change.get("kind")
    if kind == "confirmed":
        return gettext("%(year)s confirmed: %(notice)s") % {
            "year": change["year"],
            "notice": change["notice"],
        }
    if kind == "hours":
        return gettext("Office hours %(hours)s") % {"hours": ", ".join(change["hours"])}
    if kind == "zone":
        return gettext("Time zone %(zone)s") % {"zone": change["zone"]}
    if kind == "days":
        return gettext("; ").join(_days(*one) for one in change["days"])
    return gettext("As shipped")


def _days(first: str, last: str, to: str, name: str) -> str:
    span = day_words(date.fromisoformat(first))
    if last != first:
        span = f"{span} – {day_words(date.fromisoformat(last))}"
    if not name:
        return gettext("%(span)s: %(become)s") % {"span": span, "become": words.TO_NAMES[to]}
    facts = {"span": span, "become": words.TO_NAMES[to], "name": gettext(name)}
    return gettext("%(span)s: %(become)s (%(name)s)") % facts


@register.filter
def offset_words(offset: str) -> str:
    """Say when a rung is climbed: -2wd is 2 working days before the end."""
    return words.offset_words(offset)


@register.filter
def amount(used: str) -> str:
    """Show how much is used up without the sign of what is counted, which stands above."""
    return used.rstrip("hwdc")


@register.filter
def who_words(who: str) -> str:
    """Say whom a rung calls; a post of the plan is shown by its code."""
    return str(words.WHO_NAMES.get(who, who))
