"""Signals in plain words, the same on a page, in a notice and in the answer of the interface for programs."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from answerable.listening.signals.rules.telling import Rhythm


class Figures(Protocol):
    """What a signal saw."""

    @property
    def title(self) -> str: ...
    @property
    def hours(self) -> int: ...
    @property
    def seen(self) -> int: ...
    @property
    def expected(self) -> float: ...
    @property
    def once_in_days(self) -> float: ...


def rounded(number: float) -> str:
    """Write a number of things that need not be whole: one decimal below ten, whole above; a little is said so."""
    if 0 < number < 0.1:
        return _("under 0.1")
    places = 1 if number < 9.95 else 0
    # number_format cuts off what it does not show, so it is rounded before.
    return number_format(round(number, places), places, force_grouping=True)


def once_in(days: float) -> str:
    """Say how rarely chance does that, in the unit people think in; beyond a century it is said so."""
    if days < 2:
        hours = max(round(days * 24), 1)
        return ngettext("once in %(number)s hour", "once in %(number)s hours", hours) % {"number": hours}
    if days < 730:
        return ngettext("once in %(number)s day", "once in %(number)s days", round(days)) % {
            "number": number_format(round(days), force_grouping=True)
        }
    years = round(days / 365.25)
    if years > 100:
        return _("less than once in a hundred years")
    return ngettext("once in %(number)s year", "once in %(number)s years", years) % {"number": years}


def seen_of(signal: Figures) -> str:
    """Say what was seen and what was expected."""
    return ngettext(
        "saw %(seen)s publication in %(hours)s h, expected %(expected)s",
        "saw %(seen)s publications in %(hours)s h, expected %(expected)s",
        signal.seen,
    ) % {"seen": signal.seen, "hours": signal.hours, "expected": rounded(signal.expected)}


def told_of(signal: Figures) -> str:
    """Say what was seen, what was expected and how rarely chance does that."""
    return _("%(seen)s; by chance %(odds)s.") % {
        "seen": seen_of(signal),
        "odds": once_in(signal.once_in_days),
    }


def subject_of(signals: Sequence[Figures]) -> str:
    """Give the heading of a notice about signals."""
    if len(signals) == 1:
        return _("Growing: %(title)s") % {"title": signals[0].title}
    return _("%(number)s things grow") % {"number": len(signals)}


RHYTHM_NAMES = {
    Rhythm.AT_ONCE: gettext_lazy("at once"),
    Rhythm.DIGEST: gettext_lazy("with the digest at 8:00"),
    Rhythm.SILENT: gettext_lazy("never; I look at the list"),
}


def days_of_one_false(switch: float) -> str:
    """Say a switch the other way round: one false alarm in so many days."""
    return ngettext("one in %(number)s day", "one in %(number)s days", round(100 / switch)) % {
        "number": number_format(round(100 / switch), force_grouping=True)
    }
