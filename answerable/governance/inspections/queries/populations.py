"""What can be inspected: each population is one entry, read through the room that keeps it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.office.people import queries as people
from answerable.response.answers.queries import PublishedAnswer
from answerable.response.answers.queries.shelf import published_in
from answerable.response.channels import queries as channels


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be inspected: its name, the list it is drawn in, the unit it belongs to, where it lies."""

    id: str
    name: str
    stratum: str
    unit: int | None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Population:
    """A kind of things that can be inspected."""

    key: str
    name: str | Promise
    members: Callable[[date, date], tuple[Target, ...]]


def _units(_begin: date, _end: date) -> tuple[Target, ...]:
    """Give the units below the body; the body itself where it has none."""
    here = people.units_here()
    inner = [unit for unit in here if unit.depth > 1] or list(here)
    return tuple(
        Target(f"unit:{unit.id}", unit.name, "units", unit.id, f"/people/units/{unit.id}/") for unit in inner
    )


def _body(_begin: date, _end: date) -> tuple[Target, ...]:
    body = people.body()
    return (Target(f"unit:{body.id}", body.name, "body", body.id),) if body else ()


def _channels(_begin: date, _end: date) -> tuple[Target, ...]:
    """Give every channel in use, drawn kind by kind: sites are not drowned by accounts."""
    return tuple(
        Target(f"channel:{one.id}", one.name, str(one.kind), one.unit, reverse("channels:one", args=[one.id]))
        for one in channels.population()
    )


def _answers(begin: date, end: date) -> tuple[Target, ...]:
    """Give the answers that were first published between two days."""
    found, month = [], begin.replace(day=1)
    while month <= end:
        for language, _name in settings.LANGUAGES:
            found += _answers_of(month, language)
        month = (month + timedelta(days=32)).replace(day=1)
    zone = timezone.get_current_timezone()
    return tuple(
        Target(f"answer:{one.id}", one.title, "answers", one.unit, reverse("answers:one", args=[one.id]))
        for one in found
        if begin <= one.published_at.astimezone(zone).date() <= end
    )


def _answers_of(month: date, language: str) -> list[PublishedAnswer]:
    found: list[PublishedAnswer] = []
    page, pages = 1, 1
    while page <= pages:
        shown = published_in(
            month.year, month.month, language=language, zone=timezone.get_current_timezone(), page=page
        )
        found += shown.rows
        page, pages = page + 1, shown.pages
    return found


POPULATIONS: Mapping[str, Population] = MappingProxyType(
    {
        one.key: one
        for one in (
            Population("channels", _("channels of the body"), _channels),
            Population("answers", _("answers published in the period"), _answers),
            Population("units", _("units"), _units),
            Population("body", _("the body as a whole"), _body),
        )
    }
)


def population_choices() -> list[tuple[str, str | Promise]]:
    """Give populations for a form."""
    return [(one.key, one.name) for one in POPULATIONS.values()]
